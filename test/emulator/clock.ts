/** One clock for all of the local WeChat: the machine's, moved by an offset that tests and the workbench set. */
export class Clock {
  /** Shared with function workers, which see a move at once: one float64, the offset in ms. */
  readonly shared = new SharedArrayBuffer(Float64Array.BYTES_PER_ELEMENT);
  readonly #offset = new Float64Array(this.shared);
  readonly #listeners = new Set<(offset: number) => void>();

  /** ms since the epoch, moved. */
  now(): number {
    return Date.now() + this.offset;
  }

  /** Unix seconds, moved: what WeChat's watermarks and step lists count in. */
  seconds(): number {
    return Math.floor(this.now() / 1000);
  }

  get offset(): number {
    return this.#offset[0] ?? 0;
  }

  /** Moves the clock by `ms` (negative = back). */
  advance(ms: number): void {
    this.setOffset(this.offset + ms);
  }

  setOffset(ms: number): void {
    if (!Number.isFinite(ms)) throw new TypeError(`clock offset must be a finite number of ms, got ${String(ms)}`);
    this.#offset[0] = ms;
    for (const listener of this.#listeners) listener(ms);
  }

  onMove(listener: (offset: number) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}
