import * as v from 'valibot';
import { call } from './call';
import { groupId } from './group';

const nothing = v.strictObject({});
const tempUrl = v.pipe(v.string(), v.maxLength(2_048));

/** Random: nobody can guess one, and none holds a path. */
export const photoId = v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/));

/** What `wx.cloud.uploadFile` answered for `cloudPath: album/<32 random hexadecimal digits>.jpg|jpeg|png`. */
export const albumFileID = v.pipe(
  v.string(),
  v.maxLength(256),
  v.regex(/^cloud:\/\/[\w.-]+\/album\/[0-9a-f]{32}\.(?:png|jpg|jpeg)$/),
);

export const maxPhotosAPage = 24;

/** Of one person in one album, not judged by WeChat yet: five choosings of nine, within the half hour that it may take. */
export const maxPending = 50;

/**
 * The first page answers all of them: also those that calls at the same time have added beyond the bound, and with a
 * page of passed ones no more than two calls of the storage take. Who gets so many does not know whether these are all.
 */
export const maxPendingAPage = 76;

export const photo = v.strictObject({
  photo: photoId,
  /** Temporary URL (two hours) of the thumbnail. */
  thumbnail: tempUrl,
  /** px of the photo. */
  width: v.pipe(v.number(), v.integer(), v.minValue(1)),
  height: v.pipe(v.number(), v.integer(), v.minValue(1)),
  /** Ms since the epoch. */
  addedAt: v.pipe(v.number(), v.integer()),
  /** `pending`: WeChat has not judged it yet; only its author gets it. */
  state: v.picklist(['pending', 'passed']),
  /** Whether the caller added it, and so may delete it. */
  mine: v.boolean(),
  /** Of the author; empty: has given none. */
  nickname: v.pipe(v.string(), v.maxLength(32)),
});

export type Photo = Readonly<v.InferOutput<typeof photo>>;

/** A group's photos, for its members. */
export const album = {
  /** Newest first; before them, on the first page, all of the caller's that are `pending`. `cursor` is what the page before answered as `next`; null begins. `next` is null at the end. */
  page: call({
    openData: {},
    input: { group: groupId, cursor: v.nullable(v.pipe(v.string(), v.regex(/^[\w.:-]{1,80}$/))) },
    output: v.strictObject({
      photos: v.pipe(v.array(photo), v.maxLength(maxPendingAPage + maxPhotosAPage), v.readonly()),
      next: v.nullable(v.string()),
    }),
    errors: ['not-a-member', 'cloud-error'],
    maxBytes: 1_024,
  }),
  /** Puts a file that the caller has just uploaded into the album: `pending` until WeChat's verdict. The same file again changes nothing. */
  add: call({
    openData: {},
    input: { group: groupId, fileID: albumFileID },
    output: photo,
    errors: [
      'not-a-member',
      'photos-pending',
      'album-full',
      'file-missing',
      'forbidden',
      'photo-unreadable',
      'input-too-large',
      'rate-limited',
      'cloud-error',
    ],
    maxBytes: 1_024,
  }),
  /** Temporary URLs (two hours) of the photos themselves, in the order asked; null for one that is gone. */
  open: call({
    openData: {},
    input: { group: groupId, photos: v.pipe(v.array(photoId), v.minLength(1), v.maxLength(maxPhotosAPage)) },
    output: v.strictObject({ urls: v.pipe(v.array(v.nullable(tempUrl)), v.readonly()) }),
    errors: ['not-a-member', 'cloud-error'],
    maxBytes: 2_048,
  }),
  /** Deletes a photo of the caller's, files included. One that is gone already is no failure. */
  remove: call({
    openData: {},
    input: { group: groupId, photo: photoId },
    output: nothing,
    errors: ['not-a-member', 'forbidden', 'cloud-error'],
    maxBytes: 1_024,
  }),
} as const;
