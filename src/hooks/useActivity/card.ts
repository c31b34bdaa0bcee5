import type { ActivityCard, ActivityDetail } from '../../../cloud/contract/contract';
import type { Updatable } from '../../wechat/share-menu';

/** A card's id, and when this phone got it: what the cloud says of its life counts from then. */
export interface KeptCard {
  readonly card: ActivityCard;
  /** Ms since the epoch, by the phone's clock. */
  readonly at: number;
}

/** A clock that was put back makes everything old. */
const isWithin = (ms: number, since: number, now: number): boolean => now >= since && now - since < ms;

/** Whether there is no better id to be had for one more card. */
export const isFresh = (kept: KeptCard | undefined, now: number): boolean =>
  kept !== undefined && isWithin(kept.card.renewAfter, kept.at, now);

/** Until when a card that is shared now follows its walk, ms since the epoch by the phone's clock. */
export const cardUntil = (kept: KeptCard | undefined): number | undefined =>
  kept === undefined ? undefined : kept.at + kept.card.lasts;

/**
 * What a card of this walk follows, with the newest counts. Undefined: it has begun or is over, and an ordinary card is
 * right. Null: there is no id that lives yet.
 */
export function updatableOf(
  walk: ActivityDetail | undefined,
  kept: KeptCard | undefined,
  now: number,
): Updatable | null | undefined {
  if (walk !== undefined && walk.state !== 'open') return undefined;
  if (walk === undefined || kept === undefined || !isWithin(kept.card.lasts, kept.at, now)) return null;
  const { activityId, templateId, parameters, rev } = kept.card;
  const counts: Readonly<Record<string, number>> =
    walk.rev > rev ? { member_count: walk.members, room_limit: walk.places } : {};
  return {
    activityId,
    templateId,
    // What has changed since the cloud made the card is on the card too.
    parameters: parameters.map(({ name, value }) => ({ name, value: String(counts[name] ?? value) })),
  };
}
