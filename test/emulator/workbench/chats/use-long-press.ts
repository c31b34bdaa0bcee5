import { useRef, type MouseEvent, type PointerEvent } from 'react';

/** As long as WeChat waits, ms. */
const LONG_MS = 500;

/** A long press, a right click or the keyboard's menu key ask for the menu; a tap is left alone. */
export function useLongPress(onLong: () => void) {
  const timer = useRef<ReturnType<typeof setTimeout>>();
  const pressed = useRef(false);
  const end = () => clearTimeout(timer.current);
  return {
    onPointerDown({ button }: PointerEvent) {
      pressed.current = false;
      end();
      if (button !== 0) return;
      timer.current = setTimeout(() => {
        pressed.current = true;
        onLong();
      }, LONG_MS);
    },
    onPointerUp: end,
    onPointerLeave: end,
    onPointerCancel: end,
    onContextMenu(event: MouseEvent) {
      event.preventDefault();
      end();
      onLong();
    },
    /** The click that ends a long press is none. */
    onClickCapture(event: MouseEvent) {
      if (!pressed.current) return;
      pressed.current = false;
      event.stopPropagation();
      event.preventDefault();
    },
  };
}
