import { CallError } from '../../contract/call-error';
import type { ActivitiesStore, Wish } from './activities-store';
import { closed, findWalk } from './find-walk';
import { seatOf, seenBy, stateAt, turnOf, type Walk } from './walk';

export interface Seats {
  readonly store: ActivitiesStore;
  readonly hasPhone: (person: string) => Promise<boolean>;
  /** ms. */
  readonly now: () => number;
}

/** A place can become free between a refusal and the look that explains it; then the wish is tried again. */
const tries = 4;

/**
 * Takes a place, or the next one in the waiting list, and answers the walk as it is then: also where the person has a
 * place already, and where `turn` is over because this call is a duplicate that comes late.
 * Two calls of the store as a rule, three for who has to wait.
 * Throws a CallError: `activity-missing`, `activity-closed`, `activity-full`, `phone-needed`.
 */
export async function join({ store, hasPhone, now }: Seats, id: string, person: string, turn: number): Promise<Walk> {
  let phoneGiven = false;
  for (let left = tries; left > 0; left -= 1) {
    const at = now();
    const joined = await store.join(id, { person, turn, now: at, phoneGiven });
    const walk = await findWalk(store, id);
    if (joined) return rememberWaiting(store, walk, { person, turn: turn + 1, now: at });
    if (walk.roster.includes(person) || turnOf(walk, person) !== turn) return walk;
    if (stateAt(walk, at) !== 'open') throw closed();
    if (walk.phoneNeeded && !phoneGiven) {
      phoneGiven = await hasPhone(person);
      if (!phoneGiven) throw new CallError('phone-needed', 'This walk wants a phone number first.');
    } else if (walk.free <= 0) break;
  }
  throw new CallError('activity-full', 'Neither a place nor one in the waiting list is left.');
}

/** Who sees now that they wait is told when they have moved up. */
async function rememberWaiting(store: ActivitiesStore, walk: Walk, { person, turn, now }: Wish): Promise<Walk> {
  if (seatOf(walk, person, now).status === 'waiting') await store.saw(walk.id, person, turn, 'waiting');
  return walk;
}

/**
 * Gives the place back; who waits longest has it from then on. Answers the walk as it is then.
 * Throws a CallError: `activity-missing`, `activity-closed`.
 */
export async function leave(
  { store, now }: Pick<Seats, 'store' | 'now'>,
  id: string,
  person: string,
  turn: number,
): Promise<Walk> {
  const at = now();
  const left = await store.leave(id, { person, turn, now: at });
  const walk = await findWalk(store, id);
  const isDone = left || !walk.roster.includes(person) || turnOf(walk, person) !== turn;
  if (!isDone && stateAt(walk, at) !== 'open') throw closed();
  return walk;
}

/** Remembers what the person sees when they open the walk, if that is news. Answers the walk as it was before. */
export async function look(store: ActivitiesStore, id: string, person: string, now: number): Promise<Walk> {
  const walk = await findWalk(store, id);
  const { status } = seatOf(walk, person, now);
  if (status === 'none') return walk;
  const sawWaiting = seenBy(walk, person) === 'waiting';
  const isNews = sawWaiting !== (status === 'waiting');
  if (isNews) await store.saw(id, person, turnOf(walk, person), status === 'waiting' ? status : now);
  return walk;
}
