import { createHash } from 'node:crypto';
import { maxOrganized } from '../../contract/activity';
import { CallError } from '../../contract/call-error';
import type { ActivitiesStore } from './activities-store';
import { findWalk } from './find-walk';
import type { Plan, Walk } from './walk';

const hour = 3_600_000;

/** How far ahead a walk may start, ms. */
const furthest = 90 * 24 * hour;
/** How long one may last, ms. */
const longest = 24 * hour;

export interface Creation {
  readonly store: ActivitiesStore;
  readonly isMember: (person: string, group: string) => Promise<boolean>;
  /** Rejects with a CallError where others may not see the text. */
  readonly checkText: (text: string, person: string) => Promise<void>;
  /** ms. */
  readonly now: () => number;
}

/**
 * Makes a walk for a group of the organizer's; the same `requestId` again answers what it made. Nobody is in it yet, its
 * organizer neither. Whoever leaves the group, or is forgotten, in the same moment leaves none behind.
 * Throws a CallError: `not-a-member`, `activities-full`, `invalid-input` for times that cannot be, and those of `checkText`.
 */
export async function create(
  { store, isMember, checkText, now }: Creation,
  organizer: string,
  { requestId, group, ...plan }: Plan & { readonly requestId: string; readonly group: string },
): Promise<Walk> {
  const id = idOf(organizer, requestId);
  const made = await store.find(id);
  if (made !== undefined) return findWalk(store, id);
  if (!(await isMember(organizer, group))) throw notAMember();
  refuseWrongTimes(plan, now());
  if ((await store.countOrganized(organizer, now())) >= maxOrganized) {
    // Made meanwhile by the same call, come twice: it may be the last that fits in.
    if ((await store.find(id)) !== undefined) return findWalk(store, id);
    throw new CallError('activities-full', `A person organizes at most ${maxOrganized} walks whose end lies ahead.`);
  }
  await checkText([plan.title, plan.place, plan.meetingPoint].join('\n'), organizer);
  await store.create({ id, organizer, group, plan });
  if (await isMember(organizer, group)) return findWalk(store, id);
  // Left, or was forgotten, when the walk was not there yet. One that a duplicate has made may have people by now.
  await store.withdraw(id, organizer);
  throw notAMember();
}

function notAMember(): CallError {
  return new CallError('not-a-member', 'Only a member of the group makes walks for it.');
}

/** Random as the request id is, so nobody can guess it; and one person's request makes no walk of somebody else's. */
function idOf(organizer: string, requestId: string): string {
  return createHash('sha256').update(`${organizer}\n${requestId}`).digest('hex').slice(0, 32);
}

function refuseWrongTimes({ startsAt, endsAt }: Plan, now: number): void {
  if (startsAt <= now || startsAt > now + furthest) {
    throw new CallError('invalid-input', 'startsAt must lie ahead, by 90 days at most.');
  }
  if (endsAt <= startsAt || endsAt > startsAt + longest) {
    throw new CallError('invalid-input', 'endsAt must come after startsAt, by 24 hours at most.');
  }
}
