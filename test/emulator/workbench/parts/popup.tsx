import { useEffect, useRef, type FocusEvent, type KeyboardEvent, type ReactNode } from 'react';

interface PopupProps {
  readonly label: string;
  readonly role: 'menu' | 'dialog';
  readonly className?: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };
const STOPS = 'button:not(:disabled), input, select';

/** Takes the focus when it opens, gives it back when it closes; Escape and a tap elsewhere close it, arrows move in it. */
export function Popup({ label, role, className = '', onClose, children }: PopupProps) {
  const box = useRef<HTMLDivElement>(null);
  const left = useRef(false);

  useEffect(() => {
    left.current = false;
    const before = document.activeElement;
    box.current?.querySelector<HTMLElement>(STOPS)?.focus();
    return () => {
      if (!left.current && before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);

  function move(event: KeyboardEvent): void {
    if (event.key === 'Escape') onClose();
    const step = STEPS[event.key];
    const from = document.activeElement;
    if (step === undefined || !(from instanceof HTMLButtonElement)) return;
    event.preventDefault();
    const stops = [...(box.current?.querySelectorAll<HTMLElement>(STOPS) ?? [])];
    stops[(stops.indexOf(from) + step + stops.length) % stops.length]?.focus();
  }

  function leave({ relatedTarget, currentTarget }: FocusEvent): void {
    if (currentTarget.contains(relatedTarget)) return;
    left.current = true;
    onClose();
  }

  return (
    <div
      ref={box}
      className={`popup ${className}`}
      role={role}
      aria-label={label}
      tabIndex={-1}
      onKeyDown={move}
      onBlur={leave}
    >
      {children}
    </div>
  );
}
