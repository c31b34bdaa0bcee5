/**
 * Steps of WeRun. Source: developers.weixin.qq.com/miniprogram/dev/api/open-api/werun/wx.getWeRunData.md
 */
import { createHash } from 'node:crypto';

/** One day as `getWeRunData` reports it. */
export interface StepInfo {
  /** 00:00 UTC+8 of the day, Unix seconds. */
  readonly timestamp: number;
  readonly step: number;
}

const DAY_MS = 86_400_000;
const UTC8_MS = 8 * 3_600_000;
/** "Past 31 days", today included. */
export const WE_RUN_DAYS = 31;

/** The UTC+8 day of a moment (ms since the epoch), `YYYY-MM-DD`. */
export const dayOf = (ms: number): string => new Date(ms + UTC8_MS).toISOString().slice(0, 10);

const startOf = (day: string): number => Date.parse(`${day}T00:00:00+08:00`);

/** The days that WeRun reports at this moment, ascending, today last. */
export function daysUntil(now: number): readonly string[] {
  return Array.from({ length: WE_RUN_DAYS }, (_, index) => dayOf(now - (WE_RUN_DAYS - 1 - index) * DAY_MS));
}

/** The step list at this moment: days without an entry are left out, as on a phone that was off. */
export function stepInfoList(steps: Readonly<Record<string, number>>, now: number): readonly StepInfo[] {
  return daysUntil(now).flatMap((day) => {
    const step = steps[day];
    return step === undefined ? [] : [{ timestamp: startOf(day) / 1000, step }];
  });
}

/** A plausible history of `seed` for the days that WeRun reports now; a day keeps its number for ever. */
export function plausibleSteps(seed: string, now: number): Readonly<Record<string, number>> {
  return Object.fromEntries(daysUntil(now).map((day) => [day, plausibleDay(seed, day)]));
}

function plausibleDay(seed: string, day: string): number {
  const hash = createHash('sha256').update(`${seed} ${day}`).digest();
  const chance = hash.readUInt32BE(0) / 2 ** 32;
  const long = hash.readUInt32BE(4) / 2 ** 32;
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  const usual = weekday === 0 || weekday === 6 ? 4200 : 6800;
  const walk = long > 0.88 ? 7500 + Math.round(chance * 6000) : 0;
  return usual + Math.round((chance - 0.4) * 5200) + walk;
}
