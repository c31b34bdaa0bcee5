import { BuiltIn } from './built-in';
import { builtIn } from './define';
import { closestPart, partsBelow } from './form-field';
import { any, boolean, number, string, unheeded } from './properties';
import { SwiperDrag } from './swiper-drag';

const properties = {
  indicatorDots: boolean(),
  indicatorColor: string('rgba(0, 0, 0, .3)'),
  indicatorActiveColor: string('#000000'),
  autoplay: boolean(),
  current: number(0),
  currentItemId: string(),
  interval: number(5000),
  duration: number(500),
  circular: boolean(),
  vertical: boolean(),
  previousMargin: string('0px'),
  nextMargin: string('0px'),
  displayMultipleItems: number(1),
  snapToEdge: unheeded(boolean()),
  skipHiddenItemLayout: unheeded(boolean()),
  easingFunction: unheeded(string('default')),
  disableTouch: boolean(),
  disableProgrammaticAnimation: unheeded(boolean()),
  layoutType: unheeded(string('normal')),
  transformerType: unheeded(string('scaleAndFade')),
  indicatorType: unheeded(string('normal')),
  indicatorMargin: unheeded(any(10)),
  indicatorSpacing: unheeded(any(4)),
  indicatorRadius: unheeded(any(4)),
  indicatorWidth: unheeded(any(8)),
  indicatorHeight: unheeded(any(8)),
  indicatorAlignment: unheeded(any('auto')),
  indicatorOffset: unheeded(any([0, 0])),
  scrollWithAnimation: unheeded(boolean(true)),
  cacheExtent: unheeded(any(0)),
};

const itemProperties = { itemId: string(), skipHiddenItemLayout: unheeded(boolean()) };

export class Swiper extends BuiltIn<typeof properties> {
  #shown = 0;
  #attached = false;
  #source: '' | 'autoplay' | 'touch' = '';
  #timer: ReturnType<typeof setInterval> | undefined;
  #dots: HTMLElement | undefined;
  #drag: SwiperDrag | undefined;

  override created(): void {
    const host = this.dom;
    if (!host) return;
    this.#dots = host.ownerDocument.createElement('div');
    this.#dots.className = 'wx-swiper-dots';
    host.append(this.#dots);
    this.#drag = new SwiperDrag(host, this);
  }

  override attached(): void {
    this.#attached = true;
    this.#shown = Math.max(0, this.#wanted(this.prop('currentItemId') === '' ? 'current' : 'currentItemId'));
    this.#play();
    this.draw();
  }

  override detached(): void {
    clearInterval(this.#timer);
    this.#drag?.dispose();
  }

  override changed(name: string): void {
    const moves = name === 'current' || name === 'currentItemId';
    if (moves && this.#attached) this.#show(this.#wanted(name));
    if (name === 'autoplay' || name === 'interval') this.#play();
    this.draw();
  }

  /** A person, or autoplay, goes to another item. */
  go(index: number, source: 'autoplay' | 'touch'): void {
    const count = this.items().length;
    const target = this.prop('circular') ? (index + count) % count : Math.min(count - 1, Math.max(0, index));
    this.#source = source;
    if (target !== this.prop('current')) this.set('current', target);
    this.#source = '';
    this.draw();
  }

  items(): SwiperItem[] {
    return partsBelow(this.element).filter((part): part is SwiperItem & BuiltIn => part instanceof SwiperItem);
  }

  /** `offset`: how far a finger has moved the items, as a part of one. */
  draw(offset = 0): void {
    const items = this.items();
    const each = 100 / Math.max(1, this.prop('displayMultipleItems'));
    const duration = offset === 0 ? `${this.prop('duration')}ms` : '0ms';
    this.dom?.style.setProperty('--swiper-duration', duration);
    items.forEach((item, index) => item.place(index - this.#shown + offset, each, this));
    this.#drawDots(items.length);
  }

  #show(index: number): void {
    const count = this.items().length;
    if (index === this.#shown || index < 0 || (count > 0 && index >= count)) return;
    this.#shown = index;
    const detail = { current: index, currentItemId: this.items()[index]?.prop('itemId') ?? '', source: this.#source };
    this.emit('change', detail);
    setTimeout(() => this.emit('animationfinish', detail), this.prop('duration'));
  }

  #wanted(name: string): number {
    if (name === 'current') return this.prop('current');
    return this.items().findIndex((item) => item.prop('itemId') === this.prop('currentItemId'));
  }

  #play(): void {
    clearInterval(this.#timer);
    if (!this.prop('autoplay')) return;
    this.#timer = setInterval(() => {
      const last = this.items().length - 1;
      this.go(this.#shown >= last ? 0 : this.#shown + 1, 'autoplay');
    }, this.prop('interval'));
  }

  #drawDots(count: number): void {
    if (!this.#dots) return;
    this.#dots.hidden = !this.prop('indicatorDots');
    this.#dots.style.setProperty('--dot', this.prop('indicatorColor'));
    this.#dots.style.setProperty('--dot-on', this.prop('indicatorActiveColor'));
    this.#dots.innerHTML = Array.from({ length: count }, (_, i) =>
      i === this.#shown ? '<i class="on"></i>' : '<i></i>',
    ).join('');
  }
}

class SwiperItem extends BuiltIn<typeof itemProperties> {
  override attached(): void {
    this.#swiper()?.draw();
  }

  override detached(): void {
    this.#swiper()?.draw();
  }

  place(position: number, size: number, swiper: Swiper): void {
    const style = this.dom?.style;
    if (!style) return;
    const [before, after] = [swiper.prop('previousMargin'), swiper.prop('nextMargin')];
    const [axis, length] = swiper.prop('vertical') ? (['Y', 'height'] as const) : (['X', 'width'] as const);
    style[length] = `calc((100% - ${before} - ${after}) * ${size / 100})`;
    style.transform = `translate${axis}(calc(${position * 100}% + ${before}))`;
  }

  #swiper(): Swiper | undefined {
    return closestPart(this.element, (part): part is Swiper => part instanceof Swiper);
  }
}

/** WeChat: component/swiper.md. */
export const swiper = builtIn({
  tag: 'swiper',
  properties,
  reflect: ['vertical'],
  part: Swiper,
});
/** WeChat: component/swiper-item.md. */
export const swiperItem = builtIn({
  tag: 'swiper-item',
  properties: itemProperties,
  part: SwiperItem,
});
