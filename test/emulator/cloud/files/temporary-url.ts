import type { Files } from './files';

/** Life of a temporary URL where nobody says it (WeChat: getTempFileURL, 2 h), s. */
export const DOWNLOAD_SECONDS = 7200;

/** A URL that anybody may use for so long, to read. Not encoded: the SDK encodes it before it downloads. */
export function temporaryUrl(files: Files, wireUrl: string, path: string, seconds: number): string {
  return `${wireUrl}/files/${path}?${files.sign('GET', path, seconds)}`;
}

/** The same, to write. */
export function uploadUrl(files: Files, wireUrl: string, path: string, seconds: number): string {
  return `${wireUrl}/files/${path}?${files.sign('PUT', path, seconds)}`;
}
