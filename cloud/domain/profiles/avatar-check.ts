import { askAgain, beginCheck } from '../pictures/begin-check';
import type { Checking } from '../pictures/picture-stores';
import type { Avatar, AvatarParts } from './profile-stores';

export type CheckedParts = AvatarParts & Checking;

/** Begins the check of a file. Throws a CallError: those of `askForCheck`, and `file-missing`. */
export async function pendingAvatar(parts: CheckedParts, openid: string, fileID: string): Promise<Avatar> {
  return { fileID, ...(await beginCheck(parts, { openid, fileID, kind: 'avatar' })) };
}

/** Asks again where WeChat's verdict did not come. Answers the avatar as it is now. */
export function askAvatarAgain(parts: CheckedParts, openid: string, avatar: Avatar): Promise<Avatar> {
  const check = { openid, fileID: avatar.fileID, kind: 'avatar' } as const;
  return askAgain(parts, check, avatar, (again) => parts.profiles.replaceAvatar(openid, avatar, again));
}
