import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Memory } from '../../wechat/memory';
import type { OpenDataError } from '../../wechat/open-data-error';
import { failed, pending, type AsyncState } from '../async-state';
import { createFetchSteps, type FetchPorts } from './fetch-steps';
import { freshSteps, keptSteps, type Steps } from './steps';

export interface WeRunPorts extends FetchPorts {
  /** Carries out the way out of an error that has to do with consent; says whether asking again makes sense now. */
  readonly recoverConsent: (error: OpenDataError) => Promise<boolean>;
  /** Whether this person has had steps on this phone. */
  readonly memory: Memory;
}

export interface WeRunActions {
  /** Asks WeChat for the steps. Only from a tap: WeChat may show a dialog or another screen. */
  readonly request: () => Promise<void>;
  /** Reads the steps that the cloud has kept, if nothing was asked yet. Asks WeChat nothing. */
  readonly restore: () => Promise<void>;
  /** The page is back: asks again for steps older than five minutes that this person had asked for. */
  readonly freshen: () => Promise<void>;
  /** Whether the phone may have newer steps: WeChat has not given any since this launch, or more than five minutes ago. */
  readonly isStale: () => boolean;
  /** Carries out the error's way out: WeChat's permission page or the privacy sheet, and then the steps. */
  readonly recover: () => Promise<void>;
}

export interface WeRunStore extends WeRunActions, Omit<StoreApi<AsyncState<Steps>>, 'setState'> {
  /** The cloud has forgotten the person's steps, so this forgets them too. */
  readonly reset: () => void;
}

const STALE_MS = 5 * 60_000;

/** Steps outside React. Errors are in the state; no action throws. */
export function createWeRunStore(ports: WeRunPorts): WeRunStore {
  const { subscribe, getState, getInitialState, setState } = createStore<AsyncState<Steps>>(() => ({ status: 'idle' }));
  const fetchSteps = createFetchSteps(ports);
  const set = (state: AsyncState<Steps>) => setState(state, true);
  /** The request on its way; who asks meanwhile shares it. */
  let request: Promise<void> | undefined;
  /** Counts what was started, so that a late answer knows that it is late. */
  let turn = 0;
  let askedFor = false;

  const ask = async (): Promise<void> => {
    const mine = (turn += 1);
    askedFor = true;
    set(pending(getState()));
    try {
      const days = await fetchSteps();
      if (mine !== turn) return;
      set({ status: 'success', data: freshSteps(days), updatedAt: ports.now() });
      ports.memory.remember();
    } catch (error) {
      if (mine === turn) set(failed(getState(), error));
    }
  };

  const reset = (): void => {
    turn += 1;
    request = undefined;
    askedFor = false;
    ports.memory.forget();
    set({ status: 'idle' });
  };

  const actions: WeRunActions = {
    request() {
      if (request !== undefined) return request;
      const mine = ask().finally(() => {
        if (request === mine) request = undefined;
      });
      return (request = mine);
    },

    async restore() {
      if (getState().status !== 'idle') return;
      const mine = (turn += 1);
      // Who was never here sees the way in at once, not a skeleton of what they do not have.
      if (ports.memory.recall()) set({ status: 'pending' });
      const restored = await readKept(ports);
      if (mine === turn) set(restored);
    },

    isStale() {
      const state = getState();
      // By the clock of the phone, which may have been set back.
      return state.status !== 'success' || !askedFor || Math.abs(ports.now() - state.updatedAt) >= STALE_MS;
    },

    async freshen() {
      if (getState().status === 'success' && askedFor && actions.isStale()) await actions.request();
    },

    async recover() {
      const state = getState();
      if (state.status !== 'error' || state.error.recover === 'none') return;
      const mine = turn;
      try {
        if (await ports.recoverConsent(state.error)) await actions.request();
      } catch (error) {
        if (mine === turn) set(failed(getState(), error));
      }
    },
  };

  return { subscribe, getState, getInitialState, reset, ...actions };
}

/** A failure here is nobody's error, since nobody asked: the way in stays, and a tap meets the same failure and says so. */
async function readKept({ callFunction, now }: WeRunPorts): Promise<AsyncState<Steps>> {
  try {
    const { days } = await callFunction('opendata', 'steps', {});
    if (days.length === 0) return { status: 'idle' };
    return { status: 'success', data: keptSteps(days, now()), updatedAt: now() };
  } catch (error) {
    console.warn('useWeRun: stored steps could not be read', error);
    return { status: 'idle' };
  }
}
