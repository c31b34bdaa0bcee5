import { CallError } from '../../contract/call-error';
import type { ActivitiesStore } from './activities-store';
import { closed, findWalk } from './find-walk';
import { stateAt, type Walk } from './walk';

/**
 * The organizer starts the walk before its time; it lasts as long as it was planned to. Once more changes nothing.
 * Throws a CallError: `activity-missing`, `forbidden`, `activity-closed` where it is over or was called off.
 */
export async function start(store: ActivitiesStore, id: string, person: string, now: number): Promise<Walk> {
  const { startsAt, endsAt } = await ownWalk(store, id, person);
  // Times change here alone, and only while the walk is open: what was read is what is there when it starts.
  const early = { startsAt: now, endsAt: now + (endsAt - startsAt) };
  await store.start(id, person, now, now < startsAt ? early : { startsAt, endsAt });
  const walk = await ownWalk(store, id, person);
  if (stateAt(walk, now) !== 'started') throw closed();
  return walk;
}

/**
 * The organizer calls the walk off, or ends it where it has begun. Once more changes nothing.
 * Throws a CallError: `activity-missing`, `forbidden`.
 */
export async function cancel(store: ActivitiesStore, id: string, person: string, now: number): Promise<Walk> {
  if (!(await store.callOff(id, person, now))) await store.end(id, person);
  return ownWalk(store, id, person);
}

async function ownWalk(store: ActivitiesStore, id: string, person: string): Promise<Walk> {
  const walk = await findWalk(store, id);
  if (walk.organizer !== person) throw new CallError('forbidden', 'Only its organizer starts, ends or cancels a walk.');
  return walk;
}
