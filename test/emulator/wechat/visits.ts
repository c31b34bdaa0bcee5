import type { Clock } from '../clock';

/** Content checks take users who were in the mini program in the last two hours. Source: sec-center/sec-check */
const LATELY_MS = 2 * 3_600_000;

/** When each user was in the mini program last. Not kept: after a restart nobody was. */
export class Visits {
  readonly #clock: Clock;
  readonly #last = new Map<string, number>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  visit(openid: string): void {
    this.#last.set(openid, this.#clock.now());
  }

  wasHereLately(openid: string): boolean {
    const last = this.#last.get(openid);
    return last !== undefined && this.#clock.now() - last < LATELY_MS;
  }

  clear(): void {
    this.#last.clear();
  }
}
