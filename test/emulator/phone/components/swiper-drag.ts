import type { Swiper } from './swiper';

/** px before a drag counts, and the part of an item after which letting go moves on. */
const SLOP = 8;
const ENOUGH = 0.25;

/** A finger, or the mouse, that drags the items of a swiper along. */
export class SwiperDrag {
  readonly #stop = new AbortController();
  #start: { readonly at: number; readonly index: number; readonly id: number } | undefined;
  #dragging = false;

  constructor(
    private readonly host: HTMLElement,
    private readonly swiper: Swiper,
  ) {
    const options = { signal: this.#stop.signal };
    host.addEventListener('pointerdown', (event) => this.#down(event), options);
    host.addEventListener('pointermove', (event) => this.#move(event), options);
    for (const end of ['pointerup', 'pointercancel'] as const) {
      host.addEventListener(end, (event) => this.#up(event), options);
    }
  }

  dispose(): void {
    this.#stop.abort();
  }

  #down(event: PointerEvent): void {
    if (this.swiper.prop('disableTouch') || !event.isPrimary) return;
    this.host.style.touchAction = this.swiper.prop('vertical') ? 'pan-x' : 'pan-y';
    this.#start = { at: this.#along(event), index: this.swiper.prop('current'), id: event.pointerId };
  }

  #move(event: PointerEvent): void {
    if (!this.#start) return;
    const moved = this.#along(event) - this.#start.at;
    if (!this.#dragging && Math.abs(moved) < SLOP) return;
    if (!this.#dragging) this.host.setPointerCapture(this.#start.id);
    this.#dragging = true;
    this.swiper.draw(moved / this.#length);
  }

  #up(event: PointerEvent): void {
    const start = this.#start;
    this.#start = undefined;
    if (!start || !this.#dragging) return;
    this.#dragging = false;
    const part = (this.#along(event) - start.at) / this.#length;
    const steps = Math.abs(part) < ENOUGH ? 0 : Math.sign(part) * Math.max(1, Math.round(Math.abs(part)));
    this.swiper.go(start.index - steps, 'touch');
  }

  #along({ clientX, clientY }: PointerEvent): number {
    return this.swiper.prop('vertical') ? clientY : clientX;
  }

  get #length(): number {
    return (this.swiper.prop('vertical') ? this.host.clientHeight : this.host.clientWidth) || 1;
  }
}
