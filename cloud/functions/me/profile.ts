import { randomBytes } from 'node:crypto';
import { maskedPhone } from '../../contract/masked-phone';
import type { Profile } from '../../contract/profile';
import { askAgain, type CheckedParts } from '../../domain/profiles/avatar-check';
import type { Avatar } from '../../domain/profiles/profile-stores';
import { avatarParts } from '../../stores/avatar-parts';
import { phonesStore } from '../../stores/phones-store';
import { profilesStore } from '../../stores/profiles-store';
import { stepsStore } from '../../stores/steps-store';
import { askForCheck } from './content-check';

export const checkedParts: CheckedParts = {
  ...avatarParts,
  askForCheck,
  newName: () => randomBytes(16).toString('hex'),
  now: () => Math.floor(Date.now() / 1000),
};

/** What the app knows about this person. Throws a CallError: `rate-limited`, `cloud-error`. */
export async function profileOf(openid: string): Promise<Profile> {
  const [{ nickname, avatar }, phone, steps] = await Promise.all([
    profilesStore.kept(openid),
    phonesStore.kept(openid),
    stepsStore.kept(openid),
  ]);
  return {
    nickname,
    avatar: avatar && (await shown(openid, avatar)),
    phone: phone ? maskedPhone(phone) : null,
    days: Object.keys(steps?.days ?? {}).length,
  };
}

/** Null where somebody removed the file by hand. */
async function shown(openid: string, avatar: Avatar): Promise<Profile['avatar']> {
  const url = await checkedParts.files.url(avatar.fileID);
  if (url === undefined) return null;
  const { state } = await askAgain(checkedParts, openid, avatar);
  return { url, state };
}
