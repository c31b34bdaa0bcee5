/** What calls say about one walk, person by person. */
import { detailIn, type Call, type Record, type Walk } from '../record';

/** An answer that told somebody where they stand. */
export interface Sight {
  readonly turn: number;
  readonly isIn: boolean;
  /** How many are before them in the waiting list; -1: they have a seat. */
  readonly ahead: number;
  readonly begun: number;
  readonly ended: number;
}

export interface Person {
  readonly openid: string;
  /** Requests, whatever came of them, duplicates too. */
  readonly joins: readonly Call[];
  readonly leaves: readonly Call[];
  /** By the end of the call. */
  readonly sights: readonly Sight[];
}

export interface Facts {
  readonly walk: Walk;
  readonly calls: readonly Call[];
  readonly people: readonly Person[];
  /** What may have closed the walk: its organizer's requests to start or cancel it that were not refused. */
  readonly closings: readonly Call[];
}

export function factsOf(record: Record, walk: Walk): Facts {
  const calls = record.calls.filter((call) => (call.walk || detailIn(call)?.activity) === walk.id);
  const byPerson = new Map<string, Call[]>();
  for (const call of calls) byPerson.set(call.person, [...(byPerson.get(call.person) ?? []), call]);
  const people = [...byPerson].map(([openid, own]) => ({
    openid,
    joins: own.filter(({ route }) => route === 'join'),
    leaves: own.filter(({ route }) => route === 'leave'),
    sights: own.flatMap(sightIn).sort((one, other) => one.ended - other.ended),
  }));
  const closings = calls.filter(
    ({ route, person, outcome }) =>
      /^(start|cancel)$/.test(route) && person === walk.organizer && outcome.kind !== 'refused',
  );
  return { walk, calls, people, closings };
}

function sightIn(call: Call): readonly Sight[] {
  const detail = detailIn(call);
  if (detail === undefined) return [];
  const { turn, seat } = detail;
  return [
    {
      turn,
      isIn: seat.status !== 'none',
      ahead: seat.status === 'waiting' ? seat.ahead : -1,
      begun: call.begun,
      ended: call.ended,
    },
  ];
}

/** The last that the person was told before `moment`. */
export function toldBefore({ sights }: Person, moment: number): Pick<Sight, 'turn' | 'isIn'> {
  let last: Pick<Sight, 'turn' | 'isIn'> = { turn: 0, isIn: false };
  for (const sight of sights) {
    if (sight.ended >= moment) break;
    if (sight.turn >= last.turn) last = sight;
  }
  return last;
}

/** Whether something that was asked for in time could have changed what was told. */
export const mayFollow = (calls: readonly Call[], turn: number, until: number): boolean =>
  calls.some((call) => call.turn >= turn && call.begun < until);
