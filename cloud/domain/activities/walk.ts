import type { ActivitySummary } from '../../contract/activity';

/** What an organizer writes down. Times in ms since the epoch. */
export type Plan = Pick<
  ActivitySummary,
  'title' | 'startsAt' | 'endsAt' | 'place' | 'meetingPoint' | 'places' | 'phoneNeeded'
>;

export type WalkState = ActivitySummary['state'];

/** What a card says, by WeChat's numbers: 0 people are joining, 1 started, 2 ended. Only ever upwards. */
export type CardState = 0 | 1 | 2;

/** A card in a chat, or several that share one activity_id. */
export interface Card {
  readonly activityId: string;
  /** Ms since the epoch: WeChat ends it then, by itself. */
  readonly expiresAt: number;
  /** The highest that WeChat is known to have taken. */
  readonly state: CardState;
}

/** Who publishes: until `until` (ms) nobody else does. 0: nobody. */
export interface Lease {
  readonly until: number;
  readonly by: string;
}

/** One walk as it is stored. People are openids; none of them ever leaves the cloud. */
export interface Walk extends Plan {
  readonly id: string;
  readonly organizer: string;
  readonly group: string;
  readonly state: WalkState;
  /** In the order in which they came: the first `places` have a seat, the others wait. */
  readonly roster: readonly string[];
  /** How many more fit into the roster, waiting included. Changes with the roster, in the same write. */
  readonly free: number;
  /** How often each person has joined or left. */
  readonly turns: Readonly<Record<string, number>>;
  /** What those who once waited saw last. */
  readonly seen: Readonly<Record<string, Seen>>;
  /** Raised by everything that a card could show, and by a new card. */
  readonly rev: number;
  /** Cards may say something else than this document. */
  readonly dirty: boolean;
  readonly lease: Lease;
  /** When somebody last set about telling the cards, or was done with it, ms. */
  readonly publishedAt: number;
  readonly cards: readonly Card[];
  /** The latest `expiresAt` of `cards`; 0 where there are none. */
  readonly cardsUntil: number;
}

/** That they wait; or when (ms) they were first answered that they have moved up. */
export type Seen = 'waiting' | number;

/** Ms from that first answer on for which it is news: that answer may have got lost, or gone to a duplicate. */
const newsLasts = 60_000;

/** What decides whether cards are told, and by whom: a whole walk may be 60 kB. */
export type Unpublished = Pick<Walk, 'id' | 'dirty' | 'lease' | 'publishedAt'>;

/** What a list shows. */
export type ListedWalk = Plan & Pick<Walk, 'id' | 'organizer' | 'state' | 'roster' | 'seen'>;

/** The stored state lags behind the clock by up to a minute, because a timer moves it: people are told what is true. */
export function stateAt(
  { state, startsAt, endsAt }: Pick<Walk, 'state' | 'startsAt' | 'endsAt'>,
  now: number,
): WalkState {
  const isOver = state === 'open' || state === 'started' ? endsAt <= now : false;
  if (isOver) return 'ended';
  return state === 'open' && startsAt <= now ? 'started' : state;
}

export function turnOf({ turns }: Walk, person: string): number {
  return (Object.hasOwn(turns, person) ? turns[person] : undefined) ?? 0;
}

export function seenBy({ seen }: Pick<Walk, 'seen'>, person: string): Seen | undefined {
  return Object.hasOwn(seen, person) ? seen[person] : undefined;
}

/** Seated: never more than `places`, whatever happens. */
export function membersOf({ roster, places }: Pick<Walk, 'roster' | 'places'>): number {
  return Math.min(roster.length, places);
}

export function seatOf(
  walk: Pick<Walk, 'roster' | 'places' | 'seen'>,
  person: string,
  now: number,
): ActivitySummary['seat'] {
  const index = walk.roster.indexOf(person);
  if (index < 0) return { status: 'none' };
  if (index >= walk.places) return { status: 'waiting', ahead: index - walk.places };
  const seen = seenBy(walk, person);
  return { status: 'seated', movedUp: seen === 'waiting' || (seen !== undefined && now < seen + newsLasts) };
}
