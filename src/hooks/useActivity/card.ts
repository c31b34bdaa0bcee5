import type { ActivityCard, ActivityDetail } from '../../../cloud/contract/contract';
import type { Updatable } from '../../wechat/share-menu';

/** The cloud gives a new id where the last one has less than this left (cloud/contract/activity.ts). */
const RENEW_MS = 60 * 60_000;
/** Ids live so long: a card of a walk further ahead stops following before it starts. */
export const CARD_LIFETIME_MS = 24 * 60 * 60_000;

/** Whether a card made now would follow the walk for an hour more. */
export const isFresh = (card: ActivityCard | undefined, now: number): card is ActivityCard =>
  card !== undefined && card.expiresAt - now > RENEW_MS;

/**
 * What a card of this walk follows, with the newest counts. Undefined: it has begun or is over, and an ordinary card is
 * right. Null: there is no id that lives long enough yet.
 */
export function updatableOf(
  walk: ActivityDetail | undefined,
  card: ActivityCard | undefined,
  now: number,
): Updatable | null | undefined {
  if (walk !== undefined && walk.state !== 'open') return undefined;
  if (walk === undefined || card === undefined || card.expiresAt <= now) return null;
  const counts: Readonly<Record<string, number>> = { member_count: walk.members, room_limit: walk.places };
  const { activityId, templateId, parameters } = card;
  return {
    activityId,
    templateId,
    // What has changed since the cloud made the card is on the card too.
    parameters: parameters.map(({ name, value }) => ({ name, value: String(counts[name] ?? value) })),
  };
}
