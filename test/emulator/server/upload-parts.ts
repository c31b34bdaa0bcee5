import { fail, WxError } from '../wechat/failure';

/** Uploads of one phone that may be under way at once; an app that aborts leaves its pieces behind. */
const MOST = 20;

/** The pieces of files that come over the bridge bit by bit, until the last one does. */
export class UploadParts {
  readonly #parts = new Map<string, Buffer[]>();

  /** Answers how many bytes of this upload are here. */
  add(upload: string, base64: string): number {
    const parts = [...(this.#parts.get(upload) ?? []), Buffer.from(base64, 'base64')];
    this.#parts.delete(upload);
    this.#parts.set(upload, parts);
    for (const [oldest] of this.#parts) {
      if (this.#parts.size <= MOST) break;
      this.#parts.delete(oldest);
    }
    return parts.reduce((sum, { length }) => sum + length, 0);
  }

  /** The whole file; throws where its pieces are not here any more. */
  end(upload: string | undefined, base64: string): Buffer {
    const last = Buffer.from(base64, 'base64');
    if (upload === undefined) return last;
    const parts = this.#parts.get(upload);
    if (!parts) throw new WxError(fail('uploadFile', 'the pieces that were sent before are gone'));
    this.#parts.delete(upload);
    return Buffer.concat([...parts, last]);
  }
}
