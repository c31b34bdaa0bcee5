import { CallError } from '../../contract/call-error';
import { membershipOf } from '../groups/membership';
import { beginCheck } from '../pictures/begin-check';
import { keptAt, thumbnailOf } from '../pictures/kept-at';
import type { Picture } from '../pictures/picture-stores';
import { removeUnlessHeld } from '../pictures/remove-unless-held';
import type { CheckedAlbumParts } from './album-parts';
import { maxUploadBytes } from './limits';
import { makePhoto } from './make-photo';
import type { KeptPhoto } from './photos-store';
import { noRoom } from './no-room';
import { idOf, removePhotos } from './remove-photos';

/**
 * Puts a file that this person has just uploaded into a group's album, `pending` until WeChat's verdict. What is kept,
 * checked and shown is made here, where only functions write. The same file again answers the same photo.
 * Throws a CallError: `not-a-member`, `forbidden` for another person's file or one that is in another album,
 * `photos-pending`, `album-full`, `file-missing`, `photo-unreadable`, `input-too-large`, those of `askForCheck`, `cloud-error`.
 */
export async function addPhoto(
  parts: CheckedAlbumParts,
  openid: string,
  group: string,
  uploadID: string,
): Promise<KeptPhoto> {
  const { member } = await membershipOf(parts.memberships, openid, group);
  const wanted = { uploadID, fileID: keptAt(uploadID, parts.newName(), '.jpg') };
  const picture = await parts.pictures.claim(openid, wanted);
  // The name alone identifies an upload: one of this name may be an avatar.
  if (picture?.uploadID !== uploadID) throw new CallError('forbidden', 'The file is not the upload of this person.');
  const id = idOf(picture.fileID);
  const isNew = picture.fileID === wanted.fileID;
  const before = isNew ? undefined : await parts.photos.find(id);
  const photo = before ?? (await make(parts, { openid, group, member, id, fileID: picture.fileID }, picture));
  if (photo.group !== group) throw new CallError('forbidden', 'The photo is in the album of another group.');
  await parts.files.remove([uploadID]);
  return photo;
}

type Place = Pick<KeptPhoto, 'openid' | 'group' | 'member' | 'id' | 'fileID'>;

async function make(parts: CheckedAlbumParts, place: Place, picture: Picture): Promise<KeptPhoto> {
  const { openid, group, id, fileID } = place;
  const refusal = await noRoom(parts.photos, openid, group);
  if (refusal) {
    // The last one that there was room for may be this one, by another call.
    const made = await parts.photos.find(id);
    if (made) return made;
    if (refusal.code === 'album-full') await discard(parts, openid, picture);
    throw refusal;
  }
  const size = await writeFiles(parts, openid, picture);
  if (size === undefined) {
    // Another call was faster: it deletes the upload after it has stored the photo.
    const made = await parts.photos.find(id);
    if (made) return made;
    await parts.pictures.release(openid, [fileID]);
    throw new CallError('file-missing', 'There is no such file: upload it first.');
  }
  const judged = await beginCheck(parts, { openid, fileID, kind: 'photo' }).catch(async (error: unknown) => {
    await removeUnlessHeld(parts, openid, picture);
    throw error;
  });
  const addedAt = parts.now();
  const photo = { ...place, ...size, ...judged, addedAt, order: `${String(addedAt).padStart(15, '0')}:${id}` };
  const stored = (await parts.photos.add(photo)) ? photo : await theOther(parts, photo);
  await takeBackIfGone(parts, stored, picture);
  return stored;
}

/** Writes photo and thumbnail; undefined where the upload is gone. One that is no photo is deleted. */
async function writeFiles(parts: CheckedAlbumParts, openid: string, picture: Picture) {
  const { files } = parts;
  const { uploadID, fileID } = picture;
  try {
    const bytes = await files.read(uploadID, maxUploadBytes);
    if (bytes === undefined) return undefined;
    const { photo, thumbnail, width, height } = makePhoto(Buffer.from(bytes));
    await Promise.all([files.write(fileID, photo), files.write(thumbnailOf(fileID), thumbnail)]);
    return { width, height };
  } catch (error) {
    if (error instanceof CallError && ['photo-unreadable', 'input-too-large'].includes(error.code)) {
      await discard(parts, openid, picture);
    }
    throw error;
  }
}

/** Nobody would ever look at it. What may get in later stays its owner's. */
async function discard({ files, pictures }: CheckedAlbumParts, openid: string, { uploadID, fileID }: Picture) {
  await files.remove([uploadID]);
  await pictures.release(openid, [fileID]);
}

/** What a call at the same time has stored. */
async function theOther({ checks, photos }: CheckedAlbumParts, mine: KeptPhoto): Promise<KeptPhoto> {
  await checks.end([mine.traceId]);
  return (await photos.find(mine.id)) ?? mine;
}

/** Who deletes, leaves or is forgotten while a photo is being made does not get it back by that. */
async function takeBackIfGone(parts: CheckedAlbumParts, photo: KeptPhoto, picture: Picture): Promise<void> {
  const { openid, group } = photo;
  const [held, membership] = await Promise.all([
    parts.pictures.holds(openid, picture),
    parts.memberships.find(openid, group),
  ]);
  if (held && membership?.member === photo.member) return;
  await removePhotos(parts, openid, [photo]);
  await parts.files.remove([picture.uploadID]);
  if (!membership) throw new CallError('not-a-member', 'The caller has left this group.');
  throw new CallError('file-missing', 'The photo was deleted while it was being added.');
}
