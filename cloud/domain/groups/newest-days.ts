import { listDays, type StepsByDay } from '../steps/days';

/** A board shows two days; the third is for a board that is opened before midnight and answered after it. */
const kept = 3;

/** What a membership holds of a person's steps: the newest three days, where there are as many. */
export function newestDays(days: StepsByDay): StepsByDay {
  return Object.fromEntries(
    listDays(days)
      .slice(-kept)
      .map(({ date, steps }) => [date, steps]),
  );
}
