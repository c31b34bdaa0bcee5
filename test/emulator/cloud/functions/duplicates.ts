import type { Clock } from '../../clock';

/** Second deliveries of calls: nobody hears their answers, the log has them. */
export class Duplicates {
  readonly #clock: Clock;
  /** Each ends the wait of one that waits for the clock. */
  readonly #waiting = new Set<() => void>();
  readonly #running = new Set<Promise<unknown>>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** @param afterMs of the moved clock; 0: at once */
  deliver(afterMs: number, run: () => Promise<unknown>): void {
    if (afterMs === 0) {
      this.#start(run);
      return;
    }
    const cancel = this.#clock.at(this.#clock.now() + afterMs, () => {
      this.#waiting.delete(cancel);
      this.#start(run);
    });
    this.#waiting.add(cancel);
  }

  forget(): void {
    for (const cancel of this.#waiting) cancel();
    this.#waiting.clear();
  }

  async settled(): Promise<void> {
    await Promise.all(this.#running);
  }

  #start(run: () => Promise<unknown>): void {
    // Its failure is in the log of calls, which is all that CloudBase tells of it.
    const done: Promise<unknown> = run()
      .catch(() => undefined)
      .finally(() => this.#running.delete(done));
    this.#running.add(done);
  }
}
