import { dayAndClock, nearDay } from '../../components/moment-label';
import type { ActivityDetail } from '../../hooks/useActivity';

const HOUR_MS = 3_600_000;
/** Less than this left: the card is about to stop following. */
const SOON_MS = HOUR_MS;
/** What a card has left when its walk starts, at least, if it is shared late enough (cloud/domain/activities/cards.ts). */
const SURE_MS = 20 * HOUR_MS;

/** Up to when a card that is shared again in time follows, ms since the epoch. */
const reachable = ({ startsAt, endsAt }: ActivityDetail): number => Math.min(endsAt, startsAt + SURE_MS);

/** Whether a card stops following before that. Both ms since the epoch; `until` is unknown as long as there is none. */
const endsBefore = (moment: number, until: number | undefined): until is number =>
  until !== undefined && until < moment;

/** Nobody gets a better card once the walk has started. */
const again = ({ startsAt }: ActivityDetail, until: number): string =>
  `${until < startsAt ? '到时' : '开始前'}再分享一次。`;

/** A card that cannot follow up to the start says when that is. */
export function cardTitle(walk: ActivityDetail | undefined, cardUntil: number | undefined): string {
  if (walk === undefined) return '一起去走走';
  return endsBefore(walk.startsAt, cardUntil) ? `${dayAndClock(walk.startsAt)} ${walk.title}` : walk.title;
}

export interface ShareWords {
  readonly label: string;
  readonly remark: string | undefined;
}

interface Cards {
  /** When the newest card that was shared from here stops following. */
  readonly shared: number | undefined;
  /** When one that is shared now would. */
  readonly cardUntil: number | undefined;
}

/** What the share button says. */
export function shareWords(walk: ActivityDetail, { shared, cardUntil }: Cards, now: number): ShareWords {
  if (shared === undefined) {
    const remark = endsBefore(reachable(walk), cardUntil)
      ? `卡片更新到${nearDay(cardUntil, now)}，${again(walk, cardUntil)}`
      : undefined;
    return { label: '分享到群', remark };
  }
  if (shared <= now) return { label: '重新分享', remark: '上次分享的卡片已经停止更新。' };
  if (!endsBefore(reachable(walk), shared)) return { label: '分享到别的群', remark: undefined };
  if (shared - now <= SOON_MS) return { label: '重新分享', remark: '上次分享的卡片快要停止更新了。' };
  return { label: '重新分享', remark: `上次的卡片更新到${nearDay(shared, now)}，${again(walk, shared)}` };
}
