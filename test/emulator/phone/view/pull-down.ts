import { h } from './dom';
import type { WindowLook } from './window-look';

/** px that the page is pulled before letting go refreshes, and px that it stays down while it does. */
const THRESHOLD = 50;

/**
 * Pull-down refresh: the page follows a finger, or the mouse, that drags it down from its top; let go beyond the
 * threshold and it stays open, three dots blinking, until the app stops it.
 */
export class PullDown {
  readonly element = h('div', { class: 'pull-down', 'aria-hidden': 'true' }, h('i'), h('i'), h('i'));
  #enabled = false;
  #refreshing = false;
  #start: { readonly x: number; readonly y: number } | undefined;
  #distance = 0;

  constructor(
    private readonly frame: HTMLElement,
    private readonly scroller: HTMLElement,
    private readonly onPull: () => void,
  ) {
    scroller.addEventListener('pointerdown', (event) => this.#down(event));
    scroller.addEventListener('pointermove', (event) => this.#move(event));
    for (const end of ['pointerup', 'pointercancel']) scroller.addEventListener(end, () => this.#up());
    // A touch screen would take the drag for scrolling and cancel the pointer.
    scroller.addEventListener('touchmove', (event) => this.#distance > 0 && event.preventDefault(), { passive: false });
  }

  draw(look: WindowLook): void {
    this.#enabled = look.refreshable;
    this.element.dataset['dots'] = look.dots;
    this.element.hidden = !look.refreshable && !this.#refreshing;
  }

  /** The app, or a person, started or ended it. */
  set refreshing(refreshing: boolean) {
    this.#refreshing = refreshing;
    this.element.hidden = !refreshing && !this.#enabled;
    this.element.classList.toggle('is-refreshing', refreshing);
    this.#moveTo(refreshing ? THRESHOLD : 0, true);
  }

  #down(event: PointerEvent): void {
    if (this.#enabled && !this.#refreshing && event.isPrimary && this.scroller.scrollTop <= 0) {
      this.#start = { x: event.clientX, y: event.clientY };
    }
  }

  #move(event: PointerEvent): void {
    if (!this.#start) return;
    const dx = Math.abs(event.clientX - this.#start.x);
    const dy = event.clientY - this.#start.y;
    if (this.#distance === 0 && (dy < 6 || dx > dy)) {
      if (dx > dy + 6 || dy < -6) this.#start = undefined;
      return;
    }
    // It gets harder the further it is pulled.
    this.#moveTo(Math.max(0, dy) ** 0.85, false);
  }

  #up(): void {
    const pulled = this.#distance >= THRESHOLD;
    this.#start = undefined;
    if (this.#distance === 0) return;
    if (pulled) this.onPull();
    else this.#moveTo(0, true);
  }

  #moveTo(distance: number, animate: boolean): void {
    this.#distance = this.#refreshing ? 0 : distance;
    this.frame.style.transition = animate ? 'translate 0.25s' : '';
    this.frame.style.translate = distance === 0 ? '' : `0 ${distance}px`;
  }
}
