import type { ActivityCard } from '../../contract/activity';
import type { ActivitiesStore } from './activities-store';
import { countOf } from './cards';
import type { Card, CardState, Unpublished, Walk } from './walk';

/** What a card is told. */
export interface CardText {
  readonly state: CardState;
  /** For 0 and 2; 1 says where its 进入 leads, which the edge knows. */
  readonly parameters: ActivityCard['parameters'];
}

/**
 * `told` WeChat took it. `past` it refuses this state, because the card is further on. `gone` it does not know the id
 * any more. `unknown` it does not know the id: perhaps no card has it yet. `failed` WeChat said no, and nothing came of
 * it. `unanswered` nobody knows: it may still land.
 */
export type Telling = 'told' | 'past' | 'gone' | 'unknown' | 'failed' | 'unanswered';

export interface Publishing {
  readonly store: ActivitiesStore;
  /** Never rejects, and answers within a few seconds. */
  readonly tell: (card: Card, text: CardText, walk: Walk) => Promise<Telling>;
  readonly newToken: () => string;
  /** ms. */
  readonly now: () => number;
  readonly sleep: (ms: number) => Promise<void>;
}

/** Ms between two publications of a walk. */
const window = 1_000;

/**
 * Ms. Longer than a function may run (10 s), and then some: whoever finds a lease that has run out knows that its holder
 * is dead and that what it still sent has landed.
 */
const leaseLasts = 15_000;

/** Ms after which nobody begins another round: the answer to somebody waits for it. */
const patience = 4_000;

/**
 * Makes the cards of a dirty walk say what is stored. One publisher at a time, at most once a second: who finds another
 * at it leaves it to them, and they see by `rev` that they have to go round again. What fails, or is not finished in
 * time, stays dirty for the next change or the timer. `walk` is what the caller read last.
 */
export async function publish(
  publishing: Publishing,
  walk: Unpublished,
  rounds: 'one' | 'some' = 'some',
): Promise<void> {
  const { store, now, newToken } = publishing;
  const { lease } = walk;
  const begun = now();
  if (!walk.dirty || lease.until >= begun) return;
  const by = newToken();
  if (!(await store.takeLease(walk.id, lease, { until: begun + leaseLasts, by }, begun))) return;
  // A lease that was never given back: its holder may have left anything behind, so the next publication is not the last.
  const isTakeover = lease.until !== 0;
  let last = walk.publishedAt;
  do {
    await pauseUntil(publishing, last + window);
    const round = await publishOnce(publishing, walk.id, by, !isTakeover);
    if (round.done) return;
    last = round.at;
  } while (rounds === 'some' && now() < begun + patience);
  await store.release(walk.id, by, last);
}

/** After a change: of a walk that has no card there is nothing to tell, which the timer writes down for all of them. */
export async function publishChange(publishing: Publishing, walk: Walk): Promise<void> {
  if (walk.cardsUntil > publishing.now()) await publish(publishing, walk);
}

async function pauseUntil({ now, sleep }: Publishing, moment: number): Promise<void> {
  const left = Math.min(moment - now(), window);
  if (left > 0) await sleep(left);
}

interface Round {
  readonly done: boolean;
  readonly at: number;
}

async function publishOnce({ store, tell, now }: Publishing, id: string, by: string, last: boolean): Promise<Round> {
  const at = now();
  const walk = await store.find(id);
  if (walk?.lease.by !== by) return { done: true, at };
  const text = textOf(walk);
  const live = walk.cards.filter(({ expiresAt }) => expiresAt > at);
  const results = await Promise.all(
    live.map(async (card) => ({ card, telling: isToldFor(card, text) ? 'told' : await tell(card, text, walk) })),
  );
  // The lease stays: nobody else may publish before this one's request has landed or died.
  if (results.some(({ telling }) => telling === 'unanswered')) return { done: true, at };
  const cards = results.flatMap(({ card, telling }) => {
    if (telling === 'gone') return [];
    const isAsBefore = telling === 'failed' || telling === 'unknown';
    const told = isAsBefore ? card : { ...card, state: reached(card, text, telling) };
    return isForgotten(walk) && told.state === 2 ? [] : [told];
  });
  const clean = last && results.every(({ telling }) => telling !== 'failed');
  const done = await store.settle(id, by, walk.rev, { cards, clean, at });
  // Else whoever goes round again would tell the same once more.
  if (!done && walk.state !== 'open') await store.keepTold(id, by, cards);
  return { done, at };
}

/** States 1 and 2 never change what they say, and are said once. */
function isToldFor(card: Card, { state }: CardText): boolean {
  return card.state > state || (state !== 0 && card.state === state);
}

/** What is left of it stays for cards that have not ended: also for one that a phone has ready, and sends now. */
const isForgotten = ({ organizer }: Walk): boolean => organizer === '';

function reached(card: Card, { state }: CardText, telling: string): CardState {
  const least: CardState = telling === 'past' && state === 0 ? 1 : state;
  return card.state > least ? card.state : least;
}

function textOf(walk: Walk): CardText {
  const state = walk.state === 'open' ? 0 : walk.state === 'started' ? 1 : 2;
  return { state, parameters: countOf(walk) };
}
