import type { Day } from '../../../cloud/contract/contract';
import { isSaturday, isSunday } from '../day-label';

/** A place on the chart; `steps` is undefined where the phone counted nothing. */
export interface Slot {
  readonly date: string;
  readonly steps: number | undefined;
}

const DAY_MS = 86_400_000;

/** One slot for each day of the calendar from the first of `days` to the last, so that weeks keep their width. */
export function calendar(days: readonly Day[]): readonly Slot[] {
  const steps = new Map(days.map((day) => [day.date, day.steps]));
  const first = days[0];
  const last = days[days.length - 1];
  if (first === undefined || last === undefined) return [];
  const slots: Slot[] = [];
  for (let at = Date.parse(first.date); at <= Date.parse(last.date); at += DAY_MS) {
    const date = new Date(at).toISOString().slice(0, 10);
    slots.push({ date, steps: steps.get(date) });
  }
  return slots;
}

export interface Weekend {
  readonly name: string;
  /** Where its middle is, in slots from the left. */
  readonly at: number;
}

/** What stands below the bars; at the ends of the chart a weekend may be one day. */
export function weekends(slots: readonly Slot[]): readonly Weekend[] {
  return slots.flatMap(({ date }, index) => {
    if (isSunday(date)) return index === 0 ? [{ name: '周日', at: 0.5 }] : [];
    if (!isSaturday(date)) return [];
    return index === slots.length - 1 ? [{ name: '周六', at: index + 0.5 }] : [{ name: '周末', at: index + 1 }];
  });
}
