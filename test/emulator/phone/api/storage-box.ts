import type { PhoneContext } from '../parts';
import { fail } from './failure';
import { jsonCopy } from './json';

/** Limits of api/storage/wx.setStorage.html: 1 MB a key, 10 MB an app. */
const ENTRY_BYTES = 1024 * 1024;
const TOTAL_BYTES = 10 * 1024 * 1024;

/** The storage of this user on this phone: reads at once, writes also to the other side of the bridge. */
export class StorageBox {
  constructor(private readonly context: PhoneContext) {}

  has(key: string): boolean {
    return this.context.storage.has(key);
  }

  /** A copy: changing it does not change what is stored. */
  get(key: string): unknown {
    return jsonCopy(this.context.storage.get(key));
  }

  get keys(): string[] {
    return [...this.context.storage.keys()];
  }

  /** kB, as `getStorageInfo` counts. */
  get currentSize(): number {
    return Math.ceil(this.bytesWithout('') / 1024);
  }

  get limitSize(): number {
    return TOTAL_BYTES / 1024;
  }

  set(api: string, key: string, data: unknown): void {
    const value = jsonCopy(data) ?? '';
    const bytes = byteLength(value);
    if (bytes > ENTRY_BYTES) throw fail(api, 'entry size limit reached');
    if (this.bytesWithout(key) + bytes > TOTAL_BYTES) throw fail(api, 'quota reached');
    this.context.storage.set(key, value);
    this.keep(key, value);
  }

  remove(key: string): void {
    if (!this.context.storage.delete(key)) return;
    this.keep(key, undefined);
  }

  clear(): void {
    for (const key of this.keys) this.remove(key);
  }

  private keep(key: string, value: unknown): void {
    const params = value === undefined ? { key } : { key, value };
    this.context.bridge.request('setStorage', params).catch((error: unknown) => this.context.reportError(error));
  }

  private bytesWithout(key: string): number {
    let bytes = 0;
    for (const [name, value] of this.context.storage) if (name !== key) bytes += byteLength(value);
    return bytes;
  }
}

function byteLength(value: unknown): number {
  return new TextEncoder().encode(JSON.stringify(value)).length;
}
