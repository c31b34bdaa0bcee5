import * as v from 'valibot';
import type { PicturesStore } from '../domain/profiles/profile-stores';
import { Collection } from '../platform/database';

const document = v.object({ _id: v.string(), openid: v.string(), uploadID: v.string(), fileID: v.string() });

const pictures = new Collection('pictures', (value) => v.parse(document, value));

/** At once: as many as the storage deletes with their uploads in one call. */
const some = 25;

/** `pictures` in CloudBase: `_id` is the random name of the upload. */
export const picturesStore: PicturesStore = {
  async claim(openid, picture) {
    const _id = nameOf(picture.uploadID);
    if ((await pictures.add({ _id, openid, ...picture })) === 'added') return picture;
    const found = await pictures.find(_id);
    return found?.openid === openid ? { uploadID: found.uploadID, fileID: found.fileID } : undefined;
  },

  async release(openid, fileID) {
    await pictures.removeAll({ openid, fileID });
  },

  async someOf(openid) {
    return (await pictures.list({ openid }, some)).map(({ uploadID, fileID }) => ({ uploadID, fileID }));
  },
};

/** The environment and the bucket before it are no part of the identity. */
function nameOf(fileID: string): string {
  return fileID.slice(fileID.lastIndexOf('/') + 1);
}
