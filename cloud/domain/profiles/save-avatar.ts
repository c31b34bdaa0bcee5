import { CallError } from '../../contract/call-error';
import { keptAt } from '../pictures/kept-at';
import type { Picture, PictureParts } from '../pictures/picture-stores';
import { removePictures } from '../pictures/remove-pictures';
import { removeUnlessHeld } from '../pictures/remove-unless-held';
import { type CheckedParts, pendingAvatar } from './avatar-check';
import type { Avatar } from './profile-stores';
import { spreadProfile } from './shown-profile';

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
  const { avatar: before } = await parts.profiles.kept(openid);
  if (before?.fileID === picture.fileID) return;
  try {
    await takeOver(parts, openid, picture);
    await replace(parts, openid, before, picture);
  } catch (error) {
    await removeUnlessHeld(parts, openid, picture);
    throw error;
  }
}

async function replace(parts: CheckedParts, openid: string, kept: Avatar | null, picture: Picture): Promise<void> {
  const { fileID } = picture;
  let before = kept;
  const after = await pendingAvatar(parts, openid, fileID);
  for (let attempt = 0; attempt < attempts && before?.fileID !== fileID; attempt += 1) {
    if (await parts.profiles.replaceAvatar(openid, before, after)) {
      if (before) await removePictures(parts, openid, [before]);
      await takeBackIfGone(parts, openid, after, picture);
      return;
    }
    ({ avatar: before } = await parts.profiles.kept(openid));
  }
  await parts.checks.end([after.traceId]);
  if (before?.fileID !== fileID) throw new CallError('cloud-error', 'Others changed the avatar at the same time.');
}

/** Who is forgotten, or whose picture WeChat refuses, while it becomes their avatar does not get it back by that. */
async function takeBackIfGone(parts: CheckedParts, openid: string, avatar: Avatar, picture: Picture): Promise<void> {
  if (await removeUnlessHeld(parts, openid, picture)) return;
  await parts.profiles.removeAvatar(openid, avatar.traceId);
  await parts.checks.end([avatar.traceId]);
  const { avatar: another } = await spreadProfile(parts, openid);
  await parts.profiles.removeEmpty(openid);
  if (another === null) throw new CallError('file-missing', 'The picture was deleted while it was being saved.');
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
