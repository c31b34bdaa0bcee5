import type { Board } from '../../../cloud/contract/contract';

/** Ann is me and first, Bo and Cy follow; Friday 20 November 2026. */
export const boardWith = (changes: Partial<Board> = {}): Board => ({
  group: 'group-weekend',
  today: '2026-11-20',
  me: 0,
  visible: true,
  turn: 0,
  members: ['ann-0001', 'bo-00001', 'cy-00001'],
  nicknames: ['Ann', 'Bo', ''],
  avatars: '110',
  todaySteps: [3000, 2000, -1],
  yesterdaySteps: [1000, 4000, -1],
  ...changes,
});
