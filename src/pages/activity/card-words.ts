import { dayAndClock, nearDay } from '../../components/moment-label';
import type { ActivityDetail } from '../../hooks/useActivity';

/** Less than this left: the card is about to stop following. */
const SOON_MS = 60 * 60_000;

/** A card that stops following before the walk starts. `until`: ms since the epoch; unknown as long as there is none. */
const endsBefore = ({ startsAt }: ActivityDetail, until: number | undefined): boolean =>
  until !== undefined && until < startsAt;

/** A card that cannot follow up to the start says when that is. */
export function cardTitle(walk: ActivityDetail | undefined, cardUntil: number | undefined): string {
  if (walk === undefined) return '一起去走走';
  return endsBefore(walk, cardUntil) ? `${dayAndClock(walk.startsAt)} ${walk.title}` : walk.title;
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
    const until = endsBefore(walk, cardUntil) ? cardUntil : undefined;
    const remark = until === undefined ? undefined : `卡片更新到${nearDay(until, now)}，到时再分享一次。`;
    return { label: '分享到群', remark };
  }
  if (shared <= now) return { label: '重新分享', remark: '上次分享的卡片已经停止更新。' };
  if (!endsBefore(walk, shared)) return { label: '分享到别的群', remark: undefined };
  if (shared - now <= SOON_MS) return { label: '重新分享', remark: '上次分享的卡片快要停止更新了。' };
  return { label: '重新分享', remark: `上次分享的卡片更新到${nearDay(shared, now)}，到时再分享一次。` };
}
