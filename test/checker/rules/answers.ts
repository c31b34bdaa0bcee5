/** Answers about a walk: no more members than places, as many as can be, and refusals that are true. */
import { maxWaiting } from '../../../cloud/contract/activity';
import type { ActivityDetail } from '../../../cloud/contract/contract';
import { detailIn, listIn, type Call, type Record, type Walk } from '../record';
import { mayFollow, toldBefore, type Facts } from './facts';

export function answers(facts: Facts): readonly string[] {
  return facts.calls.flatMap((call) => {
    const detail = detailIn(call);
    const wrong =
      detail === undefined ? refusal(facts, call) : [...fits(detail, facts.walk), ...counts(facts, call, detail)];
    return wrong.map((what) => `${call.route} of ${call.person}: ${what}`);
  });
}

/** Of lists, which are of several walks. */
export function lists({ calls, walks }: Record): readonly string[] {
  return calls.flatMap((call) =>
    listIn(call).flatMap((summary) => {
      const walk = walks.find(({ id }) => id === summary.activity);
      return walk === undefined ? [`${call.route} has an unknown walk`] : fits(summary, walk);
    }),
  );
}

type Numbers = Pick<ActivityDetail, 'places' | 'members' | 'waiting' | 'seat'> &
  Partial<Pick<ActivityDetail, 'roster'>>;

function fits({ places, members, waiting, seat, roster }: Numbers, walk: Walk): readonly string[] {
  const isAhead = seat.status === 'waiting' && seat.ahead >= waiting;
  return [
    ...(places === walk.places ? [] : [`${places} places instead of ${walk.places}`]),
    ...(members <= places ? [] : [`${members} members in ${places} places`]),
    ...(waiting <= maxWaiting ? [] : [`${waiting} wait`]),
    ...(waiting > 0 && members < places ? [`${waiting} wait beside ${places - members} free places`] : []),
    ...(isAhead ? ['more are ahead than wait'] : []),
    ...(roster && roster.length !== members + waiting ? ['the names are not as many as the people'] : []),
  ];
}

/** Whether the number could be true at any moment of the call, by all that others were told and asked for. */
function counts({ people }: Facts, { begun, ended }: Call, { members, waiting }: ActivityDetail): readonly string[] {
  let least = 0;
  let most = 0;
  for (const person of people) {
    const { turn, isIn } = toldBefore(person, begun);
    if (isIn && !mayFollow(person.leaves, turn, ended)) least += 1;
    if (isIn || mayFollow(person.joins, turn, ended)) most += 1;
  }
  const all = members + waiting;
  return all < least || all > most ? [`${all} people, which must be ${least} to ${most}`] : [];
}

function refusal(facts: Facts, { outcome, begun, ended, endedAt, person, route }: Call): readonly string[] {
  const { walk, people } = facts;
  if (outcome.kind !== 'refused') return [];
  const { code } = outcome;
  if (code === 'activity-full') {
    const may = people.filter((other) => {
      const { turn, isIn } = toldBefore(other, begun);
      return other.openid !== person && (isIn || mayFollow(other.joins, turn, ended));
    }).length;
    return may >= walk.places + maxWaiting ? [] : [`full, with ${may} people at most`];
  }
  if (code === 'activity-closed') {
    return mayBeClosed(facts, ended) || endedAt >= walk.startsAt ? [] : ['closed, before anybody closed it'];
  }
  if (code === 'forbidden') return person === walk.organizer ? ['forbidden to its organizer'] : [];
  return [`${code}, which ${route} has no reason to say`];
}

/** A start is refused also where it was done, and the walk was ended before it was answered. */
function mayBeClosed({ walk, calls, closings }: Facts, moment: number): boolean {
  const isBefore = (until: number) => closings.some(({ begun }) => begun < until);
  const starts = calls.filter(
    ({ route, person, begun }) => route === 'start' && person === walk.organizer && begun < moment,
  );
  return isBefore(moment) || starts.some(({ ended }) => isBefore(ended));
}
