import { CallError } from '../../contract/call-error';
import { keptAt } from '../pictures/kept-at';
import type { Picture, PictureParts } from '../pictures/picture-stores';
import { type CheckedParts, pendingAvatar } from './avatar-check';
import type { Avatar } from './profile-stores';

/** How often others may be faster. */
const attempts = 5;

/**
 * Makes an uploaded file this person's avatar, `pending` until WeChat's verdict, and deletes the one before. The file is
 * moved to where only functions write, and checked there. The same file again changes nothing.
 * Throws a CallError: `forbidden` for another person's file, `file-missing`, `cloud-error`, those of `askForCheck`.
 */
export async function saveAvatar(parts: CheckedParts, openid: string, uploadID: string): Promise<void> {
  const picture = await parts.pictures.claim(openid, { uploadID, fileID: keptAt(uploadID, parts.newName()) });
  if (picture === undefined) throw new CallError('forbidden', 'The file is not the upload of this person.');
  const { fileID } = picture;
  let { avatar: before } = await parts.profiles.kept(openid);
  if (before?.fileID === fileID) return;
  await takeOver(parts, openid, picture);
  const after = await pendingAvatar(parts, openid, fileID);
  for (let attempt = 0; attempt < attempts && before?.fileID !== fileID; attempt += 1) {
    if (await parts.profiles.replaceAvatar(openid, before, after)) {
      if (before) await removePicture(parts, openid, before);
      return;
    }
    ({ avatar: before } = await parts.profiles.kept(openid));
  }
  await parts.checks.end([after.traceId]);
  if (before?.fileID !== fileID) throw new CallError('cloud-error', 'Others changed the avatar at the same time.');
}

async function takeOver(
  { files, pictures }: PictureParts,
  openid: string,
  { uploadID, fileID }: Picture,
): Promise<void> {
  if (await files.move(uploadID, fileID)) return;
  await pictures.release(openid, [fileID]);
  throw new CallError('file-missing', 'There is no such file: upload it first.');
}

/** Deletes a picture and what is known of it; in this order, so that a call that dies leaves no file without an owner. */
export async function removePicture(
  { files, checks, pictures }: PictureParts,
  openid: string,
  { fileID, traceId }: Pick<Avatar, 'fileID' | 'traceId'>,
): Promise<void> {
  await files.remove([fileID]);
  await pictures.release(openid, [fileID]);
  await checks.end([traceId]);
}
