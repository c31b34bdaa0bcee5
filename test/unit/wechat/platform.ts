import { Clock } from '../../emulator/clock';
import { openStorage, type Storage } from '../../emulator/storage';
import { createPlatform } from '../../emulator/wechat';

export const APP_ID = 'wx1234567890abcdef';
export const MINUTE = 60_000;
export const DAY = 86_400_000;

/** A platform of its own for a test, its clock moved to noon (UTC+8) of 2026-03-15, a Sunday. */
export async function newPlatform(storage?: Storage) {
  const kept = storage ?? (await openStorage(undefined));
  const clock = new Clock();
  clock.setOffset(Date.parse('2026-03-15T12:00:00+08:00') - Date.now());
  const platform = await createPlatform({ storage: kept, clock, appId: APP_ID });
  const [ann, bo] = platform.users;
  if (ann === undefined || bo === undefined) throw new Error('a new WeChat has two users');
  return { platform, clock, storage: kept, ann: ann.openid, bo: bo.openid };
}

/** The same, where Ann has agreed to everything. */
export async function newConsentedPlatform() {
  const made = await newPlatform();
  await made.platform.answerPrivacy(made.ann, true);
  await made.platform.answerScope(made.ann, 'scope.werun', true);
  return made;
}
