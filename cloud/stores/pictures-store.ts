import * as v from 'valibot';
import type { PicturesStore } from '../domain/profiles/profile-stores';
import { Collection } from '../platform/database';

const document = v.object({ _id: v.string(), openid: v.string(), fileID: v.string() });

const pictures = new Collection('pictures', (value) => v.parse(document, value));

/** More than anybody has: an avatar, and what calls that died have left. */
const maxFiles = 1_000;

/** `pictures` in CloudBase: `_id` is the random name of the file. */
export const picturesStore: PicturesStore = {
  async claim(openid, fileID) {
    const _id = nameOf(fileID);
    if ((await pictures.add({ _id, openid, fileID })) === 'added') return true;
    return (await pictures.find(_id))?.openid === openid;
  },

  async release(openid, fileID) {
    await pictures.removeIf(nameOf(fileID), { openid });
  },

  async filesOf(openid) {
    return (await pictures.list({ openid }, maxFiles)).map(({ fileID }) => fileID);
  },
};

/** The environment and the bucket before it are no part of the identity. */
function nameOf(fileID: string): string {
  return fileID.slice(fileID.lastIndexOf('/') + 1);
}
