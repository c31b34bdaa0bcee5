import { createStore, type StoreApi } from 'zustand/vanilla';
import type { ActivitySummary } from '../../../cloud/contract/contract';
import type { Memory } from '../../wechat/memory';
import { failed, pending, type AsyncState } from '../async-state';

export interface ActivitiesActions {
  /** For a page that is shown: reads the walks, unless they came just now. */
  readonly load: () => Promise<void>;
  /** Reads the walks. */
  readonly refresh: () => Promise<void>;
}

type List = AsyncState<readonly ActivitySummary[]>;

export interface ActivitiesStore extends ActivitiesActions, Omit<StoreApi<List>, 'setState'> {
  /** There is something to read from now on, and it has changed. */
  readonly remember: () => void;
  readonly reset: () => void;
}

export interface ActivitiesPorts {
  readonly read: () => Promise<{ readonly activities: readonly ActivitySummary[] }>;
  /** Whether there was ever anything: who never had a walk costs no call. Without it every `load` reads. */
  readonly memory?: Memory | undefined;
  /** Ms since the epoch. */
  readonly now: () => number;
}

/** A page loads when it mounts and when it is shown: that is one reading. */
const JUST_NOW_MS = 1_000;

/** A list of walks outside React, next first. Errors are in the state; no action throws. */
export function createActivitiesStore({ read, memory, now }: ActivitiesPorts): ActivitiesStore {
  const { subscribe, getState, getInitialState, setState } = createStore<List>(() => ({ status: 'idle' }));
  const set = (state: List) => setState(state, true);
  let request: Promise<void> | undefined;
  let turn = 0;
  /** Since the list was read a walk was made, joined or left. */
  let changed = false;

  const fetch = async (): Promise<void> => {
    const mine = (turn += 1);
    changed = false;
    set(pending(getState()));
    try {
      const { activities } = await read();
      if (mine !== turn) return;
      set({ status: 'success', data: activities, updatedAt: now() });
      if (activities.length > 0) memory?.remember();
      // A walk that has come since is not in this answer.
      else if (!changed) memory?.forget();
    } catch (error) {
      if (mine === turn) set(failed(getState(), error));
    }
  };

  const refresh = (): Promise<void> => {
    if (!changed && memory?.recall() === false) return Promise.resolve();
    if (request !== undefined && !changed) return request;
    const running = fetch().finally(() => {
      if (request === running) request = undefined;
    });
    return (request = running);
  };

  return {
    subscribe,
    getState,
    getInitialState,
    refresh,

    load() {
      const state = getState();
      const justNow = state.status === 'success' && Math.abs(now() - state.updatedAt) < JUST_NOW_MS;
      return justNow && !changed ? Promise.resolve() : refresh();
    },

    remember() {
      memory?.remember();
      changed = true;
    },

    reset() {
      turn += 1;
      request = undefined;
      changed = false;
      memory?.forget();
      set({ status: 'idle' });
    },
  };
}
