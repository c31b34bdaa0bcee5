/** What was seen of a history, in the order in which it was seen: all that the rules judge by. */
import type { ActivityCard, ActivityDetail, ActivitySummary } from '../../cloud/contract/activity';
import type { ErrorCode } from '../../cloud/contract/errors';
import type { Route } from '../cloud/walks';
import type { Message } from '../emulator/wechat/chats/types';
import type { UpdatableActivity } from '../emulator/wechat/updatable/types';
import type { History } from './history';
import type { Telling } from './world';

/** A call of a person's phone. `begun` and `ended` count events; the clock's times are in ms. */
export interface Call {
  readonly person: string;
  readonly route: Route;
  /** '' where the call is about none, or none that is known yet. */
  readonly walk: string;
  /** That `join` and `leave` carry. */
  readonly turn: number;
  readonly input: object;
  /** Nobody asked again: an earlier request arrived once more. */
  readonly isReplay: boolean;
  readonly begun: number;
  readonly begunAt: number;
  /** Infinity where nobody heard an answer: it may take effect at any time. */
  ended: number;
  endedAt: number;
  outcome: Outcome;
}

export type Outcome =
  | { readonly kind: 'answered'; readonly data: unknown }
  /** For a reason that is about the walk or the person. */
  | { readonly kind: 'refused'; readonly code: ErrorCode }
  /** Nobody knows whether it was carried out. */
  | { readonly kind: 'lost'; readonly reason: string };

/** A walk as its plan says, with what it became. */
export interface Walk {
  readonly id: string;
  readonly organizer: string;
  readonly places: number;
  /** ms. */
  readonly startsAt: number;
  readonly endsAt: number;
}

/** 提醒我, where WeChat took it. */
export interface Subscription {
  readonly activityId: string;
  readonly cardId: string;
  readonly person: string;
}

/** A card as it left the phone. */
export interface Sending {
  readonly activityId: string;
  /** Its words were not, or no more, what was stored just then. */
  readonly isOld: boolean;
}

export interface Record {
  readonly history: History;
  readonly walks: readonly Walk[];
  /** By `begun`. */
  readonly calls: readonly Call[];
  readonly subscriptions: readonly Subscription[];
  readonly sendings: readonly Sending[];
  /** Changes that came while WeChat was told of the one before. */
  readonly changedMeanwhile: number;
  /** Documents of `activities` when all was over. */
  readonly documents: readonly unknown[];
  /** Every id that WeChat gave for these walks, as WeChat has it. */
  readonly cards: readonly UpdatableActivity[];
  readonly tellings: readonly Telling[];
  readonly messages: readonly Message[];
  /** ms, when all was over. */
  readonly now: number;
  /** What was wrong while it went on. */
  readonly meanwhile: readonly string[];
}

const details: ReadonlySet<Route> = new Set(['create', 'detail', 'join', 'leave', 'start', 'cancel']);

/** The walk that this call answered with. */
export function detailIn({ route, outcome }: Call): ActivityDetail | undefined {
  return outcome.kind === 'answered' && details.has(route) ? (outcome.data as ActivityDetail) : undefined;
}

export function listIn({ route, outcome }: Call): readonly ActivitySummary[] {
  const isList = outcome.kind === 'answered' && (route === 'mine' || route === 'ofGroup');
  return isList ? (outcome.data as { readonly activities: readonly ActivitySummary[] }).activities : [];
}

export function cardIn({ route, outcome }: Call): ActivityCard | undefined {
  return outcome.kind === 'answered' && route === 'card' ? (outcome.data as ActivityCard) : undefined;
}
