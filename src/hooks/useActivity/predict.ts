import type { ActivityDetail } from '../../../cloud/contract/contract';

export type Wish = 'join' | 'leave';

/** What the walk will look like if nobody else does anything meanwhile. */
export function predict(walk: ActivityDetail, wish: Wish): ActivityDetail {
  return wish === 'join' ? joined(walk) : left(walk);
}

function joined(walk: ActivityDetail): ActivityDetail {
  const { members, places, waiting } = walk;
  if (members < places) return { ...walk, members: members + 1, seat: { status: 'seated', movedUp: false } };
  return { ...walk, waiting: waiting + 1, seat: { status: 'waiting', ahead: waiting } };
}

/** Whoever waits longest has the place at once. */
function left(walk: ActivityDetail): ActivityDetail {
  const { members, waiting } = walk;
  const seat = { status: 'none' } as const;
  return waiting > 0 ? { ...walk, seat, waiting: waiting - 1 } : { ...walk, seat, members: members - 1 };
}

export const isIn = ({ seat }: Pick<ActivityDetail, 'seat'>): boolean => seat.status !== 'none';

/** Whether the person is where they wanted to be. */
export const isGranted = (walk: ActivityDetail, wish: Wish): boolean => isIn(walk) === (wish === 'join');
