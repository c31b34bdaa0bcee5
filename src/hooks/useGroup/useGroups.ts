import { useStore } from 'zustand';
import { callFunction } from '../../wechat/call-function';
import { createMemory } from '../../wechat/memory';
import type { AsyncState } from '../async-state';
import { createGroupsStore, type Group, type GroupsActions } from './groups-store';

/** One store for the whole app. */
export const groupsStore = createGroupsStore({ callFunction, memory: createMemory('groups-seen'), now: Date.now });

/**
 * The person's groups, the one entered last first.
 *
 * @example
 * const { state, load } = useGroups();
 * useDidShow(() => void load());
 */
export function useGroups(): { readonly state: AsyncState<readonly Group[]> } & GroupsActions {
  return { state: useStore(groupsStore), load: groupsStore.load };
}
