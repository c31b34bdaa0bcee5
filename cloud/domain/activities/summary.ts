import type { ActivityDetail, ActivitySummary } from '../../contract/activity';
import { membersOf, seatOf, stateAt, turnOf, type ListedWalk, type Walk } from './walk';

/** A walk as one person may see it in a list. `now` in ms. */
export function summaryOf(walk: ListedWalk, person: string, now: number): ActivitySummary {
  const { id, title, startsAt, endsAt, place, meetingPoint, places, phoneNeeded, roster, organizer } = walk;
  const members = membersOf(walk);
  return {
    activity: id,
    ...{ title, startsAt, endsAt, place, meetingPoint, places, phoneNeeded },
    state: stateAt(walk, now),
    members,
    waiting: roster.length - members,
    organizer: organizer === person,
    seat: seatOf(walk, person, now),
  };
}

/** The same with what its page shows, names excepted. */
export function detailOf(walk: Walk, person: string, now: number): ActivityDetail {
  return {
    ...summaryOf(walk, person, now),
    turn: turnOf(walk, person),
    rev: walk.rev,
    roster: null,
  };
}

/** Names are for who comes along and for who organizes. */
export function maySeeRoster(walk: Walk, person: string, now: number): boolean {
  return walk.organizer === person || seatOf(walk, person, now).status === 'seated';
}

/** Numbers are for who organizes, where the walk asked for them, until it is over: nobody can leave it any more then. */
export function maySeePhones(walk: Walk, person: string, now: number): boolean {
  const isOn = ['open', 'started'].includes(stateAt(walk, now));
  return isOn && walk.organizer === person && walk.phoneNeeded;
}

/** Names and numbers by openid; who has left none is missing. */
export interface People {
  readonly nicknames: ReadonlyMap<string, string>;
  readonly phones: ReadonlyMap<string, string>;
}

export function rosterOf({ roster, places }: Walk, { nicknames, phones }: People): ActivityDetail['roster'] {
  return roster.map((person, index) => ({
    nickname: nicknames.get(person) ?? '',
    phone: phones.get(person) ?? null,
    waiting: index >= places,
  }));
}

/** Of lists that may overlap: each walk once, the first to start first. */
export function merged(lists: readonly (readonly ListedWalk[])[], limit: number): readonly ListedWalk[] {
  const byId = new Map(lists.flat().map((walk) => [walk.id, walk]));
  return [...byId.values()]
    .sort((one, other) => one.startsAt - other.startsAt || (one.id < other.id ? -1 : 1))
    .slice(0, limit);
}
