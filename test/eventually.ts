/** Waiting for what another process, or another thread, does. */
import { setTimeout as sleep } from 'node:timers/promises';

/** ms. Long, because on a busy machine everything is: who waits for nothing is told so all the same. */
const patience = 25_000;

/** Looks again until there is something (`undefined`, `null`, `false` are not yet); fails saying what was waited for. */
export async function eventually<T>(
  look: () => T | Promise<T>,
  what: string | (() => string),
): Promise<Exclude<T, undefined | null | false>> {
  const end = Date.now() + patience;
  for (;;) {
    const found = await look();
    if (found !== undefined && found !== null && found !== false) return found as Exclude<T, undefined | null | false>;
    if (Date.now() > end) throw new Error(`waited ${patience} ms for ${typeof what === 'string' ? what : what()}`);
    await sleep(20);
  }
}
