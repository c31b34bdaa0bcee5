import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Output } from '../../../cloud/contract/contract';
import type { CallFunction } from '../../wechat/call-function';
import type { Memory } from '../../wechat/memory';
import { dataOf, failed, pending, type AsyncState } from '../async-state';

/** A group of mine, and whether it sees my steps. */
export type Group = Output<'share', 'groups'>['groups'][number];

export interface GroupsActions {
  /** Reads my groups, the one that I entered last first. */
  readonly load: () => Promise<void>;
}

export interface GroupsStore extends GroupsActions, Omit<StoreApi<AsyncState<readonly Group[]>>, 'setState'> {
  /** A group was left. */
  readonly forget: (group: string) => void;
  readonly reset: () => void;
}

export interface GroupsPorts {
  readonly callFunction: CallFunction;
  /** Whether this person has had groups on this phone: who has none does not wait for any. */
  readonly memory: Memory;
  /** Ms since the epoch. */
  readonly now: () => number;
}

/** The person's groups outside React. Errors are in the state; no action throws. */
export function createGroupsStore({ callFunction, memory, now }: GroupsPorts): GroupsStore {
  const { subscribe, getState, getInitialState, setState } = createStore<AsyncState<readonly Group[]>>(() => ({
    status: 'idle',
  }));
  const set = (state: AsyncState<readonly Group[]>) => setState(state, true);
  let request: Promise<void> | undefined;
  let turn = 0;

  const keepInMind = (some: boolean): void => {
    if (some === memory.recall()) return;
    if (some) memory.remember();
    else memory.forget();
  };

  const read = async (): Promise<void> => {
    const mine = (turn += 1);
    if (getState().status !== 'idle' || memory.recall()) set(pending(getState()));
    try {
      const { groups } = await callFunction('share', 'groups', {});
      if (mine !== turn) return;
      keepInMind(groups.length > 0);
      set({ status: 'success', data: groups, updatedAt: now() });
    } catch (error) {
      if (mine === turn) set(failed(getState(), error));
    }
  };

  const change = (state: AsyncState<readonly Group[]>): void => {
    turn += 1;
    request = undefined;
    set(state);
  };

  return {
    subscribe,
    getState,
    getInitialState,

    load() {
      if (request !== undefined) return request;
      const mine = read().finally(() => {
        if (request === mine) request = undefined;
      });
      return (request = mine);
    },

    forget(group) {
      const groups = dataOf(getState())?.filter((other) => other.group !== group);
      if (groups?.length === 0) memory.forget();
      change(groups ? { status: 'success', data: groups, updatedAt: now() } : { status: 'idle' });
    },

    reset() {
      memory.forget();
      change({ status: 'idle' });
    },
  };
}
