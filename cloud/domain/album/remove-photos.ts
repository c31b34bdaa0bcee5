import { CallError } from '../../contract/call-error';
import { membershipOf } from '../groups/membership';
import type { MembershipsStore } from '../groups/memberships-store';
import type { Check, PictureParts } from '../pictures/picture-stores';
import { removePictures } from '../pictures/remove-pictures';
import type { AlbumParts } from './album-parts';
import type { KeptPhoto, PhotosStore } from './photos-store';

type RemovingParts = PictureParts & { readonly photos: PhotosStore };
type LeavingParts = RemovingParts & { readonly memberships: Pick<MembershipsStore, 'find'> };

/**
 * Deletes a photo of this person. One that is gone, or in another group, is no failure.
 * Throws a CallError: `not-a-member`, `forbidden` for somebody else's, `cloud-error`.
 */
export async function removePhoto(parts: AlbumParts, openid: string, group: string, id: string): Promise<void> {
  await membershipOf(parts.memberships, openid, group);
  const photo = await parts.photos.find(id);
  if (photo?.group !== group) return;
  if (photo.openid !== openid) throw new CallError('forbidden', 'Only its author deletes a photo.');
  await removePhotos(parts, openid, [photo]);
}

/**
 * Deletes all photos of a group that a person added as somebody who they are not any more, files included. For a person
 * who leaves: take the membership first, then these, and these also where the membership is gone already, so that leaving
 * again finds what a call that died has left. An `addPhoto` at the same time either stored its photo before, and it is
 * found here, or looks afterwards, finds no such membership and takes its photo back.
 * Throws a CallError: `cloud-error`; can be repeated.
 */
export async function removePhotosLeft(parts: LeavingParts, openid: string, group: string): Promise<void> {
  let member: string | undefined;
  const some = () => parts.photos.someOf(openid, group, member);
  for (let photos = await some(); photos.length > 0; photos = await some()) {
    // After that: who has come back meanwhile, and added some of these, is found.
    member = (await parts.memberships.find(openid, group))?.member;
    await removePhotos(
      parts,
      openid,
      photos.filter((photo) => photo.member !== member),
    );
  }
}

/** What is left where the picture of a check is refused, known by its file alone: the photo may not be stored yet. */
export async function judgePhoto(parts: RemovingParts, traceId: string, check: Check, passed: boolean): Promise<void> {
  const { openid, fileID } = check;
  const id = idOf(fileID);
  if (!passed) return removePhotos(parts, openid, [{ id, fileID, traceId }]);
  // What is kept there never changes: a verdict on it holds, whichever check it answers.
  await parts.photos.pass(id);
  await parts.checks.end([traceId]);
}

/** The name of its file. */
export function idOf(fileID: string): string {
  return fileID.slice(fileID.lastIndexOf('/') + 1).replace(/\.\w+$/, '');
}

/** Files first, the photo last: a call that died can be repeated and finds what is left. */
export async function removePhotos(
  parts: RemovingParts,
  openid: string,
  some: readonly Pick<KeptPhoto, 'id' | 'fileID' | 'traceId'>[],
): Promise<void> {
  if (some.length === 0) return;
  await removePictures(parts, openid, some);
  await parts.photos.remove(some.map(({ id }) => id));
}
