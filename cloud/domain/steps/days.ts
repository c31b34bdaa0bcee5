import { type Day, maxDays, maxSteps } from '../../contract/steps';
import type { WeRunData } from '../../contract/cloud-id';

/** Steps by `YYYY-MM-DD`, UTC+8. */
export type StepsByDay = Readonly<Record<string, number>>;

export const secondsADay = 86_400;
const utc8 = 8 * 3_600;

/**
 * The newest 31 days of WeChat's list, counted in UTC+8 and never in the machine's time zone. WeChat promises neither
 * order nor midnight timestamps: days are sorted, and of two entries for a day the larger one counts. Entries that
 * cannot be true are left out: after `takenAt`'s day, before 1970, and steps that are no whole number in 0..maxSteps.
 * `takenAt` in Unix seconds.
 */
export function stepsByDay(list: WeRunData['stepInfoList'], takenAt: number): StepsByDay {
  const best = new Map<number, number>();
  for (const { timestamp, step } of list) {
    const day = dayNumber(timestamp);
    if (!(day >= 0 && day <= dayNumber(takenAt)) || !isStepCount(step)) continue;
    best.set(day, Math.max(step, best.get(day) ?? 0));
  }
  const newest = [...best].sort(([a], [b]) => a - b).slice(-maxDays);
  return Object.fromEntries(newest.map(([day, steps]) => [dateOf(day), steps]));
}

/** Ascending by date. */
export function listDays(days: StepsByDay): readonly Day[] {
  return Object.entries(days)
    .map(([date, steps]) => ({ date, steps }))
    .sort((a, b) => (a.date < b.date ? -1 : 1));
}

/** The day, `YYYY-MM-DD` in UTC+8, of a time in Unix seconds. */
export function dayOf(timestamp: number): string {
  return dateOf(dayNumber(timestamp));
}

/** Days since 1970-01-01, as UTC+8 counts them. */
function dayNumber(timestamp: number): number {
  return Math.floor((timestamp + utc8) / secondsADay);
}

function dateOf(day: number): string {
  return new Date(day * secondsADay * 1000).toISOString().slice(0, 10);
}

function isStepCount(step: number): boolean {
  return Number.isInteger(step) && step >= 0 && step <= maxSteps;
}
