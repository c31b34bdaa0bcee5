import { CallError } from '../../contract/call-error';
import type { ActivitiesStore } from './activities-store';
import type { Walk } from './walk';

/** Throws a CallError: `activity-missing`, also for what is left of a walk whose organizer was forgotten. */
export async function findWalk(store: Pick<ActivitiesStore, 'find'>, id: string): Promise<Walk> {
  const walk = await store.find(id);
  if (walk === undefined || walk.organizer === '') throw new CallError('activity-missing', 'There is no such walk.');
  return walk;
}

export function closed(): CallError {
  return new CallError('activity-closed', 'The walk has started, is over, or was called off.');
}
