import { MAX_FILES, type Files } from '../files/files';
import { DOWNLOAD_SECONDS, temporaryUrl, uploadUrl } from '../files/temporary-url';
import { invalidParameter } from '../cloud-error';
import { isRecord } from '../record';
import type { Actions } from './action';

/** Time to finish an upload that was begun. */
const UPLOAD_SECONDS = 900;

export function storageActions(files: Files, wireUrl: () => string): Actions {
  return {
    'storage.getUploadMetadata': ({ body }) => {
      const path = body.text('path');
      return {
        data: {
          url: encodeURI(uploadUrl(files, wireUrl(), path, UPLOAD_SECONDS)),
          token: 'local',
          authorization: 'local',
          fileId: files.idOf(path),
          cosFileId: Buffer.from(path).toString('base64'),
        },
      };
    },

    'storage.batchGetDownloadUrl': async ({ body }) => {
      const answers = atMost(body.list('file_list')).map(async (file) => {
        const { fileID, maxAge } = wanted(file);
        const path = files.pathOf(fileID);
        if (path === undefined || !(await files.has(path))) return { fileID, code: 'STORAGE_FILE_NONEXIST' };
        return { fileID, code: 'SUCCESS', maxAge, tempFileURL: temporaryUrl(files, wireUrl(), path, maxAge) };
      });
      return { data: { download_list: await Promise.all(answers) } };
    },

    'storage.batchDeleteFile': async ({ body }) => {
      const answers = atMost(body.list('fileid_list')).map(async (id) => {
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

/** UNCONFIRMED what the gateway answers to more; the pages of both APIs say 50. */
function atMost(list: readonly unknown[]): readonly unknown[] {
  if (list.length > MAX_FILES) throw invalidParameter(`at most ${MAX_FILES} files at once, got ${list.length}`);
  return list;
}

function wanted(file: unknown): { readonly fileID: string; readonly maxAge: number } {
  const { fileid, max_age: maxAge } = isRecord(file) ? file : { fileid: file, max_age: undefined };
  return { fileID: String(fileid), maxAge: typeof maxAge === 'number' && maxAge > 0 ? maxAge : DOWNLOAD_SECONDS };
}
