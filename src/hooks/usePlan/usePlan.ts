import { useState } from 'react';
import { useStore } from 'zustand';
import { callFunction } from '../../wechat/call-function';
import { randomName } from '../../wechat/random-name';
import { receiveActivity } from '../useActivity';
import { draftOf } from './kept';
import { createPlanStore, type PlanActions, type PlanState } from './store';

export type UsePlan = PlanState & PlanActions;

/**
 * A walk that is being planned for a group of mine. What is typed stays on this phone until the walk is made.
 *
 * @example
 * const { draft, faults, edit, send } = usePlan(group);
 */
export function usePlan(group: string): UsePlan {
  const [store] = useState(() =>
    createPlanStore(group, {
      callFunction,
      randomName,
      stored: draftOf(group),
      receive: receiveActivity,
      now: Date.now,
    }),
  );
  const state = useStore(store);
  const { edit, leaveField, send } = store;
  return { ...state, edit, leaveField, send };
}
