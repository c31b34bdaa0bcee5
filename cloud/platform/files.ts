/** Cloud storage: files are private, and are seen through temporary URLs. */
import { CallError } from '../contract/call-error';
import { download } from './download';
import { deleteFile, downloadFile, getTempFileURL, uploadFile } from './sdk';

/** STORAGE_FILE_NONEXIST in the SDK's table. */
const noSuchFile = -503003;

/** The SDK takes at most 50 a call, to delete and to make URLs of. */
const maxFiles = 50;

/** A URL of the file that lives two hours; undefined where there is no such file. Throws a CallError: `cloud-error`. */
export async function temporaryUrl(fileID: string): Promise<string | undefined> {
  const [url] = await temporaryUrls([fileID]);
  return url;
}

/** The same for several, in the order asked; one call of the storage for each 50 (what the SDK takes at once). */
export async function temporaryUrls(fileIDs: readonly string[]): Promise<readonly (string | undefined)[]> {
  const urls: (string | undefined)[] = [];
  for (let start = 0; start < fileIDs.length; start += maxFiles) {
    const some = fileIDs.slice(start, start + maxFiles);
    const files = await getTempFileURL(some);
    urls.push(...some.map((_fileID, at) => urlOf(files[at])));
  }
  return urls;
}

function urlOf(file: Awaited<ReturnType<typeof getTempFileURL>>[number] | undefined): string | undefined {
  if (file?.status === 0) return file.tempFileURL;
  if (file?.status === noSuchFile) return undefined;
  throw new CallError('cloud-error', `The storage gave no URL (status ${file?.status ?? 'unknown'}).`);
}

/**
 * Moves a file. True where it is at its new place now, also because another call moved it there; false where there is
 * neither. Throws a CallError: `cloud-error`.
 */
export async function moveFile(from: string, to: string): Promise<boolean> {
  const content = await contentOf(from);
  if (content === undefined) return (await temporaryUrl(to)) !== undefined;
  await writeFile(to, content);
  await removeFiles([from]);
  return true;
}

/** Writes a file that belongs to nobody but the functions. Throws a CallError: `cloud-error`. */
export async function writeFile(fileID: string, content: Uint8Array): Promise<void> {
  const written = await uploadFile(pathOf(fileID), Buffer.from(content));
  if (written !== fileID) throw new CallError('cloud-error', 'The storage wrote a file at another place.');
}

/**
 * The bytes of a file; undefined where there is no such file.
 * Throws a CallError: `input-too-large` for more than `maxBytes`, `cloud-error`.
 */
export async function readFile(fileID: string, maxBytes: number): Promise<Buffer | undefined> {
  const url = await temporaryUrl(fileID);
  return url === undefined ? undefined : download(url, maxBytes);
}

/** Undefined where there is no such file: the SDK's error for that has no code of its own. */
async function contentOf(fileID: string): Promise<Buffer | undefined> {
  try {
    return await downloadFile(fileID);
  } catch (cause) {
    if ((await temporaryUrl(fileID)) === undefined) return undefined;
    throw new CallError('cloud-error', 'The storage gave no content.', { cause });
  }
}

/** `cloud://environment.bucket/path`. */
function pathOf(fileID: string): string {
  return fileID.split('/').slice(3).join('/');
}

/** Deletes the files; one that is gone already is no failure. Throws a CallError: `cloud-error`. */
export async function removeFiles(fileIDs: readonly string[]): Promise<void> {
  for (let start = 0; start < fileIDs.length; start += maxFiles) {
    const files = await deleteFile(fileIDs.slice(start, start + maxFiles));
    const kept = files.find(({ status }) => status !== 0 && status !== noSuchFile);
    if (kept) throw new CallError('cloud-error', `The storage kept a file (status ${kept.status}).`);
  }
}
