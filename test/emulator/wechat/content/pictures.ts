/**
 * Pictures that `security.mediaCheckAsync` refuses: this WeChat sees nothing, so such a picture says so itself, by a
 * mark anywhere in its bytes. After a PNG's or a JPEG's end it changes nothing that is seen.
 */
import type { Suggestion } from './types';

const markOf = (suggest: Exclude<Suggestion, 'pass'>): string => `content-check:${suggest}`;

/** The same picture, to be refused. */
export function markPicture(bytes: Uint8Array, suggest: Exclude<Suggestion, 'pass'>): Uint8Array {
  return Buffer.concat([bytes, Buffer.from(markOf(suggest))]);
}

export function checkPicture(bytes: Uint8Array): Suggestion {
  const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (content.includes(markOf('risky'))) return 'risky';
  return content.includes(markOf('review')) ? 'review' : 'pass';
}
