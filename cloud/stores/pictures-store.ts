import * as v from 'valibot';
import type { Picture, PicturesStore } from '../domain/pictures/picture-stores';
import { Collection, command } from '../platform/database';

const document = v.object({ _id: v.string(), openid: v.string(), uploadID: v.string(), fileID: v.string() });

const pictures = new Collection('pictures', (value) => v.parse(document, value));

/** At once: as many as the storage deletes with their uploads and thumbnails in two calls. */
const some = 33;

/** `pictures` in CloudBase: `_id` is the random name of the upload. */
export const picturesStore: PicturesStore = {
  async claim(openid, picture) {
    const _id = nameOf(picture.uploadID);
    if ((await pictures.add({ _id, openid, ...picture })) === 'added') return picture;
    const found = await pictures.find(_id);
    return found?.openid === openid ? pictureIn(found) : undefined;
  },

  async holds(openid, { uploadID, fileID }) {
    const found = await pictures.find(nameOf(uploadID));
    return found?.openid === openid && found.fileID === fileID;
  },

  async release(openid, fileIDs) {
    await pictures.removeAll({ openid, fileID: command.in([...fileIDs]) });
  },

  async keptAs(openid, fileIDs) {
    return (await pictures.list({ openid, fileID: command.in([...fileIDs]) }, fileIDs.length)).map(pictureIn);
  },

  async someOf(openid) {
    return (await pictures.list({ openid }, some)).map(pictureIn);
  },
};

function pictureIn({ uploadID, fileID }: v.InferOutput<typeof document>): Picture {
  return { uploadID, fileID };
}

/** The environment and the bucket before it are no part of the identity. */
function nameOf(fileID: string): string {
  return fileID.slice(fileID.lastIndexOf('/') + 1);
}
