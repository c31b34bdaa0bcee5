import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Output } from '../../../cloud/contract/contract';
import type { CallFunction } from '../../wechat/call-function';
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
  /** Ms since the epoch. */
  readonly now: () => number;
}

/** The person's groups outside React. Errors are in the state; no action throws. */
export function createGroupsStore({ callFunction, now }: GroupsPorts): GroupsStore {
  const { subscribe, getState, getInitialState, setState } = createStore<AsyncState<readonly Group[]>>(() => ({
    status: 'idle',
  }));
  const set = (state: AsyncState<readonly Group[]>) => setState(state, true);
  let request: Promise<void> | undefined;
  let turn = 0;

  const read = async (): Promise<void> => {
    const mine = (turn += 1);
    set(pending(getState()));
    try {
      const { groups } = await callFunction('share', 'groups', {});
      if (mine === turn) set({ status: 'success', data: groups, updatedAt: now() });
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
      change(groups ? { status: 'success', data: groups, updatedAt: now() } : { status: 'idle' });
    },

    reset: () => change({ status: 'idle' }),
  };
}
