import type { Day } from '../../hooks/useWeRun';

export interface Summary {
  /** Mean of the days that have a count, rounded. */
  readonly average: number;
  readonly best: Day;
  readonly total: number;
}

/** Undefined where nobody has walked yet. */
export function summarize(days: readonly Day[]): Summary | undefined {
  const total = days.reduce((sum, { steps }) => sum + steps, 0);
  const [first, ...rest] = days;
  if (first === undefined || total === 0) return undefined;
  const best = rest.reduce((most, day) => (day.steps > most.steps ? day : most), first);
  return { average: Math.round(total / days.length), best, total };
}
