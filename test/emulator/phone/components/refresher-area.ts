/** px before a drag counts. */
const SLOP = 6;

interface Look {
  readonly height: number;
  readonly refreshing: boolean;
  /** `black`, `white`, or `none`. */
  readonly dots: string;
  readonly background: string;
  readonly animated: boolean;
}

interface Pulled {
  readonly ready: boolean;
  pull(dy: number): void;
  letGo(): void;
}

/** The strip that opens above the content of a scroll-view, and the finger, or mouse, that pulls it open. */
export class RefresherArea {
  readonly #stop = new AbortController();
  readonly #strip: HTMLElement;
  #start: { readonly x: number; readonly y: number } | undefined;
  #pulling = false;

  constructor(
    private readonly host: HTMLElement,
    private readonly pulled: Pulled,
  ) {
    this.#strip = host.ownerDocument.createElement('div');
    this.#strip.className = 'wx-refresher';
    this.#strip.innerHTML = '<i></i><i></i><i></i>';
    this.#strip.hidden = true;
    host.prepend(this.#strip);
    const options = { signal: this.#stop.signal };
    host.addEventListener('pointerdown', (event) => this.#down(event), options);
    host.addEventListener('pointermove', (event) => this.#move(event), options);
    for (const end of ['pointerup', 'pointercancel'] as const) host.addEventListener(end, () => this.#up(), options);
    // A touch screen would take the drag for scrolling and cancel the pointer.
    const keep = (event: Event): void => void (this.#pulling && event.preventDefault());
    host.addEventListener('touchmove', keep, { ...options, passive: false });
  }

  draw({ height, refreshing, dots, background, animated }: Look): void {
    const strip = this.#strip;
    strip.hidden = height === 0;
    strip.dataset['dots'] = dots;
    strip.classList.toggle('is-refreshing', refreshing);
    strip.style.cssText = `height:${height}px;background:${background};${animated ? 'transition:height 0.25s' : ''}`;
  }

  dispose(): void {
    this.#stop.abort();
  }

  #down({ isPrimary, clientX, clientY }: PointerEvent): void {
    if (this.pulled.ready && isPrimary && this.host.scrollTop <= 0) {
      this.#start = { x: clientX, y: clientY };
    }
  }

  #move(event: PointerEvent): void {
    if (!this.#start) return;
    const dx = Math.abs(event.clientX - this.#start.x);
    const dy = event.clientY - this.#start.y;
    if (!this.#pulling) {
      if (dx > dy + SLOP || dy < -SLOP) this.#start = undefined;
      if (dy < SLOP || dx > dy) return;
      this.#pulling = true;
      this.host.setPointerCapture(event.pointerId);
    }
    // The page's own pull-down refresh stays where it is.
    event.stopPropagation();
    // It gets harder the further it is pulled.
    this.pulled.pull(Math.max(0, dy) ** 0.85);
  }

  #up(): void {
    this.#start = undefined;
    if (!this.#pulling) return;
    this.#pulling = false;
    this.pulled.letGo();
  }
}
