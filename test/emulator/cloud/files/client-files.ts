/** Cloud storage as `wx.cloud` on a phone reaches it. Source: wxcloud/reference-sdk-api/storage */
import type { DeletedFile, TemporaryUrl } from '../../phone/bridge';
import type { ClientFiles } from '../types';
import { contentTypeOf } from './content-type';
import { MAX_FILES, type Files } from './files';
import { DOWNLOAD_SECONDS, temporaryUrl } from './temporary-url';

/** UNCONFIRMED: WeChat names no size; CloudBase's gateway takes 100 MB, a picture of a phone is far below this. */
const MAX_BYTES = 20 * 1024 * 1024;

type Refused = 'STORAGE_EXCEED_AUTHORITY' | 'STORAGE_FILE_NONEXIST';
/** wx-server-sdk 4.0.2, error.config. */
const CODES: Readonly<Record<Refused, readonly [errCode: number, text: string]>> = {
  STORAGE_EXCEED_AUTHORITY: [-503002, 'storage permission denied'],
  STORAGE_FILE_NONEXIST: [-503003, 'storage file not exists'],
};

export function createClientFiles(files: Files, wireUrl: () => string): ClientFiles {
  /** The path, where the file is there and this user's. */
  async function find(openid: string, fileID: string): Promise<{ path: string } | { refused: Refused }> {
    const path = files.pathOf(fileID);
    if (path === undefined || !(await files.has(path))) return { refused: 'STORAGE_FILE_NONEXIST' };
    return (await files.ownerOf(path)) === openid ? { path } : { refused: 'STORAGE_EXCEED_AUTHORITY' };
  }

  async function temporary(openid: string, fileID: string, maxAge = DOWNLOAD_SECONDS): Promise<TemporaryUrl> {
    const found = await find(openid, fileID);
    if ('refused' in found) return { fileID, tempFileURL: '', maxAge, status: 1, errMsg: found.refused };
    const tempFileURL = encodeURI(temporaryUrl(files, wireUrl(), found.path, maxAge));
    return { fileID, tempFileURL, maxAge, status: 0, errMsg: 'ok' };
  }

  async function removeOne(openid: string, fileID: string): Promise<DeletedFile> {
    const found = await find(openid, fileID);
    if ('refused' in found) return { fileID, status: 1, errMsg: found.refused };
    await files.remove(found.path);
    return { fileID, status: 0, errMsg: 'ok' };
  }

  return {
    async upload(openid, cloudPath, bytes) {
      if (!isPath(cloudPath)) throw failure('uploadFile', -501007, 'invalid parameters', `cloudPath '${cloudPath}'`);
      if (bytes.byteLength > MAX_BYTES) throw failure('uploadFile', -503001, 'storage request fail', 'file too large');
      if (!(await files.upload(cloudPath, bytes, openid))) throw refusal('uploadFile', 'STORAGE_EXCEED_AUTHORITY');
      return { fileID: files.idOf(cloudPath), statusCode: 204 };
    },
    async download(openid, fileID) {
      const found = await find(openid, fileID);
      if ('refused' in found) throw refusal('downloadFile', found.refused);
      const bytes = await files.read(found.path);
      if (bytes === undefined) throw refusal('downloadFile', 'STORAGE_FILE_NONEXIST');
      return { bytes, contentType: contentTypeOf(found.path) };
    },
    async temporaryUrls(openid, list) {
      atMost('getTempFileURL', list);
      return Promise.all(list.map(({ fileID, maxAge }) => temporary(openid, fileID, maxAge)));
    },
    async remove(openid, list) {
      atMost('deleteFile', list);
      return Promise.all(list.map((fileID) => removeOne(openid, fileID)));
    },
    async publicUrl(fileID) {
      const path = files.pathOf(fileID);
      if (path === undefined || !(await files.has(path))) return undefined;
      return encodeURI(temporaryUrl(files, wireUrl(), path, DOWNLOAD_SECONDS));
    },
    list: () => files.list(),
  };
}

/** Characters that CloudBase takes in a cloudPath; no empty parts. Source: wxcloud/guide/storage/naming.md */
const isPath = (path: string): boolean =>
  path.length <= 850 && /^[0-9A-Za-z!\-_.*/]+$/.test(path) && !path.startsWith('/') && !path.includes('//');

function atMost(api: string, list: readonly unknown[]): void {
  if (list.length > MAX_FILES) throw failure(api, -501007, 'invalid parameters', `at most ${MAX_FILES} files`);
}

const refusal = (api: string, refused: Refused): Error => failure(api, ...CODES[refused], refused);

function failure(api: string, errCode: number, text: string, detail: string): Error {
  const errMsg = `cloud.${api}:fail Error: errCode: ${errCode} ${text} | errMsg: ${detail}`;
  return Object.assign(new Error(errMsg), { errCode, errMsg });
}
