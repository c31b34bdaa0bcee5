import type { Judged } from './begin-check';
import { thumbnailOf } from './kept-at';
import type { PictureParts } from './picture-stores';

/**
 * Deletes pictures and what is known of them, with their uploads: where the call that made them died before it deleted
 * those, their claim is the only way to them. In this order, so that a call that dies leaves no file without an owner.
 */
export async function removePictures(
  { files, pictures, checks }: PictureParts,
  openid: string,
  some: readonly (Pick<Judged, 'traceId'> & { readonly fileID: string })[],
): Promise<void> {
  const fileIDs = some.map(({ fileID }) => fileID);
  const claimed = await pictures.keptAs(openid, fileIDs);
  await files.remove([
    ...claimed.map(({ uploadID }) => uploadID),
    ...fileIDs.flatMap((fileID) => [fileID, thumbnailOf(fileID)]),
  ]);
  await pictures.release(openid, fileIDs);
  await checks.end(some.map(({ traceId }) => traceId));
}
