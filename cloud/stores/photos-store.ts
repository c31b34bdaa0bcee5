import * as v from 'valibot';
import type { KeptPhoto, PhotosStore } from '../domain/album/photos-store';
import { Collection, command } from '../platform/database';

const document = v.object({
  _id: v.string(),
  openid: v.string(),
  group: v.string(),
  member: v.string(),
  order: v.string(),
  fileID: v.string(),
  width: v.number(),
  height: v.number(),
  addedAt: v.number(),
  traceId: v.string(),
  askedAt: v.number(),
  state: v.picklist(['pending', 'passed']),
});

const photos = new Collection('photos', (value) => v.parse(document, value));

const newestFirst = { by: 'order', direction: 'desc' } as const;

/** At once: as many as the storage deletes with their uploads and thumbnails in one call. */
const some = 16;

/** `photos` in CloudBase: `_id` is the photo's id. Every method is one call. */
export const photosStore: PhotosStore = {
  async find(id) {
    const found = await photos.find(id);
    return found && photoIn(found);
  },

  async add({ id, ...photo }) {
    return (await photos.add({ _id: id, ...photo })) === 'added';
  },

  async passed(group, order, limit) {
    const older = order === null ? {} : { order: command.lt(order) };
    return (await photos.list({ group, state: 'passed', ...older }, limit, newestFirst)).map(photoIn);
  },

  async pendingOf(openid, group, limit) {
    return (await photos.list({ group, openid, state: 'pending' }, limit, newestFirst)).map(photoIn);
  },

  count: (openid, group, state) => photos.count({ group, openid, ...(state && { state }) }),

  async among(group, ids) {
    return (await photos.list({ _id: command.in([...ids]), group }, ids.length)).map(photoIn);
  },

  async someOf(openid, group, member) {
    // Two ranges of the index: no index answers "not equal" without a walk over what is equal.
    const others = member === undefined ? {} : { member: command.or(command.lt(member), command.gt(member)) };
    return (await photos.list({ openid, group, ...others }, some)).map(photoIn);
  },

  replaceCheck({ id, traceId: before }, { traceId, askedAt }) {
    return photos.updateIf(id, { traceId: before, state: 'pending' }, { traceId, askedAt });
  },

  async pass(id) {
    await photos.updateIf(id, {}, { state: 'passed' });
  },

  async remove(ids) {
    await photos.removeAll({ _id: command.in([...ids]) });
  },
};

function photoIn({ _id: id, ...photo }: v.InferOutput<typeof document>): KeptPhoto {
  return { id, ...photo };
}
