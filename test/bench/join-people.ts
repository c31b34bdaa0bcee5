/** People who join walks: one by one, or all at once; what each call cost and what each of them was told. */
import { randomBytes } from 'node:crypto';
import type { CallRecord } from '../emulator/cloud/types';
import type { JoinWay, Seat } from './join-ways';
import { quantile } from './row';

/** ms */
const TOO_LONG = 120_000;

/** One person's call. */
export interface Joined {
  readonly seat: Seat;
  /** From the tap to the answer; an instance of the function has to be free first. */
  readonly ms: number;
  readonly record: CallRecord;
}

export interface Crowd {
  readonly joins: readonly Joined[];
  /** People who were told that they have a place, and have none. */
  readonly oversold: number;
  /** What the card says afterwards. */
  readonly card: string;
}

/** `times` joins of each way in turn, each in a walk of its own. */
export async function joinAlone(
  ways: readonly JoinWay[],
  { places, times, card }: { readonly places: number; readonly times: number; readonly card: boolean },
): Promise<readonly (readonly Joined[])[]> {
  const joins = ways.map((): Joined[] => []);
  for (let time = 0; time < times; time += 1) {
    for (const [index, way] of ways.entries()) {
      const { walk } = await way.plan(places, { card });
      joins[index]?.push(...(await joinAll(way, walk, 1)));
    }
  }
  return joins;
}

/** All of them at once, in one walk with a card. Rejects where it takes minutes. */
export async function joinAtOnce(way: JoinWay, { people, places }: { people: number; places: number }): Promise<Crowd> {
  const { walk, card = '' } = await way.plan(places, { card: true });
  const joins = await joinAll(way, walk, people);
  const seated = new Set(way.roster(walk).slice(0, places));
  const oversold = joins.filter(({ seat, record }) => seat === 'seated' && !seated.has(record.openid ?? ''));
  return { joins, oversold: oversold.length, card: await way.cardSays(card) };
}

async function joinAll(way: JoinWay, walk: string, people: number): Promise<readonly Joined[]> {
  const records = new Map<string, CallRecord>();
  const stopListening = way.cloud.onCall((record) => records.set(record.openid ?? '', record));
  const request = { name: way.function, data: JSON.stringify(way.event(walk)) };
  const join = async (openid: string): Promise<Joined> => {
    const from = performance.now();
    const seat = await way.cloud.callFunction({ openid, source: 'wx_client' }, request).then(
      ({ result }) => way.seatIn(result),
      (): Seat => 'failed',
    );
    const ms = performance.now() - from;
    const record = records.get(openid);
    if (record === undefined) throw new Error('the local CloudBase kept no record of the call');
    return { seat, ms, record };
  };
  try {
    const all = Array.from({ length: people }, () => join(`o${randomBytes(12).toString('hex')}`));
    return await within(TOO_LONG, Promise.all(all));
  } finally {
    stopListening();
  }
}

async function within<T>(ms: number, promise: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`joining took more than ${ms / 1000} s`)), ms);
  });
  try {
    return await Promise.race([promise, tooLong]);
  } finally {
    clearTimeout(timer);
  }
}

/** ms that the share `q` of them waited at most. */
export const waited = (joins: readonly Joined[], q: number): number =>
  quantile(
    joins.map(({ ms }) => ms),
    q,
  );

export const databaseCalls = (joins: readonly Joined[]): readonly number[] =>
  joins.map(({ record }) => record.databaseCalls);

export const cardCalls = (joins: readonly Joined[]): number =>
  sum(joins.map(({ record }) => record.openapi.filter(({ name }) => name.endsWith('.setUpdatableMsg')).length));

/** Transactions that had to be begun again. */
export const begunAgain = (joins: readonly Joined[]): number =>
  sum(joins.map(({ record }) => Math.max(0, record.database.filter(({ action }) => action === 'start').length - 1)));

export const told = (joins: readonly Joined[], seat: Seat): number =>
  joins.filter((joined) => joined.seat === seat).length;

export const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
