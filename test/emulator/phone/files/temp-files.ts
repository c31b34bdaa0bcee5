import { toBase64 } from './base64';

/** A file that WeChat made for the mini program. */
export interface TempFile {
  readonly bytes: Uint8Array;
  /** MIME type. */
  readonly type: string;
}

const EXTENSIONS: Readonly<Record<string, string>> = {
  'image/jpeg': '.jpeg',
  'image/png': '.png',
  'image/gif': '.gif',
  'image/webp': '.webp',
  'image/svg+xml': '.svg',
};

/**
 * Temporary files of one run of the mini program (WeChat: framework/ability/file-system.md): gone when it ends. Their
 * paths are those of DevTools, `http://tmp/<random>.png`.
 */
export class TempFiles {
  readonly #files = new Map<string, TempFile>();

  /** Keeps the bytes; returns the path. */
  add(file: TempFile): string {
    const path = `http://tmp/${crypto.randomUUID().replaceAll('-', '')}${EXTENSIONS[file.type] ?? ''}`;
    this.#files.set(path, file);
    return path;
  }

  get(path: string): TempFile | undefined {
    return this.#files.get(path);
  }

  /** The file as a browser can load it. */
  dataUrl(path: string): string | undefined {
    const file = this.#files.get(path);
    return file && `data:${file.type};base64,${toBase64(file.bytes)}`;
  }
}
