import type { ActivitiesStore } from './activities-store';
import type { Walk } from './walk';

export interface Repair {
  readonly store: ActivitiesStore;
  readonly publish: (walk: Walk) => Promise<void>;
  /** ms. */
  readonly now: () => number;
}

/** In one run. */
const most = 50;
/** At once. */
const atOnce = 5;
/** Ms after which no walk is begun: the next run is a minute away. */
const patience = 4_000;

/**
 * What the timer does: starts and ends walks by the clock, tells the cards that were left, clears what is done with.
 * Answers how many walks it published.
 */
export async function repair({ store, publish, now }: Repair): Promise<number> {
  const begun = now();
  await store.keepTime(begun);
  const left = [...(await store.dirty(most))];
  let published = 0;
  while (left.length > 0 && now() < begun + patience) {
    const some = left.splice(0, atOnce);
    await Promise.all(some.map((walk) => publish(walk)));
    published += some.length;
  }
  await store.clearForgotten(now());
  return published;
}
