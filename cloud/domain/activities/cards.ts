import { CallError } from '../../contract/call-error';
import type { ActivityCard } from '../../contract/activity';
import type { ActivitiesStore } from './activities-store';
import { closed, findWalk } from './find-walk';
import { membersOf, stateAt, type Card, type Walk } from './walk';

/** WeChat's template 开始时 (developers.weixin.qq.com: open-ability/share/updatable-message.md). */
const templateId = '21B034D08C5615B9889CE362BB957B1EE69A584B';

const hour = 3_600_000;

/**
 * Ms that an id must still live to serve one more card, where the walk is not nearer than that: of a walk that is days
 * ahead there are six ids at once then. Whether one may serve several cards is not confirmed: Infinity makes an id for
 * every call, and all of them follow; the phone would have to ask before each share, too.
 */
const worthwhile = 20 * hour;

/** Ms by which a card outlives the end: it has to be told, and it may have to be told again. */
const beyondEnd = hour / 4;

/** Ms before which nobody asks for a better id, also where all slots are taken. */
const renewedAtMost = hour / 12;

/** At once, of one walk. */
export const maxCards = 20;

export interface CardMaking {
  readonly store: ActivitiesStore;
  /** A new id of WeChat's. Rejects with a CallError. */
  readonly createActivityId: () => Promise<Pick<Card, 'activityId' | 'expiresAt'>>;
  /** ms. */
  readonly now: () => number;
}

/**
 * An activity_id for a card of this walk, the one that others got if it lives long enough. Of several calls at once
 * one adds its id; the others drop theirs, which nobody has seen, and answer that one.
 * Throws a CallError: `activity-missing`, `activity-closed`, and those of `createActivityId`; `cloud-error`.
 */
export async function cardFor({ store, createActivityId, now }: CardMaking, id: string): Promise<ActivityCard> {
  let made: Card | undefined;
  for (let left = 3; left > 0; left -= 1) {
    const walk = await findWalk(store, id);
    if (stateAt(walk, now()) !== 'open') throw closed();
    const usable = newestUsable(walk, now());
    if (usable !== undefined) return answerOf(walk, usable, now());
    made ??= { ...(await createActivityId()), state: 0 };
    // Where nobody joins no publisher drops them.
    if (walk.cards.length >= maxCards) await store.dropExpired(id, now());
    // What joins after this look finds the card and tells it; what joined before is in the look.
    if (await store.addCard(id, walk.cardsUntil, made, now())) return answerOf(await findWalk(store, id), made, now());
  }
  throw new CallError('cloud-error', 'The walk keeps getting cards from somebody else.');
}

function newestUsable(walk: Walk, now: number): Card | undefined {
  const live = walk.cards.filter(({ expiresAt }) => expiresAt > now);
  const until = live.length < maxCards ? Math.min(afterEnd(walk), now + worthwhile) : now;
  return live.filter(({ expiresAt }) => expiresAt > until).at(-1);
}

const afterEnd = ({ endsAt }: Walk): number => endsAt + beyondEnd;

function answerOf(walk: Walk, { activityId, expiresAt }: Card, now: number): ActivityCard {
  const lasts = Math.max(0, expiresAt - now);
  const renewAfter = expiresAt > afterEnd(walk) ? lasts : Math.max(renewedAtMost, lasts - worthwhile);
  return { activityId, lasts, renewAfter, templateId, parameters: countOf(walk), rev: walk.rev };
}

/** What state 0 shows: `当前 12/30 人`. Values are texts. */
export function countOf(walk: Walk): ActivityCard['parameters'] {
  return [
    { name: 'member_count', value: String(membersOf(walk)) },
    { name: 'room_limit', value: String(walk.places) },
  ];
}
