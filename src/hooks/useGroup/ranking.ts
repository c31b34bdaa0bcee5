import type { Board } from '../../../cloud/contract/contract';

export type RankDay = 'today' | 'yesterday';

/** One member of a board, as a screen shows it. */
export interface Row {
  readonly member: string;
  /** Empty: has given none. */
  readonly nickname: string;
  /** Whether there is an avatar to ask `showAvatars` for. */
  readonly avatar: boolean;
  readonly me: boolean;
  /** `absent`: nothing has come for that day. `hidden`: this member does not show steps to this group. */
  readonly state: 'walked' | 'absent' | 'hidden';
  /** 0 unless `walked`, or hidden by myself: I see my own. */
  readonly steps: number;
  /** Equals share a rank and the next one counts them all: 1, 2, 2, 4. Undefined unless `walked`. */
  readonly rank: number | undefined;
}

const ABSENT = -1;
const HIDDEN = -2;
const places = { walked: 0, absent: 1, hidden: 2 } as const;

/**
 * The board of one day: most steps first, then who has not come, then who shows no steps. Equals stand in the order of
 * their ids, which says nothing about them.
 */
export function ranking(board: Board, day: RankDay): readonly Row[] {
  const column = day === 'today' ? board.todaySteps : board.yesterdaySteps;
  const rows = board.members.map((member, index) => {
    const count = column[index] ?? ABSENT;
    const me = index === board.me;
    const hidden = count === HIDDEN || (me && !board.visible);
    return {
      member,
      nickname: board.nicknames[index] ?? '',
      avatar: board.avatars[index] === '1',
      me,
      state: hidden ? ('hidden' as const) : count === ABSENT ? ('absent' as const) : ('walked' as const),
      steps: Math.max(count, 0),
    };
  });
  rows.sort(
    (a, b) =>
      places[a.state] - places[b.state] ||
      (a.state === 'walked' ? b.steps - a.steps : 0) ||
      (a.member < b.member ? -1 : 1),
  );
  let rank = 0;
  return rows.map((row, index) => {
    if (row.state !== 'walked') return { ...row, rank: undefined };
    if (row.steps !== rows[index - 1]?.steps) rank = index + 1;
    return { ...row, rank };
  });
}
