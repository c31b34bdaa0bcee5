import { CallError } from '../../contract/call-error';
import { beginCheck, type CheckedParts } from './avatar-check';
import type { Avatar, AvatarParts } from './profile-stores';

/** How often others may be faster. */
const attempts = 5;

/**
 * Makes an uploaded file this person's avatar, `pending` until WeChat's verdict, and deletes the one before. The same
 * file again changes nothing.
 * Throws a CallError: `forbidden` for another person's file, `file-missing`, `cloud-error`, those of `askForCheck`.
 */
export async function saveAvatar(parts: CheckedParts, openid: string, fileID: string): Promise<void> {
  if (!(await parts.pictures.claim(openid, fileID))) {
    throw new CallError('forbidden', 'The file is not the upload of this person.');
  }
  let { avatar: before } = await parts.profiles.kept(openid);
  if (before?.fileID === fileID) return;
  const after = await begun(parts, openid, fileID);
  for (let attempt = 0; attempt < attempts && before?.fileID !== fileID; attempt += 1) {
    if (await parts.profiles.replaceAvatar(openid, before, after)) {
      if (before) await removePicture(parts, openid, before);
      return;
    }
    ({ avatar: before } = await parts.profiles.kept(openid));
  }
  await parts.checks.end(after.traceId);
  if (before?.fileID !== fileID) throw new CallError('cloud-error', 'Others changed the avatar at the same time.');
}

async function begun(parts: CheckedParts, openid: string, fileID: string): Promise<Avatar> {
  try {
    return await beginCheck(parts, openid, fileID);
  } catch (error) {
    if (error instanceof CallError && error.code === 'file-missing') await parts.pictures.release(openid, fileID);
    throw error;
  }
}

/** Deletes a picture and what is known of it; in this order, so that a call that dies leaves no file without an owner. */
export async function removePicture(
  { files, checks, pictures }: AvatarParts,
  openid: string,
  { fileID, traceId }: Pick<Avatar, 'fileID' | 'traceId'>,
): Promise<void> {
  await files.remove([fileID]);
  await pictures.release(openid, fileID);
  await checks.end(traceId);
}
