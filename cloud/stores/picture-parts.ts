import type { PictureParts } from '../domain/pictures/picture-stores';
import { moveFile, readFile, removeFiles, temporaryUrl, temporaryUrls, writeFile } from '../platform/files';
import { checksStore } from './checks-store';
import { picturesStore } from './pictures-store';

/** What the rules about pictures need, in CloudBase. */
export const pictureParts: PictureParts = {
  pictures: picturesStore,
  checks: checksStore,
  files: {
    url: temporaryUrl,
    urls: temporaryUrls,
    move: moveFile,
    read: readFile,
    write: writeFile,
    remove: removeFiles,
  },
};
