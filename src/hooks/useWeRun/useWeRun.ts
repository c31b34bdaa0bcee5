import { useStore } from 'zustand';
import { callFunction } from '../../wechat/call-function';
import { createMemory } from '../../wechat/memory';
import { getWeRunData } from '../../wechat/we-run';
import type { AsyncState } from '../async-state';
import { consentStore } from '../useConsent';
import type { Steps } from './steps';
import { createWeRunStore, type WeRunActions } from './store';

/** One store for the whole app: components share its state and its requests. */
export const weRunStore = createWeRunStore({
  getWeRunData,
  callFunction,
  recoverConsent: (error) => consentStore.recover(error, 'scope.werun'),
  memory: createMemory('we-run-seen'),
  now: Date.now,
});

/**
 * The person's WeRun steps of the last 31 days, and the ways to ask for them.
 *
 * @example
 * const { state, request, recover } = useWeRun();
 * if (state.status === 'error') return <Button onClick={recover}>{state.error.sentence}</Button>;
 */
export function useWeRun(): { readonly state: AsyncState<Steps> } & WeRunActions {
  const state = useStore(weRunStore);
  const { request, restore, freshen, isStale, recover } = weRunStore;
  return { state, request, restore, freshen, isStale, recover };
}
