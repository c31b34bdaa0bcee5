import { builtInOf } from '../phone/components';
import { TextEntry } from '../phone/components/text-entry';
import { domOf, rectOf, scrollerOf } from '../phone/api/layout';
import { dispatchViewEvent, type Touch } from '../phone/engine/view-event';
import type { PhoneContext } from '../phone/parts';
import type { Element } from './tree';

/** A person's finger: what it touches gets the events that a finger on the screen makes, in their order. */
export class Finger {
  private focused: TextEntry | undefined;

  constructor(private readonly context: PhoneContext) {}

  tap(element: Element): void {
    const touch = this.middleOf(element);
    this.leaveEntry(element);
    this.touch(element, 'touchstart', [touch], [touch]);
    this.touch(element, 'touchend', [], [touch]);
    const { pageX: x, pageY: y } = touch;
    dispatchViewEvent(element, 'tap', { x, y }, { touches: [touch], changedTouches: [touch] });
  }

  /** One of touchstart, touchmove, touchend; in the middle of the element where no touches are given. */
  touch(element: Element, type: string, touches?: readonly unknown[], changedTouches?: readonly unknown[]): void {
    const middle = this.middleOf(element);
    const toTouches = (given: readonly unknown[] | undefined): Touch[] | undefined =>
      given?.map((touch) => ({ ...middle, ...Object(touch) }) as Touch);
    const ended = type === 'touchend' || type === 'touchcancel';
    dispatchViewEvent(
      element,
      type,
      {},
      {
        touches: toTouches(touches) ?? (ended ? [] : [middle]),
        changedTouches: toTouches(changedTouches) ?? [middle],
      },
    );
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
