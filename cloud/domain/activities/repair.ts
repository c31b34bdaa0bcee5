import type { ActivitiesStore } from './activities-store';
import type { Unpublished } from './walk';

export interface Repair {
  readonly store: ActivitiesStore;
  readonly publish: (walk: Unpublished) => Promise<void>;
  /** Of a part that failed while the others go on. */
  readonly report: (cause: unknown) => void;
  /** ms. */
  readonly now: () => number;
}

/** In one run. */
const most = 50;
/** At once. */
const atOnce = 5;
/** Ms for which a walk is kept once it is over: who went where is nobody's business for ever. */
const keptFor = 180 * 24 * 3_600_000;
/** Ms after which no walk is begun: the next run is a minute away. */
const patience = 4_000;

/**
 * What the timer does: starts and ends walks by the clock, tells the cards that were left, clears what is
 * done with or long over.
 * One part that fails does not keep the others from being done. Answers how many walks it published.
 */
export async function repair({ store, publish, report, now }: Repair): Promise<number> {
  const begun = now();
  const isDone = (work: Promise<void>): Promise<boolean> =>
    work.then(
      () => true,
      (cause: unknown) => {
        report(cause);
        return false;
      },
    );
  await isDone(store.keepTime(begun));
  await isDone(store.clearCardless(begun));
  const left = [...(await store.dirty(most))];
  let published = 0;
  while (left.length > 0 && now() < begun + patience) {
    const results = await Promise.all(left.splice(0, atOnce).map((walk) => isDone(publish(walk))));
    published += results.filter(Boolean).length;
  }
  await isDone(store.clearForgotten(now()));
  await isDone(store.dropOld(begun - keptFor));
  return published;
}
