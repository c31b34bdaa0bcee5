import type { Watermark, WeRunData } from '../../contract/cloud-id';
import type { Day } from '../../contract/steps';
import type { StepsCopies } from '../groups/memberships-store';
import { listDays, stepsByDay } from './days';
import type { StepsStore } from './steps-store';

/**
 * Keeps what WeChat said about this person's steps, copies the newest that are kept into their groups, and answers them,
 * ascending by date.
 */
export async function keepSteps(
  store: StepsStore,
  copies: StepsCopies,
  openid: string,
  { stepInfoList, watermark }: WeRunData & { readonly watermark: Watermark },
): Promise<readonly Day[]> {
  const takenAt = watermark.timestamp;
  const kept = await store.keepNewest(openid, { takenAt, days: stepsByDay(stepInfoList, takenAt) });
  await copies.copySteps(openid, kept);
  return listDays(kept.days);
}

/** What was last kept of this person's steps, ascending by date; none before the first time. */
export async function keptSteps(store: StepsStore, openid: string): Promise<readonly Day[]> {
  const kept = await store.kept(openid);
  return kept === undefined ? [] : listDays(kept.days);
}
