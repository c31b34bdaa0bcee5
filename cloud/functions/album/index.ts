import { randomBytes } from 'node:crypto';
import { CallError } from '../../contract/call-error';
import { addPhoto } from '../../domain/album/add-photo';
import type { CheckedAlbumParts } from '../../domain/album/album-parts';
import { openPhotos, pageOf, shown } from '../../domain/album/read-album';
import { removePhoto } from '../../domain/album/remove-photos';
import { checkOf } from '../../platform/picture-check';
import { serve } from '../../platform/router';
import { albumParts } from '../../stores/album-parts';

const parts: CheckedAlbumParts = {
  ...albumParts,
  askForCheck: checkOf('photo'),
  newName: () => randomBytes(16).toString('hex'),
  now: () => Date.now(),
};

export const main = serve('album', {
  page({ group, cursor }, { openid }) {
    return pageOf(parts, openid, group, cursor);
  },
  async add({ group, fileID }, { openid }) {
    const [photo] = await shown(parts, openid, group, [await addPhoto(parts, openid, group, fileID)]);
    if (photo === undefined) throw new CallError('file-missing', 'Somebody removed the file.');
    return photo;
  },
  async open({ group, photos }, { openid }) {
    return { urls: await openPhotos(parts, openid, group, photos) };
  },
  async remove({ group, photo }, { openid }) {
    await removePhoto(parts, openid, group, photo);
    return {};
  },
});
