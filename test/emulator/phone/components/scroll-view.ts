import { BuiltIn } from './built-in';
import { builtIn } from './define';
import { any, asText, boolean, number, string, unheeded } from './properties';
import { Refresher, refresherProperties } from './refresher';

const properties = {
  scrollX: boolean(),
  scrollY: boolean(),
  upperThreshold: number(50),
  lowerThreshold: number(50),
  scrollTop: any(),
  scrollLeft: any(),
  scrollIntoView: string(),
  scrollIntoViewOffset: number(),
  scrollWithAnimation: boolean(),
  enableBackToTop: unheeded(boolean()),
  enableFlex: boolean(),
  scrollAnchoring: unheeded(boolean()),
  enhanced: unheeded(boolean()),
  usingSticky: unheeded(boolean()),
  pagingEnabled: unheeded(boolean()),
  enablePassive: unheeded(boolean()),
  bounces: unheeded(boolean(true)),
  showScrollbar: unheeded(boolean(true)),
  fastDeceleration: unheeded(boolean()),
  type: unheeded(string('list')),
  associativeContainer: unheeded(string()),
  reverse: unheeded(boolean()),
  clip: unheeded(boolean(true)),
  cacheExtent: unheeded(any()),
  minDragDistance: unheeded(number(18)),
  scrollIntoViewWithinExtent: unheeded(boolean()),
  scrollIntoViewAlignment: unheeded(string('start')),
  padding: unheeded(any([0, 0, 0, 0])),
  ...refresherProperties,
};

interface Position {
  readonly scrollLeft: number;
  readonly scrollTop: number;
}

export class ScrollView extends BuiltIn<typeof properties> {
  readonly refresher = new Refresher(this);
  #last: Position = { scrollLeft: 0, scrollTop: 0 };

  override created(): void {
    this.dom?.addEventListener('scroll', () => this.#scrolled(), { passive: true });
  }

  override attached(): void {
    for (const name of ['scrollTop', 'scrollLeft', 'scrollIntoView']) this.changed(name);
    this.refresher.attached();
  }

  override detached(): void {
    this.refresher.detached();
  }

  override changed(name: string): void {
    if (name === 'scrollTop' && this.prop('scrollY')) this.scrollTo({ top: pixels(this.prop('scrollTop')) });
    if (name === 'scrollLeft' && this.prop('scrollX')) this.scrollTo({ left: pixels(this.prop('scrollLeft')) });
    if (name === 'scrollIntoView') this.#scrollIntoView();
    if (name.startsWith('refresher')) this.refresher.changed();
  }

  /** Pixels from the start; what is undefined stays. Without layout nothing moves. */
  scrollTo(position: { top?: number | undefined; left?: number | undefined }): void {
    if (position.top === undefined && position.left === undefined) return;
    const behavior = this.prop('scrollWithAnimation') ? 'smooth' : 'auto';
    // Once what the same setData put in has been laid out.
    queueMicrotask(() => this.dom?.scrollTo?.({ ...position, behavior }));
  }

  #scrollIntoView(): void {
    const id = this.prop('scrollIntoView');
    const host = this.dom;
    const target = id ? this.element.ownerShadowRoot?.getElementById(id) : undefined;
    const node = target?.getBackendElement() as unknown as HTMLElement | null | undefined;
    if (!host || !node) return;
    queueMicrotask(() => {
      const from = host.getBoundingClientRect();
      const to = node.getBoundingClientRect();
      const offset = this.prop('scrollIntoViewOffset');
      this.scrollTo({
        top: this.prop('scrollY') ? host.scrollTop + to.top - from.top + offset : undefined,
        left: this.prop('scrollX') ? host.scrollLeft + to.left - from.left + offset : undefined,
      });
    });
  }

  #scrolled(): void {
    const host = this.dom;
    if (!host) return;
    const { scrollLeft, scrollTop, scrollWidth, scrollHeight } = host;
    const deltaX = this.#last.scrollLeft - scrollLeft;
    const deltaY = this.#last.scrollTop - scrollTop;
    if (deltaX === 0 && deltaY === 0) return;
    this.#last = { scrollLeft, scrollTop };
    this.emit('scroll', { scrollLeft, scrollTop, scrollHeight, scrollWidth, deltaX, deltaY });
    if (this.prop('scrollY')) this.#edges(scrollTop, scrollHeight - host.clientHeight, deltaY, 'top', 'bottom');
    if (this.prop('scrollX')) this.#edges(scrollLeft, scrollWidth - host.clientWidth, deltaX, 'left', 'right');
  }

  /** `scrolltoupper` and `scrolltolower` fire once each time the threshold is crossed. */
  #edges(now: number, end: number, delta: number, upper: string, lower: string): void {
    const before = now + delta;
    const top = this.prop('upperThreshold');
    const bottom = end - this.prop('lowerThreshold');
    if (now <= top && before > top) this.emit('scrolltoupper', { direction: upper });
    if (now >= bottom && before < bottom) this.emit('scrolltolower', { direction: lower });
  }
}

function pixels(value: unknown): number | undefined {
  if (value === undefined || value === null || value === '') return undefined;
  const number = Number.parseFloat(asText(value));
  return Number.isNaN(number) ? undefined : number;
}

/** WeChat: component/scroll-view.md. The host element itself scrolls. */
export const scrollView = builtIn({
  tag: 'scroll-view',
  properties,
  reflect: ['scrollX', 'scrollY', 'enableFlex'],
  part: ScrollView,
});
