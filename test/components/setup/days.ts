import type { Day } from '../../../cloud/contract/contract';

const DAY_MS = 86_400_000;

/** Consecutive days that end on `last` (`YYYY-MM-DD`), with these steps, oldest first. */
export function daysUntil(last: string, steps: readonly number[]): readonly Day[] {
  const end = Date.parse(last);
  return steps.map((count, index) => ({
    date: new Date(end - (steps.length - 1 - index) * DAY_MS).toISOString().slice(0, 10),
    steps: count,
  }));
}

/** 31 days until Friday 20 November 2026: 3,000 a day, the best one on the 8th, today 8,532. Mean: 3,469. */
export const month: readonly Day[] = daysUntil(
  '2026-11-20',
  Array.from({ length: 31 }, (_, index) => (index === 30 ? 8532 : index === 18 ? 12_000 : 3000)),
);
