import type * as glassEasel from 'glass-easel';
import type { BuiltIn } from './built-in';
import { boolean, number, string, unheeded } from './properties';

/** Properties of everything that shows a pressed state; the defaults differ by component. */
export const hoverProperties = (hoverClass: string, startTime: number, stayTime: number) => ({
  hoverClass: string(hoverClass),
  hoverStyle: unheeded(string()),
  hoverStopPropagation: boolean(),
  hoverStartTime: number(startTime),
  hoverStayTime: number(stayTime),
});

/** glass-easel's StyleSegmentIndex.TEMP_EXTRA: classes beside those of the template. */
const PRESSED = 3;

type Hoverable = BuiltIn<ReturnType<typeof hoverProperties>>;

/** An inner element with hover-stop-propagation keeps its ancestors from being pressed: marks the touch as taken. */
const taken = new WeakSet<object>();
const touchOf = (event: glassEasel.ShadowedEvent<unknown>): object => Object.getPrototypeOf(event) as object;

/**
 * Pressed state: `hover-class` comes `hover-start-time` ms after the touch and goes `hover-stay-time` ms after its end.
 * Nothing is listened to while the class is 'none'.
 */
export class Hover {
  #timer: ReturnType<typeof setTimeout> | undefined;
  #listening = false;

  constructor(
    private readonly part: Hoverable,
    private readonly disabled: () => boolean = () => false,
  ) {}

  /** Call when created and when hoverClass changes. */
  update(): void {
    if (this.#listening || this.part.prop('hoverClass') === 'none') return;
    this.#listening = true;
    this.part.listen('touchstart', (event) => this.#press(event));
    for (const end of ['touchend', 'touchcancel', 'canceltap']) this.part.listen(end, () => this.#release());
  }

  stop(): void {
    clearTimeout(this.#timer);
  }

  #press(event: glassEasel.ShadowedEvent<unknown>): void {
    const touch = touchOf(event);
    if (taken.has(touch) || this.disabled() || this.part.prop('hoverClass') === 'none') return;
    if (this.part.prop('hoverStopPropagation')) taken.add(touch);
    this.#after(this.part.prop('hoverStartTime'), this.part.prop('hoverClass'));
  }

  #release(): void {
    this.#after(this.part.prop('hoverStayTime'), '');
  }

  #after(ms: number, className: string): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.part.element.setNodeClass(className, PRESSED);
      // The default styles of hover classes look at this: in a component, class names carry its prefix.
      this.part.attribute('hover', className || false);
    }, ms);
  }
}
