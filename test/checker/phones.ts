import { createActivityStore, type ActivityStore } from '../../src/hooks/useActivity/store';
import { isIn } from '../../src/hooks/useActivity/predict';
import type { Recorder } from './recorder';
import type { Clock } from '../emulator/clock';

export interface Phones {
  /** The page of a walk on one of a person's phones: the store that `useActivity` is made of. */
  page(person: string, phone: number, walk: string): ActivityStore;
}

export function phonesOf(recorder: Recorder, clock: Clock): Phones {
  const pages = new Map<string, ActivityStore>();
  return {
    page(person, phone, walk) {
      const key = `${person} ${phone} ${walk}`;
      const callFunction = recorder.phoneOf(person);
      const nothing = () => undefined;
      const known = pages.get(key);
      const page =
        known ??
        createActivityStore(walk, { callFunction, mine: nothing, phoneMissing: nothing, now: () => clock.now() });
      pages.set(key, page);
      return page;
    },
  };
}

/** One tap on the button at the bottom: it joins or leaves, or tries again what failed. */
export async function tap(page: ActivityStore): Promise<void> {
  if (page.getState().activity.status === 'idle') await page.refresh();
  const { activity } = page.getState();
  if (activity.status === 'error' && activity.error.retryable) return page.retry();
  if (activity.status !== 'success' && activity.status !== 'error') return;
  if (activity.data !== undefined) await (isIn(activity.data) ? page.leave() : page.join());
}
