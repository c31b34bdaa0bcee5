import { randomBytes } from 'node:crypto';
import { maskedPhone } from '../../contract/masked-phone';
import type { Profile } from '../../contract/profile';
import { askAvatarAgain, type CheckedParts } from '../../domain/profiles/avatar-check';
import type { Avatar } from '../../domain/profiles/profile-stores';
import { checkOf } from '../../platform/picture-check';
import { spreadProfile } from '../../domain/profiles/shown-profile';
import { avatarParts } from '../../stores/avatar-parts';
import { phonesStore } from '../../stores/phones-store';
import { stepsStore } from '../../stores/steps-store';

export const checkedParts: CheckedParts = {
  ...avatarParts,
  askForCheck: checkOf('avatar'),
  newName: () => randomBytes(16).toString('hex'),
  now: () => Date.now(),
};

/**
 * What the app knows about this person; copied into their groups on the way, which is where every change of their own
 * comes by, and what mends a copy that a dead call has left behind. Throws a CallError: `rate-limited`, `cloud-error`.
 */
export async function profileOf(openid: string): Promise<Profile> {
  const [{ nickname, turn, avatar }, phone, steps] = await Promise.all([
    spreadProfile(checkedParts, openid),
    phonesStore.kept(openid),
    stepsStore.kept(openid),
  ]);
  return {
    nickname,
    turn,
    avatar: avatar && (await shown(openid, avatar)),
    phone: phone ? maskedPhone(phone) : null,
    days: Object.keys(steps?.days ?? {}).length,
  };
}

/** Null where somebody removed the file by hand. */
async function shown(openid: string, avatar: Avatar): Promise<Profile['avatar']> {
  const url = await checkedParts.files.url(avatar.fileID);
  if (url === undefined) return null;
  const { state } = await askAvatarAgain(checkedParts, openid, avatar);
  return { url, state };
}
