import type { Clock } from '../../clock';

const MINUTE_MS = 60_000;

/** How often an API was called in the last minute of the moved clock; in memory alone. */
export class RateLimit {
  readonly #clock: Clock;
  readonly #calls = new Map<string, readonly number[]>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Counts the call if it may be; refused ones do not count. `perMinute` null: there is no limit. */
  admits(api: string, perMinute: number | null): boolean {
    const now = this.#clock.now();
    const lately = (this.#calls.get(api) ?? []).filter((at) => Math.abs(now - at) < MINUTE_MS);
    const isAdmitted = perMinute === null || lately.length < perMinute;
    this.#calls.set(api, isAdmitted ? [...lately, now] : lately);
    return isAdmitted;
  }

  clear(): void {
    this.#calls.clear();
  }
}
