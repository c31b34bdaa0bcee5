/** A walk's store over a scripted cloud. */
import type { ActivityDetail } from '../../../cloud/contract/contract';
import { createActivityStore, type ActivityStore } from '../../../src/hooks/useActivity/store';
import { dataOf } from '../../../src/hooks/async-state';
import { Cloud } from './cloud-script';
import { activityId } from './walks';

export interface ActivityWorld {
  readonly cloud: Cloud;
  readonly store: ActivityStore;
  readonly mine: jest.Mock;
  readonly phoneMissing: jest.Mock;
  readonly walk: () => ReturnType<ActivityStore['getState']>['activity'];
  readonly seat: () => ActivityDetail['seat'] | undefined;
}

/** `now`: ms since the epoch. What the store warns of is not printed until `jest.restoreAllMocks()`. */
export function openActivity(now: () => number, id = activityId): ActivityWorld {
  const cloud = new Cloud();
  const [mine, phoneMissing] = [jest.fn(), jest.fn()];
  const store = createActivityStore(id, { callFunction: cloud.callFunction, mine, phoneMissing, now });
  jest.spyOn(console, 'warn').mockImplementation(() => undefined);
  const walk = () => store.getState().activity;
  return { cloud, store, mine, phoneMissing, walk, seat: () => dataOf(walk())?.seat };
}
