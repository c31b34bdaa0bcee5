/** Who joined first is first: as far as one had the answer before the other asked. */
import type { StoredWalk } from '../../cloud/walks';
import type { Facts, Person } from './facts';

export function order({ people }: Facts, { roster, turns }: StoredWalk): readonly string[] {
  const byOpenid = new Map(people.map((person) => [person.openid, person]));
  const wrong: string[] = [];
  let earliest = { openid: '', moment: Infinity };
  for (const openid of [...roster].reverse()) {
    const person = byOpenid.get(openid);
    if (person === undefined) continue;
    const turn = turns[openid] ?? 0;
    if (earliest.moment < askedAt(person, turn)) wrong.push(`${openid} is before ${earliest.openid}, who was in first`);
    const moment = knownAt(person, turn);
    if (moment < earliest.moment) earliest = { openid, moment };
  }
  return wrong;
}

/** When they asked for the place that they have now. */
const askedAt = ({ joins }: Person, turn: number): number =>
  Math.min(Infinity, ...joins.filter((call) => call.turn === turn - 1).map(({ begun }) => begun));

/** When they were told that they have it. */
const knownAt = ({ sights }: Person, turn: number): number =>
  Math.min(Infinity, ...sights.filter((sight) => sight.turn >= turn).map(({ ended }) => ended));
