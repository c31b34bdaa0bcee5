import { useEffect } from 'react';
import { useStore } from 'zustand';
import type { ActivitySummary } from '../../../cloud/contract/contract';
import { callFunction } from '../../wechat/call-function';
import { createMemory } from '../../wechat/memory';
import { useDidShow } from '../../wechat/page';
import type { AsyncState } from '../async-state';
import { createActivitiesStore, type ActivitiesActions, type ActivitiesStore } from './store';

/** Walks that the person has made or has a place in. */
export const myActivities = createActivitiesStore({
  read: () => callFunction('activity', 'mine', {}),
  memory: createMemory('activities-seen'),
  now: Date.now,
});

const lists = new Map<string, ActivitiesStore>();

/** The one list of a group's walks. */
export function activitiesOf(group: string): ActivitiesStore {
  const read = () => callFunction('activity', 'ofGroup', { group });
  const list = lists.get(group) ?? createActivitiesStore({ read, now: Date.now });
  lists.set(group, list);
  return list;
}

/** The cloud has forgotten the person, so this forgets what they had and saw. */
export function forgetLists(): void {
  myActivities.reset();
  lists.forEach((list) => list.reset());
}

/**
 * The walks of a group of mine, or mine where no group is named, next first, until their planned end, cancelled or not;
 * read whenever the page is shown. Mine are not asked for as long as I never had one.
 *
 * @example
 * const { state } = useActivities(group);
 */
export function useActivities(
  group?: string,
): { readonly state: AsyncState<readonly ActivitySummary[]> } & Pick<ActivitiesActions, 'refresh'> {
  const list = group === undefined ? myActivities : activitiesOf(group);
  const state = useStore(list);
  useEffect(() => void list.load(), [list]);
  useDidShow(() => void list.load());
  return { state, refresh: list.refresh };
}
