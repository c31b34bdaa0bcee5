/** Albums over the genuine functions. */
import { randomBytes } from 'node:crypto';
import type { contract, Output, Photo } from '../../cloud/contract/contract';
import type { Answer } from '../../cloud/contract/errors';
import type { CallRecord } from '../emulator/cloud/types';
import { jpeg } from '../pictures';
import { dataOf, group, type Groups, startGroups } from './groups';

type Route = keyof (typeof contract)['album'];
export type Page = Output<'album', 'page'>;

export interface Albums {
  readonly wechat: Groups;
  call(
    openid: string | undefined,
    route: Route,
    input: object,
  ): Promise<{ answer: Answer<unknown>; record: CallRecord }>;
  /** Uploads a photo as the phone does and answers its fileID. */
  upload(openid: string, bytes?: Uint8Array, path?: string): Promise<string>;
  add(openid: string, fileID?: string, to?: string): Promise<Answer<unknown>>;
  /** Adds a photo that WeChat passes. */
  passed(openid: string, bytes?: Uint8Array): Promise<Photo>;
  page(openid: string, cursor?: string | null, of?: string): Promise<Page>;
  remove(openid: string, photo: string, from?: string): Promise<Answer<unknown>>;
  open(openid: string, photos: readonly string[], of?: string): Promise<readonly (string | null)[]>;
}

/** An album of two: 安 and 波. */
export async function startAlbum(): Promise<{ readonly albums: Albums; readonly ann: string; readonly bo: string }> {
  const albums = await startAlbums();
  return { albums, ann: await albums.wechat.member('安'), bo: await albums.wechat.member('波') };
}

export async function startAlbums(): Promise<Albums> {
  const wechat = await startGroups();
  const albums: Albums = {
    wechat,
    call: (openid, route, input) =>
      wechat.send({ name: 'album', event: { $url: route, ...input }, ...(openid !== undefined && { openid }) }),
    upload: async (openid, bytes = jpeg(40, 30), path = `album/${randomBytes(16).toString('hex')}.jpg`) =>
      (await wechat.cloud.files.upload(openid, path, bytes)).fileID,
    async add(openid, fileID, to = group) {
      const { answer } = await albums.call(openid, 'add', {
        group: to,
        fileID: fileID ?? (await albums.upload(openid)),
      });
      return answer;
    },
    async passed(openid, bytes) {
      const photo = dataOf<Photo>(await albums.add(openid, await albums.upload(openid, bytes)));
      await wechat.platform.contentChecks.deliver();
      return photo;
    },
    async page(openid, cursor = null, of = group) {
      return dataOf<Page>((await albums.call(openid, 'page', { group: of, cursor })).answer);
    },
    remove: async (openid, photo, from = group) => (await albums.call(openid, 'remove', { group: from, photo })).answer,
    async open(openid, photos, of = group) {
      return dataOf<Output<'album', 'open'>>((await albums.call(openid, 'open', { group: of, photos })).answer).urls;
    },
  };
  return albums;
}

export const failed = (code: string): unknown =>
  expect.objectContaining({ ok: false, error: expect.objectContaining({ code }) as unknown });
