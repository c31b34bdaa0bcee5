import type { Files } from '../files/files';
import { DOWNLOAD_SECONDS, temporaryUrl } from '../files/temporary-url';
import { isRecord } from '../record';
import type { Actions } from './action';

/** Time to finish an upload that was begun. */
const UPLOAD_SECONDS = 900;

export function storageActions(files: Files, wireUrl: () => string): Actions {
  const urlOf = (path: string, seconds: number): string => temporaryUrl(files, wireUrl(), path, seconds);

  return {
    'storage.getUploadMetadata': ({ body }) => {
      const path = body.text('path');
      return {
        data: {
          url: encodeURI(urlOf(path, UPLOAD_SECONDS)),
          token: 'local',
          authorization: 'local',
          fileId: files.idOf(path),
          cosFileId: Buffer.from(path).toString('base64'),
        },
      };
    },

    'storage.batchGetDownloadUrl': async ({ body }) => {
      const answers = body.list('file_list').map(async (file) => {
        const { fileID, maxAge } = wanted(file);
        const path = files.pathOf(fileID);
        if (path === undefined || !(await files.has(path))) return { fileID, code: 'STORAGE_FILE_NONEXIST' };
        return { fileID, code: 'SUCCESS', maxAge, tempFileURL: urlOf(path, maxAge) };
      });
      return { data: { download_list: await Promise.all(answers) } };
    },

    'storage.batchDeleteFile': async ({ body }) => {
      const answers = body.list('fileid_list').map(async (id) => {
        const fileID = String(id);
        const path = files.pathOf(fileID);
        if (path === undefined || !(await files.has(path))) return { fileID, code: 'STORAGE_FILE_NONEXIST' };
        await files.remove(path);
        return { fileID, code: 'SUCCESS' };
      });
      return { data: { delete_list: await Promise.all(answers) } };
    },
  };
}

function wanted(file: unknown): { readonly fileID: string; readonly maxAge: number } {
  const { fileid, max_age: maxAge } = isRecord(file) ? file : { fileid: file, max_age: undefined };
  return { fileID: String(fileid), maxAge: typeof maxAge === 'number' && maxAge > 0 ? maxAge : DOWNLOAD_SECONDS };
}
