/** What a timer of Node's can wait. */
const LONGEST_TIMEOUT_MS = 2 ** 31 - 1;

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

  /**
   * Calls `callback` once, when the moved clock has reached `time` (ms since the epoch): also where it jumps over it, and
   * at once where it is past. Does not keep the process alive. Returns what takes it back.
   */
  at(time: number, callback: () => void): () => void {
    let timer: NodeJS.Timeout | undefined;
    const stopListening = this.onMove(() => wait());
    const cancel = (): void => {
      clearTimeout(timer);
      stopListening();
    };
    const wait = (): void => {
      clearTimeout(timer);
      timer = setTimeout(look, Math.min(Math.max(time - this.now(), 0), LONGEST_TIMEOUT_MS));
      timer.unref();
    };
    const look = (): void => {
      if (this.now() < time) return wait();
      cancel();
      callback();
    };
    wait();
    return cancel;
  }

  onMove(listener: (offset: number) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}
