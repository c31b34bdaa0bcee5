/** Who is in: nothing that was acknowledged is lost, nobody comes back, nobody is in without having asked. */
import type { StoredWalk } from '../../cloud/walks';
import type { Facts, Person, Sight } from './facts';

export function seats({ people }: Facts, { roster, turns, people: known, places }: StoredWalk): readonly string[] {
  const asked = new Set(people.map(({ openid }) => openid));
  const strangers = [...roster, ...known, ...Object.keys(turns)].filter((openid) => !asked.has(openid));
  return [
    ...strangers.map((openid) => `${openid} is stored and never asked for anything`),
    ...people.flatMap((person) => {
      const index = roster.indexOf(person.openid);
      const end = { turn: turns[person.openid] ?? 0, isIn: index >= 0, ahead: Math.max(-1, index - places) };
      return [
        ...told(person),
        ...kept(person, end),
        ...onlyUp(person, end),
        ...asWished(person, end),
        ...byRequest(person, end),
      ].map((what) => `${person.openid} ${what}`);
    }),
  ];
}

type End = Pick<Sight, 'turn' | 'isIn' | 'ahead'>;

/** Odd turns are in, even ones out; no answer is older than one that came before it was asked for. */
function told({ sights }: Person): readonly string[] {
  return sights.flatMap(({ turn, isIn, begun }) => {
    const newest = Math.max(0, ...sights.filter(({ ended }) => ended < begun).map((sight) => sight.turn));
    return [
      ...((turn % 2 === 1) === isIn ? [] : [`was told ${isIn ? 'in' : 'out'} in turn ${turn}`]),
      ...(turn < newest ? [`was told turn ${turn} after turn ${newest}`] : []),
    ];
  });
}

function kept({ sights }: Person, { turn, isIn }: End): readonly string[] {
  const newest = Math.max(0, ...sights.map((sight) => sight.turn));
  return [
    ...(turn < newest ? [`was told turn ${newest}, stored is ${turn}`] : []),
    ...((turn % 2 === 1) === isIn ? [] : [`is stored ${isIn ? 'in' : 'out'} in turn ${turn}`]),
  ];
}

/** Who has a seat keeps it, and who waits moves up alone, as long as they stay. */
function onlyUp({ sights }: Person, end: End): readonly string[] {
  const places = [...sights, { ...end, begun: Infinity, ended: Infinity }].filter(({ isIn }) => isIn);
  return places.flatMap(({ turn, ahead, begun }) => {
    const before = places.filter((sight) => sight.turn === turn && sight.ended < begun).map((sight) => sight.ahead);
    const best = Math.min(Infinity, ...before);
    return ahead > best ? [`was told ${place(best)}, then ${place(ahead)}`] : [];
  });
}

const place = (ahead: number): string => (ahead < 0 ? 'seated' : `${ahead} before them`);

/** By what the person was told and asked for alone, whatever the stored turn says. */
function asWished({ sights, joins, leaves }: Person, { isIn }: End): readonly string[] {
  const last = (wanted: boolean) =>
    Math.max(-1, ...sights.filter((sight) => sight.isIn === wanted).map(({ turn }) => turn));
  const [wasIn, wasOut] = [last(true), last(false)];
  const isRevived = isIn && wasOut >= 0 && !joins.some(({ turn }) => turn >= wasOut);
  const isLost = !isIn && wasIn >= 0 && !leaves.some(({ turn }) => turn >= wasIn);
  return [
    ...(isRevived ? [`is in, was told out in turn ${wasOut}, and has not joined since`] : []),
    ...(isLost ? [`is out, was told in in turn ${wasIn}, and has not left since`] : []),
  ];
}

/** Every turn was made by a request for it, which had been sent when the first answer showed it. */
function byRequest({ sights, joins, leaves }: Person, { turn: last }: End): readonly string[] {
  return Array.from({ length: last }, (_none, turn) => {
    const asked = (turn % 2 === 0 ? joins : leaves).filter((call) => call.turn === turn);
    const shown = Math.min(Infinity, ...sights.filter((sight) => sight.turn > turn).map(({ ended }) => ended));
    return asked.some(({ begun }) => begun < shown) ? [] : [`has been through turn ${turn} without asking for it`];
  }).flat();
}
