/** What is going to happen, all of it from one seed: who taps what, what breaks, where time goes. */
import type { ArmedFault } from '../emulator/cloud/types';
import { faultFrom } from './generated-fault';
import { randomFrom, type Random } from './random';

export interface Size {
  readonly people: number;
  readonly walks: number;
  readonly actions: number;
  /** So many places has every walk, and everybody taps on each before anything else is done: too many come. */
  readonly crowded?: number;
}

export interface PlannedWalk {
  readonly organizer: number;
  readonly requestId: string;
  readonly places: number;
  /** ms after the beginning of the history. */
  readonly startsIn: number;
  /** ms. */
  readonly lasts: number;
}

/** People and walks by number. `phone`: who has two plays with both. */
export type Action =
  /** Joins or leaves, as the screen offers; where the last change failed, tries that again. `times` taps at once. */
  | {
      readonly kind: 'tap';
      readonly person: number;
      readonly walk: number;
      readonly phone: 0 | 1;
      readonly times: 1 | 2;
    }
  | { readonly kind: 'look'; readonly person: number; readonly walk: number; readonly phone: 0 | 1 }
  | { readonly kind: 'lists'; readonly person: number }
  /** A request of theirs arrives once more; `which` from 0 (the oldest) to 1. */
  | { readonly kind: 'replay'; readonly which: number }
  /** A page gets a card ready. */
  | { readonly kind: 'prepare'; readonly person: number; readonly walk: number }
  /** Sends the card that the page has ready, or gets one now, into a chat, where some ask to be reminded. */
  | { readonly kind: 'share'; readonly person: number; readonly walk: number; readonly reminded: readonly number[] }
  | { readonly kind: 'start' | 'cancel'; readonly person: number; readonly walk: number }
  | { readonly kind: 'create'; readonly walk: number }
  /** `first` taps, and `second` as soon as WeChat hears of it, while it is slow to answer. */
  | { readonly kind: 'meanwhile'; readonly first: number; readonly second: number; readonly walk: number }
  | { readonly kind: 'jump'; readonly ms: number }
  | { readonly kind: 'timer' }
  | { readonly kind: 'fault'; readonly fault: ArmedFault };

export interface History {
  readonly seed: number;
  readonly size: Size;
  /** How many actions are under way at once. */
  readonly lanes: number;
  /**
   * `quiet`: the clock jumps when nothing is under way, so a lease is as long as it says, and WeChat may be slow.
   * `wild`: it jumps in the middle of everything.
   */
  readonly jumps: 'quiet' | 'wild';
  /** Whether WeChat hears what it is told of an id that no card was sent with yet: nobody knows, so both are played. */
  readonly unsent: 'accepted' | 'refused';
  readonly walks: readonly PlannedWalk[];
  /** What is broken from the start, while the walks are made. */
  readonly opening: readonly ArmedFault[];
  readonly actions: readonly Action[];
}

/** The first people are WeChat's users: they organize, share and are reminded. */
export const users = 8;

const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;

/** One of 60 histories has a hundred people or so; the others are small. */
export function sizeFrom(seed: number): Size {
  const random = randomFrom(seed ^ 0x5eed);
  if (random.chance(1 / 60)) {
    const people = random.whole(60, 130);
    return { people, walks: random.whole(1, 2), actions: Math.round(people * 1.4) };
  }
  return { people: random.whole(5, 20), walks: random.whole(1, 3), actions: random.whole(10, 32) };
}

/** The same seed and size give the same history, for ever. */
export function historyFrom(seed: number, size: Size = sizeFrom(seed)): History {
  const random = randomFrom(seed);
  const jumps = random.chance(0.7) ? 'quiet' : 'wild';
  const isSmall = size.people <= 20;
  const walks = Array.from({ length: size.walks }, () => walkFrom(random, size));
  const opening = Array.from({ length: random.whole(0, 2) }, () => faultFrom(random, jumps));
  const actions = Array.from({ length: size.actions }, (_none, index) =>
    actionFrom(random, size, { late: index > size.actions / 2, jumps }),
  );
  const everybody = size.crowded === undefined ? [] : rush(size);
  const ready = withPreparation(actions, randomFrom(seed ^ 0xca4d));
  const shared = withLastCard(ready, size, randomFrom(seed ^ 0x1a57));
  return {
    seed,
    size,
    lanes: isSmall ? random.whole(2, 5) : 16,
    jumps,
    unsent: seed % 2 === 0 ? 'refused' : 'accepted',
    walks,
    opening,
    actions: [...everybody, ...(jumps === 'quiet' ? withLastChange(shared, size, randomFrom(seed ^ 0x2ace)) : shared)],
  };
}

/** Each person's first tap, on every walk. */
function rush({ people, walks }: Size): readonly Action[] {
  const each = Array.from({ length: people * walks }, (_none, index) => index);
  return each.map((index) => ({
    ...{ kind: 'tap', person: index % people, walk: Math.floor(index / people), phone: 0, times: 1 },
  }));
}

/** Half of those who share had their card ready some actions before: by then others have joined, or the walk has begun. */
function withPreparation(actions: readonly Action[], random: Random): readonly Action[] {
  const before = new Map<number, Action[]>();
  actions.forEach((action, index) => {
    if (action.kind !== 'share' || !random.chance(0.5)) return;
    const { person, walk } = action;
    const at = Math.max(0, index - random.whole(1, 8));
    before.set(at, [...(before.get(at) ?? []), { kind: 'prepare', person, walk }]);
  });
  return actions.flatMap((action, index) => [...(before.get(index) ?? []), action]);
}

/** One of three ends with a card that was ready long before: what it says nobody else will put right. */
function withLastCard(actions: readonly Action[], { people, walks }: Size, random: Random): readonly Action[] {
  if (!random.chance(1 / 3)) return actions;
  const person = random.whole(0, Math.min(people, users) - 1);
  const walk = random.whole(0, walks - 1);
  const at = Math.floor((actions.length * random.whole(0, 40)) / 100);
  const ready: Action = { kind: 'prepare', person, walk };
  return [...actions.slice(0, at), ready, ...actions.slice(at), { kind: 'share', person, walk, reminded: [] }];
}

/** Every other one ends with a change that comes while WeChat is told of the one before: no later one repairs the card. */
function withLastChange(actions: readonly Action[], { people, walks }: Size, random: Random): readonly Action[] {
  if (!random.chance(1 / 2)) return actions;
  const walk = random.whole(0, walks - 1);
  const first = random.whole(0, people - 1);
  const second = (first + random.whole(1, people - 1)) % people;
  const sharer = random.whole(0, Math.min(people, users) - 1);
  return [
    ...actions,
    { kind: 'share', person: sharer, walk, reminded: [] },
    { kind: 'meanwhile', first, second, walk },
  ];
}

function walkFrom(random: Random, { people, crowded }: Size): PlannedWalk {
  const planned = {
    organizer: random.whole(0, Math.min(people, users) - 1),
    requestId: Array.from({ length: 32 }, () => random.whole(0, 15).toString(16)).join(''),
    places: people <= 20 ? random.of([1, 1, 2, 3, random.whole(1, people)]) : random.of([1, 3, 12, 30]),
    startsIn: random.of([30 * minute, 2 * hour, 30 * hour, 60 * hour]),
    lasts: random.of([hour, 5 * hour]),
  };
  return crowded === undefined ? planned : { ...planned, places: crowded };
}

interface Moment {
  readonly late: boolean;
  readonly jumps: History['jumps'];
}

function actionFrom(random: Random, { people, walks }: Size, { late, jumps }: Moment): Action {
  const person = random.whole(0, people - 1);
  const user = random.whole(0, Math.min(people, users) - 1);
  const walk = random.whole(0, walks - 1);
  const phone = random.chance(0.15) ? 1 : 0;
  const kind = random.weighted([
    [52, 'tap'],
    [6, 'look'],
    [9, 'replay'],
    [5, 'share'],
    [1, 'lists'],
    [late ? 1.5 : 0.1, 'start'],
    [late ? 1.5 : 0.1, 'cancel'],
    [1, 'create'],
    [4, 'jump'],
    [4, 'timer'],
    [16, 'fault'],
  ] as const);
  switch (kind) {
    case 'tap':
      return { kind, person, walk, phone, times: random.chance(0.2) ? 2 : 1 };
    case 'look':
      return { kind, person, walk, phone };
    case 'lists':
      return { kind, person };
    case 'replay':
      return { kind, which: random.next() };
    case 'share':
      return {
        kind,
        person: user,
        walk,
        reminded: Array.from({ length: users }, (_none, index) => index).filter(() => random.chance(0.3)),
      };
    case 'start':
    case 'cancel':
      return { kind, person: user, walk };
    case 'create':
      return { kind, walk };
    case 'jump':
      return { kind, ms: jumpFrom(random, late) };
    case 'timer':
      return { kind };
    case 'fault':
      return { kind, fault: faultFrom(random, jumps) };
  }
}

function jumpFrom(random: Random, late: boolean): number {
  const small = [3 * second, 20 * second, minute, 6 * minute];
  const large = [40 * minute, 2 * hour, 23.5 * hour, 25 * hour];
  return random.of(random.chance(late ? 0.5 : 0.2) ? large : small);
}
