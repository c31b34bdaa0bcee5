import { dayAndClock } from '../../components/moment-label';
import { CARD_LIFETIME_MS, type ActivityDetail } from '../../hooks/useActivity';

/** Less than this left: the card is about to stop following. */
const SOON_MS = 60 * 60_000;

/** Cards follow a walk for 24 hours: of one further ahead the card itself says when. */
export const isFarAhead = ({ startsAt }: ActivityDetail, now: number): boolean => startsAt - now > CARD_LIFETIME_MS;

export function cardTitle(walk: ActivityDetail | undefined, now: number): string {
  if (walk === undefined) return '一起去走走';
  return isFarAhead(walk, now) ? `${dayAndClock(walk.startsAt)} ${walk.title}` : walk.title;
}

export interface ShareWords {
  readonly label: string;
  readonly remark: string | undefined;
}

/** What the share button says. `until`: when the newest card that was shared from here stops following. */
export function shareWords(walk: ActivityDetail, until: number | undefined, now: number): ShareWords {
  if (until === undefined) {
    const remark = isFarAhead(walk, now) ? '卡片会更新 24 小时，到时回来重新分享。' : undefined;
    return { label: '分享到群', remark };
  }
  if (until <= now) return { label: '重新分享', remark: '上次分享的卡片已经停止更新。' };
  if (until - now <= SOON_MS) return { label: '重新分享', remark: '上次分享的卡片快要停止更新了。' };
  if (isFarAhead(walk, now)) return { label: '重新分享', remark: '卡片更新 24 小时，出发前一天再分享一次。' };
  return { label: '分享到别的群', remark: undefined };
}
