import type { ActivityDetail } from '../../hooks/useActivity';

/** Who may wait beyond the places (cloud/contract/activity.ts). */
const MOST_WAITING = 50;

export interface NextStep {
  /** What a tap does, or why there is nothing to do. */
  readonly label: string;
  readonly does: 'join' | 'leave' | undefined;
}

const over = { started: '已开始', ended: '已结束', cancelled: '已取消' } as const;

/** What the one main button of a walk says and does for this person. */
export function nextStep({ state, seat, members, places, waiting }: ActivityDetail): NextStep {
  if (state !== 'open') return { label: over[state], does: undefined };
  if (seat.status === 'seated') return { label: '取消报名', does: 'leave' };
  if (seat.status === 'waiting') return { label: '退出候补', does: 'leave' };
  if (members < places) return { label: '报名', does: 'join' };
  if (waiting >= MOST_WAITING) return { label: '已满', does: undefined };
  return { label: waiting > 0 ? `排队候补（前面 ${waiting} 人）` : '排队候补', does: 'join' };
}

/** What the person's place is; undefined where they have none. */
export function placeOf({ seat, state }: ActivityDetail): string | undefined {
  if (state === 'cancelled' || seat.status === 'none') return undefined;
  if (seat.status === 'seated') return seat.movedUp ? '你从候补转正了' : '你有名额';
  if (state !== 'open') return '你在候补，没有轮到';
  return seat.ahead > 0 ? `你在候补，前面还有 ${seat.ahead} 人` : '你在候补，下一个就是你';
}
