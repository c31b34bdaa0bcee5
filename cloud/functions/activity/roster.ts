import type { ActivityDetail } from '../../contract/contract';
import { detailOf, maySeePhones, maySeeRoster, rosterOf } from '../../domain/activities/summary';
import type { Walk } from '../../domain/activities/walk';
import { nicknamesOf, phoneNumbersOf } from '../../stores/people-store';

const noNumbers: ReadonlyMap<string, string> = new Map();

/** A walk with the names that this person may see, read now. */
export async function withRoster(walk: Walk, openid: string): Promise<ActivityDetail> {
  const now = Date.now();
  const detail = detailOf(walk, openid, now);
  if (!maySeeRoster(walk, openid, now)) return detail;
  const [nicknames, phones] = await Promise.all([
    nicknamesOf(walk.roster),
    maySeePhones(walk, openid, now) ? phoneNumbersOf(walk.roster) : noNumbers,
  ]);
  return { ...detail, roster: rosterOf(walk, { nicknames, phones }) };
}
