import type { Board, Day } from '../../../cloud/contract/contract';

const DAY_MS = 86_400_000;

/** The board with the caller's own steps as this phone has them: a day's steps only grow, so the larger count is newer. */
export function withMySteps(board: Board, days: readonly Day[] | undefined): Board {
  if (days === undefined) return board;
  const yesterday = new Date(Date.parse(board.today) - DAY_MS).toISOString().slice(0, 10);
  const fresh = (column: readonly number[], date: string): readonly number[] => {
    const steps = days.find((day) => day.date === date)?.steps ?? -1;
    return steps > (column[board.me] ?? steps)
      ? column.map((old, index) => (index === board.me ? steps : old))
      : column;
  };
  return {
    ...board,
    todaySteps: fresh(board.todaySteps, board.today),
    yesterdaySteps: fresh(board.yesterdaySteps, yesterday),
  };
}
