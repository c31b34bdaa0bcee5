import type { Day } from '../../../cloud/contract/contract';

export type { Day };

/** What the hook gives. */
export interface Steps {
  /** Ascending, UTC+8 days, at most 31; a day that the phone was off is missing. */
  readonly days: readonly Day[];
  /** The last of `days`; undefined when it is older than today, or there is none. */
  readonly today: Day | undefined;
}

const UTC8_MS = 8 * 3_600_000;

/** Steps as WeChat just gave them: it counts today last, whatever the phone's clock says. */
export const freshSteps = (days: readonly Day[]): Steps => ({ days, today: days[days.length - 1] });

/** Steps as they were kept, perhaps on another day. `now`: ms since the epoch. */
export function keptSteps(days: readonly Day[], now: number): Steps {
  const date = new Date(now + UTC8_MS).toISOString().slice(0, 10);
  return { days, today: days.find((day) => day.date === date) };
}
