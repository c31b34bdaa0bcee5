import { randomUUID } from 'node:crypto';
import type { Life } from '../wechat/chats/types';

export const newLife = (): Life => randomUUID();

/** Who holds a phone while one life of the mini program runs there. */
export interface Holder {
  readonly openid: string;
  readonly life: Life;
}

/**
 * Who holds one phone, and who held it: an app still says things while it ends (`onUnload`), and they are said by the
 * person in whose life it ran, although the next one holds the phone already.
 */
export class Holders {
  #now: Holder;
  /** May still be ending, oldest first. */
  #before: readonly Holder[] = [];

  constructor(openid: string) {
    this.#now = { openid, life: newLife() };
  }

  get now(): Holder {
    return this.#now;
  }

  /** Of a life that runs, or is still ending. */
  of(life: unknown): Holder | undefined {
    return [this.#now, ...this.#before].find((holder) => holder.life === life);
  }

  add(holder: Holder): void {
    this.#before = [...this.#before, this.#now];
    this.#now = holder;
  }

  /** The mini program of `life` runs: those before it have ended. */
  started(life: Life): void {
    if (life === this.#now.life) this.#before = [];
    const at = this.#before.findIndex((holder) => holder.life === life);
    if (at > 0) this.#before = this.#before.slice(at);
  }

  /** Nothing of before runs any more. */
  forgetOthers(): void {
    this.#before = [];
  }
}
