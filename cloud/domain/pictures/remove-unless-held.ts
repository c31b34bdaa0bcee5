import { thumbnailOf } from './kept-at';
import type { Picture, PictureParts } from './picture-stores';

/**
 * For whoever has written files of a picture: where its claim is gone by then, nobody would find them any more, so they
 * are deleted. Says whether it is still held.
 */
export async function removeUnlessHeld(
  { files, pictures }: Pick<PictureParts, 'files' | 'pictures'>,
  openid: string,
  picture: Picture,
): Promise<boolean> {
  if (await pictures.holds(openid, picture)) return true;
  const { uploadID, fileID } = picture;
  await files.remove([uploadID, fileID, thumbnailOf(fileID)]);
  return false;
}
