import type { ActivityDetail } from '../../../cloud/contract/contract';

type Seat = ActivityDetail['seat'];

/**
 * A newer answer beside the one before: names stay until newer ones come, because `join` and `leave` answer none; with
 * `keepNews` a move up from the waiting list stays news, because the cloud tells it
 * for a minute.
 */
export function merged(before: ActivityDetail | undefined, walk: ActivityDetail, keepNews: boolean): ActivityDetail {
  if (before === undefined) return walk;
  const seesNames = walk.organizer || walk.seat.status === 'seated';
  const roster = walk.roster ?? (seesNames ? before.roster : null);
  return { ...walk, roster, seat: seatNow(before, walk, keepNews) };
}

function seatNow(before: ActivityDetail, { seat, turn }: ActivityDetail, keepNews: boolean): Seat {
  if (seat.status !== 'seated' || before.turn !== turn) return seat;
  // Waited here, and the answer that said so may have got lost.
  const waited = before.seat.status === 'waiting';
  const told = keepNews && before.seat.status === 'seated' && before.seat.movedUp;
  return { ...seat, movedUp: seat.movedUp || waited || told };
}
