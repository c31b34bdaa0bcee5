/** How much happened in a history: one in which nothing did keeps every promise. */
import { cardIn, detailIn, type Record } from './record';

export interface Counts {
  /** Calls of people's own that were answered. */
  readonly joins: number;
  readonly leaves: number;
  /** Requests that came once more, long after. */
  readonly replays: number;
  /** Answers by which somebody waits, and by which somebody has moved up. */
  readonly waiting: number;
  readonly movedUp: number;
  /** Refusals because neither a place nor one in the waiting list is left. */
  readonly full: number;
  /** Cards that WeChat was told have begun, are over, or that ended by its clock. */
  readonly cardsBegun: number;
  readonly cardsOver: number;
  readonly cardsExpired: number;
  readonly reminders: number;
  /** Cards that were sent with words that were not true any more. */
  readonly sentOld: number;
  /** Last changes of a history that came while WeChat was told of the one before. */
  readonly changedMeanwhile: number;
}

export const kinds = [
  ...(['joins', 'leaves', 'replays', 'waiting', 'movedUp', 'full'] as const),
  ...(['cardsBegun', 'cardsOver', 'cardsExpired', 'reminders', 'sentOld', 'changedMeanwhile'] as const),
] satisfies readonly (keyof Counts)[];

export function countsOf({ calls, cards, messages, sendings, changedMeanwhile, now }: Record): Counts {
  const answered = calls.filter(({ outcome }) => outcome.kind === 'answered');
  const seats = calls.flatMap((call) => detailIn(call)?.seat ?? []);
  const told = (state: number) => cards.filter(({ history }) => history.some((each) => each.state === state));
  const ids = new Set(calls.flatMap((call) => cardIn(call)?.activityId ?? []));
  const sent = new Set(
    messages.flatMap((message) =>
      message.kind === 'card' && ids.has(message.updatable?.activityId ?? '') ? [message.id] : [],
    ),
  );
  return {
    joins: answered.filter(({ route, isReplay }) => route === 'join' && !isReplay).length,
    leaves: answered.filter(({ route, isReplay }) => route === 'leave' && !isReplay).length,
    replays: calls.filter(({ isReplay }) => isReplay).length,
    waiting: seats.filter(({ status }) => status === 'waiting').length,
    movedUp: seats.filter((seat) => seat.status === 'seated' && seat.movedUp).length,
    full: calls.filter(({ outcome }) => outcome.kind === 'refused' && outcome.code === 'activity-full').length,
    cardsBegun: told(1).length,
    cardsOver: told(2).length,
    cardsExpired: cards.filter(({ expiresAt }) => expiresAt <= now).length,
    sentOld: sendings.filter(({ isOld }) => isOld).length,
    changedMeanwhile,
    reminders: messages.filter((message) => message.kind === 'reminder' && sent.has(message.cardId)).length,
  };
}

export function sumOf(all: readonly Counts[]): Counts {
  const sum = (kind: keyof Counts) => all.reduce((total, counts) => total + counts[kind], 0);
  return Object.fromEntries(kinds.map((kind) => [kind, sum(kind)])) as { readonly [kind in keyof Counts]: number };
}
