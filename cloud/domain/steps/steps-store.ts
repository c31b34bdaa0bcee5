import type { StepsByDay } from './days';

/** One person's steps as WeChat gave them at `takenAt` (Unix seconds, of WeChat's watermark). */
export interface TakenSteps {
  readonly takenAt: number;
  readonly days: StepsByDay;
}

/** One document a person. */
export interface StepsStore {
  /**
   * Keeps `taken` unless newer steps of this person are kept already, in one atomic decision, and answers what is
   * kept then. The same again changes nothing; the order in which calls arrive does not matter.
   */
  keepNewest(openid: string, taken: TakenSteps): Promise<TakenSteps>;
  /** What was last kept, or undefined. */
  kept(openid: string): Promise<TakenSteps | undefined>;
}
