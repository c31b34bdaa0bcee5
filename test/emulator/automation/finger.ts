import { builtInOf } from '../phone/components';
import { TextEntry } from '../phone/components/text-entry';
import { domOf, rectOf, scrollerOf } from '../phone/api/layout';
import { LONG_PRESS, TAP_DISTANCE } from '../phone/engine/gestures';
import { dispatchViewEvent, type Touch } from '../phone/engine/view-event';
import type { PhoneContext } from '../phone/parts';
import type { Element } from './tree';

/** A finger that rests on an element. */
interface Press {
  readonly start: Touch;
  readonly timer: ReturnType<typeof setTimeout>;
}

/** A person's finger: what it touches gets the events that a finger on the screen makes, in their order. */
export class Finger {
  private focused: TextEntry | undefined;
  private press: Press | undefined;

  constructor(private readonly context: PhoneContext) {}

  tap(element: Element): void {
    const touch = this.middleOf(element);
    this.leaveEntry(element);
    this.touch(element, 'touchstart', [touch], [touch]);
    this.touch(element, 'touchend', [], [touch]);
    const { pageX: x, pageY: y } = touch;
    dispatchViewEvent(element, 'tap', { x, y }, { touches: [touch], changedTouches: [touch] });
  }

  /**
   * One of touchstart, touchmove, touchend; in the middle of the element where no touches are given. A finger that rests
   * long enough between them is a long press: the client's own `longpress()` is nothing but the two and a wait.
   */
  touch(element: Element, type: string, touches?: readonly unknown[], changedTouches?: readonly unknown[]): void {
    const middle = this.middleOf(element);
    const toTouches = (given: readonly unknown[] | undefined): Touch[] | undefined =>
      given?.map((touch) => ({ ...middle, ...Object(touch) }) as Touch);
    const ended = type === 'touchend' || type === 'touchcancel';
    const changed = toTouches(changedTouches) ?? [middle];
    dispatchViewEvent(
      element,
      type,
      {},
      { touches: toTouches(touches) ?? (ended ? [] : [middle]), changedTouches: changed },
    );
    this.rest(element, type, changed[0] ?? middle);
  }

  /** Begins to wait for a long press, or ends it. */
  private rest(element: Element, type: string, touch: Touch): void {
    if (type === 'touchmove' && this.press && !hasMoved(this.press.start, touch)) return;
    clearTimeout(this.press?.timer);
    this.press = undefined;
    if (type !== 'touchstart') return;
    const timer = setTimeout(() => {
      const { pageX: x, pageY: y } = touch;
      for (const press of ['longpress', 'longtap'])
        dispatchViewEvent(element, press, { x, y }, { touches: [touch], changedTouches: [touch] });
    }, LONG_PRESS);
    this.press = { start: touch, timer };
  }

  /** Taps into a field and types: the whole new text, as one `input`. */
  type(element: Element, text: string): void {
    const entry = builtInOf(element);
    if (!(entry instanceof TextEntry)) throw new Error('only <input> and <textarea> can be typed into');
    if (this.focused !== entry) {
      this.tap(element);
      entry.focus();
      this.focused = entry;
    }
    entry.input(text);
  }

  /** A field loses the keyboard when the finger goes elsewhere. */
  private leaveEntry(next: Element): void {
    if (!this.focused || this.focused.element === next) return;
    this.focused.blur();
    this.focused = undefined;
  }

  private middleOf(element: Element): Touch {
    const dom = domOf(this.context, element);
    const { left, top, width, height } = dom ? rectOf(dom) : { left: 0, top: 0, width: 0, height: 0 };
    const clientX = left + width / 2;
    const clientY = top + height / 2;
    const scroller = dom && scrollerOf(dom);
    const pageX = clientX + (scroller?.scrollLeft ?? 0);
    const pageY = clientY + (scroller?.scrollTop ?? 0);
    return { identifier: 0, clientX, clientY, pageX, pageY, force: 1 };
  }
}

/** Clients give places on the screen, or on the page, or both. */
function hasMoved(start: Touch, touch: Touch): boolean {
  const onScreen = Math.hypot(touch.clientX - start.clientX, touch.clientY - start.clientY);
  const onPage = Math.hypot(touch.pageX - start.pageX, touch.pageY - start.pageY);
  return Math.max(onScreen, onPage) > TAP_DISTANCE;
}
