/** A walk goes from open to started to ended, or is cancelled, and takes nobody then. */
import type { ActivityDetail } from '../../../cloud/contract/contract';
import type { StoredWalk } from '../../cloud/walks';
import { detailIn, type Call } from '../record';
import type { Facts } from './facts';

type State = ActivityDetail['state'];

export function states(facts: Facts, stored: StoredWalk, now: number): readonly string[] {
  return [...inOrder(facts), ...takesNobody(facts, stored), ...byTheClock(facts, stored, now)];
}

function inOrder({ walk, calls, closings }: Facts): readonly string[] {
  // The clock may pass the start while a walk is being called off.
  const isRace = closings.some(({ route, begunAt }) => route === 'cancel' && begunAt < walk.startsAt);
  const after: Readonly<Record<State, readonly State[]>> = {
    open: ['open', 'started', 'ended', 'cancelled'],
    started: isRace ? ['started', 'ended', 'cancelled'] : ['started', 'ended'],
    ended: ['ended'],
    cancelled: ['cancelled'],
  };
  const sights = calls.flatMap((call) => {
    const detail = detailIn(call);
    return detail === undefined ? [] : [{ begun: call.begun, ended: call.ended, state: detail.state }];
  });
  const ends = [...sights].sort((one, other) => one.ended - other.ended);
  const reached = new Set<State>();
  let next = 0;
  return sights.flatMap(({ begun, state }) => {
    for (let end = ends[next]; end !== undefined && end.ended < begun; end = ends[(next += 1)]) reached.add(end.state);
    const wrong = [...reached].filter((before) => !after[before].includes(state));
    return wrong.map((before) => `was ${before}, then ${state}`);
  });
}

/** Nobody joins or leaves by a request that was made when it was known to be closed. */
function takesNobody({ walk, calls, people }: Facts, { turns }: StoredWalk): readonly string[] {
  const closed = Math.min(
    Infinity,
    ...calls.filter((call) => (detailIn(call)?.state ?? 'open') !== 'open').map(({ ended }) => ended),
  );
  const isLate = ({ begun, begunAt }: Call) => begun > closed || begunAt >= walk.startsAt;
  return people.flatMap(({ openid, joins, leaves }) =>
    Array.from({ length: turns[openid] ?? 0 }, (_none, turn) => {
      const asked = (turn % 2 === 0 ? joins : leaves).filter((call) => call.turn === turn);
      const isTaken = asked.length > 0 && asked.every(isLate);
      return isTaken ? [`${openid} ${turn % 2 === 0 ? 'joined' : 'left'} after it had closed`] : [];
    }).flat(),
  );
}

/** After the timer what is stored is what the clock says. */
function byTheClock({ walk }: Facts, { state }: StoredWalk, now: number): readonly string[] {
  const isOver = now >= walk.endsAt && (state === 'open' || state === 'started');
  const hasBegun = now >= walk.startsAt && state === 'open';
  return isOver || hasBegun ? [`is stored ${state} when it should have ${isOver ? 'ended' : 'begun'}`] : [];
}
