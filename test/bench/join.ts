/**
 * Joining a walk: alone, and a thousand people at once for thirty places. Database calls, card calls, conflicts, what
 * people are told and how long they wait for it; against the same in a transaction (`reference-join`).
 * At most 16 instances run at once here, and the rest of the crowd waits for one. CloudBase has more: there more
 * transactions meet.
 */
import {
  begunAgain,
  cardCalls,
  databaseCalls,
  joinAlone,
  joinAtOnce,
  sum,
  told,
  waited,
  type Crowd,
  type Joined,
} from './join-people';
import { inTransaction, ours } from './join-ways';
import { median, type Row } from './row';

const PEOPLE = 1_000;
const PLACES = 30;
const ALONE = 50;
/** Before anything is measured: instances load. */
const WARM_UP = 32;
/** What the SDK does by itself, and what somebody would ask for who expects a crowd. */
const RETRIES = 3;
const MANY_RETRIES = 30;

export async function joining(): Promise<Row[]> {
  const mine = await ours();
  const usual = await inTransaction(RETRIES);
  const patient = await inTransaction(MANY_RETRIES);
  const ways = [mine, usual, patient];
  try {
    for (const way of ways) await joinAtOnce(way, { people: WARM_UP, places: PLACES });
    const alone = { places: PLACES, times: ALONE };
    const [silent, telling] = [
      await joinAlone([mine, usual], { ...alone, card: false }),
      await joinAlone([mine, usual], { ...alone, card: true }),
    ];
    const crowds: Crowd[] = [];
    for (const way of ways) crowds.push(await joinAtOnce(way, { people: PEOPLE, places: PLACES }));
    return [...aloneRows(silent, telling), ...crowdRows(crowds)];
  } finally {
    await Promise.all(ways.map((way) => way.stop()));
  }
}

type Alone = readonly (readonly Joined[])[];

function aloneRows([mine = [], theirs = []]: Alone, [mineTelling = [], theirsTelling = []]: Alone): Row[] {
  return [
    callsAlone('joining a walk', mine, theirs, 2),
    callsAlone('joining a walk and telling its card', mineTelling, theirsTelling, 5),
    {
      what: `joining a walk and telling its card (p50 of ${ALONE})`,
      measured: times(mineTelling),
      reference: `in a transaction ${times(theirsTelling)}`,
      ratio: waited(mineTelling, 0.5) / waited(theirsTelling, 0.5),
    },
  ];
}

function callsAlone(what: string, mine: readonly Joined[], theirs: readonly Joined[], bound: number): Row {
  return {
    what: `${what}, database calls and calls of setUpdatableMsg`,
    measured: `${most(mine)}, ${cardCalls(mine) / mine.length}`,
    reference: `in a transaction ${most(theirs)}, ${cardCalls(theirs) / theirs.length}`,
    value: most(mine),
    bound,
  };
}

function crowdRows([mine, usual, patient]: readonly Crowd[]): Row[] {
  if (mine === undefined || usual === undefined || patient === undefined) throw new Error('a crowd did not join');
  const row = (what: string, figure: (crowd: Crowd) => string): Pick<Row, 'what' | 'measured' | 'reference'> => ({
    what: `${PEOPLE.toLocaleString('en')} at once for ${PLACES} places: ${what}`,
    measured: figure(mine),
    reference: `in a transaction, ${RETRIES} retries: ${figure(usual)}; ${MANY_RETRIES} retries: ${figure(patient)}`,
  });
  const ratio = (figure: (crowd: Crowd) => number): number => figure(mine) / figure(usual);
  const calls = ({ joins }: Crowd): number => sum(databaseCalls(joins));
  const failed = ({ joins }: Crowd): number => told(joins, 'failed');
  const promised = ({ joins }: Crowd): number => told(joins, 'seated');
  const p50 = ({ joins }: Crowd): number => waited(joins, 0.5);
  return [
    {
      ...row('database calls a join (median, most)', ({ joins }) => `${median(databaseCalls(joins))}, ${most(joins)}`),
      value: median(databaseCalls(mine.joins)),
      bound: 2,
    },
    { ...row('database calls in all', (crowd) => calls(crowd).toLocaleString('en')), ratio: ratio(calls) },
    {
      ...row('calls of setUpdatableMsg', ({ joins }) => `${cardCalls(joins)}`),
      ratio: ratio(({ joins }) => cardCalls(joins)),
    },
    row('transactions begun again', ({ joins }) => `${begunAgain(joins)}`),
    { ...row('people who are told to try again', (crowd) => `${failed(crowd)}`), value: failed(mine), bound: 0 },
    {
      ...row('places promised, sold twice', (crowd) => `${promised(crowd)}, ${crowd.oversold}`),
      value: mine.oversold,
      bound: 0,
    },
    row('the card afterwards', ({ card }) => card),
    { ...row('from the tap to the answer (p50)', ({ joins }) => times(joins)), ratio: ratio(p50) },
  ];
}

const most = (joins: readonly Joined[]): number => Math.max(...databaseCalls(joins));

function times(joins: readonly Joined[]): string {
  return `${time(waited(joins, 0.5))} (p95 ${time(waited(joins, 0.95))})`;
}

const time = (ms: number): string => (ms < 1_000 ? `${ms.toFixed(1)} ms` : `${(ms / 1_000).toFixed(1)} s`);
