import { useEffect } from 'react';
import { useStore } from 'zustand';
import type { ActivityDetail } from '../../../cloud/contract/contract';
import { callFunction } from '../../wechat/call-function';
import { useDidShow } from '../../wechat/page';
import { myActivities } from '../useActivities';
import { phoneNumberStore } from '../usePhoneNumber';
import { forgetShared } from './shared';
import { createActivityStore, type ActivityActions, type ActivityState, type ActivityStore } from './store';

const activities = new Map<string, ActivityStore>();

/** The one store of a walk. */
export function activityOf(activity: string): ActivityStore {
  const store =
    activities.get(activity) ??
    createActivityStore(activity, {
      callFunction,
      mine: myActivities.remember,
      phoneMissing: phoneNumberStore.reset,
      now: Date.now,
    });
  activities.set(activity, store);
  return store;
}

/** A walk that another call was answered with: nobody has to load it. */
export const receiveActivity = (walk: ActivityDetail): void => activityOf(walk.activity).receive(walk);

/** The cloud has forgotten the person, so what they saw and shared of walks is forgotten too. */
export function forgetActivities(): void {
  activities.forEach((activity) => activity.reset());
  forgetShared();
}

export type UseActivity = ActivityState & Omit<ActivityActions, 'load'>;

/**
 * One walk, read whenever the page is shown, with a card for it got ready meanwhile; idle as long as `activity` is
 * undefined.
 *
 * @example
 * const { activity, updatable, join, shared } = useActivity(id);
 * const onShared = () => void shared();
 * const { shareButton } = useShare({ page: 'activity', title, path, imageUrl, updatable, onShared });
 */
export function useActivity(activity: string | undefined): UseActivity {
  const store = activityOf(activity ?? '');
  const state = useStore(store);
  const { load, refresh, join, leave, start, cancel, retry, prepareCard, keepCard, shared } = store;
  useEffect(() => void load(), [load]);
  useDidShow(() => void load());
  return { ...state, refresh, join, leave, start, cancel, retry, prepareCard, keepCard, shared };
}
