/** Cloud storage: bytes by path, addressed by `cloud://` file ids that survive a restart. */
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { AbstractChainedBatchWriteOptions, AbstractPutOptions } from 'abstract-level';
import type { Clock } from '../../clock';
import type { Storage } from '../../storage';
import { invalidParameter } from '../cloud-error';

/** LevelDB's own option: return after the disk has it. */
const DURABLE: AbstractPutOptions<string, Uint8Array> & AbstractChainedBatchWriteOptions & { readonly sync: boolean } =
  { sync: true };

/** Of one getTempFileURL or deleteFile. Source: wxcloud/reference-sdk-api/storage */
export const MAX_FILES = 50;

/** What a URL is for: to read a file, or to write one. */
export type Method = 'GET' | 'PUT';

export class Files {
  readonly #storage: Storage;
  readonly #store;
  /** Path -> openid of who uploaded it from a phone. Files of functions have no owner. */
  readonly #owners;
  readonly #prefix: string;
  readonly #clock: Clock;
  /** Signs URLs; URLs of an earlier run are worth nothing, as their port is. */
  #secret = randomBytes(32);

  /** Changes happen one after the other: whose a file is must not change between the look and the writing. */
  #tail: Promise<unknown> = Promise.resolve();

  constructor(storage: Storage, env: string, clock: Clock) {
    this.#storage = storage;
    this.#store = storage.sublevel<string, Uint8Array>(['cloud', 'files'], { valueEncoding: 'view' });
    this.#owners = storage.sublevel<string, string>(['cloud', 'file-owners'], {});
    this.#prefix = `cloud://${env}.local-${env}/`;
    this.#clock = clock;
  }

  idOf(path: string): string {
    return this.#prefix + path;
  }

  /** Path of a file id; undefined for one of another environment. */
  pathOf(fileId: string): string | undefined {
    return fileId.startsWith(this.#prefix) ? fileId.slice(this.#prefix.length) : undefined;
  }

  /** As a function writes: over any file, which stays its owner's. */
  async write(path: string, bytes: Uint8Array): Promise<void> {
    if (path === '' || path.startsWith('/'))
      throw invalidParameter(`cloudPath must not be empty or begin with /: ${path}`);
    await this.#queued(() => this.#store.put(path, bytes, DURABLE));
  }

  /** As a phone writes: the file is `owner`'s from then on. False, and nothing happens, where it is somebody else's. */
  async upload(path: string, bytes: Uint8Array, owner: string): Promise<boolean> {
    return this.#queued(async () => {
      if ((await this.has(path)) && (await this.ownerOf(path)) !== owner) return false;
      const batch = this.#storage.batch();
      batch.put(path, owner, { sublevel: this.#owners });
      batch.put<string, Uint8Array>(path, bytes, { sublevel: this.#store, valueEncoding: 'view' });
      await batch.write(DURABLE);
      return true;
    });
  }

  /** Undefined for a file that a function made. */
  async ownerOf(path: string): Promise<string | undefined> {
    return this.#owners.get(path);
  }

  /** Paths of all files. */
  async list(): Promise<readonly string[]> {
    return this.#store.keys().all();
  }

  async read(path: string): Promise<Uint8Array | undefined> {
    return this.#store.get(path);
  }

  async has(path: string): Promise<boolean> {
    return this.#store.has(path);
  }

  async remove(path: string): Promise<void> {
    await this.#queued(() => this.#delete(path));
  }

  async clear(): Promise<void> {
    this.#secret = randomBytes(32);
    await this.#queued(async () => {
      await this.#store.clear();
      await this.#owners.clear();
    });
  }

  /** Query that lets a URL be used with one method for `seconds` from now, by the emulator's clock. */
  sign(method: Method, path: string, seconds: number): string {
    const expires = this.#clock.seconds() + seconds;
    return `sign=${this.#signature(method, path, expires)}&t=${expires}`;
  }

  /** Whether {@link sign} gave this out for the method and the path, and its time is not over. */
  verify(method: Method, path: string, sign: string, expires: number): boolean {
    const expected = Buffer.from(this.#signature(method, path, expires));
    const given = Buffer.from(sign);
    return given.length === expected.length && timingSafeEqual(given, expected) && this.#clock.seconds() <= expires;
  }

  async #delete(path: string): Promise<void> {
    await this.#store.del(path);
    await this.#owners.del(path);
  }

  #queued<T>(change: () => Promise<T>): Promise<T> {
    const done = this.#tail.then(change, change);
    this.#tail = done;
    return done;
  }

  #signature(method: Method, path: string, expires: number): string {
    return createHmac('sha256', this.#secret).update(`${method}\n${expires}\n${path}`).digest('hex');
  }
}
