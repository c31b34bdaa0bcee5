/** Cloud storage: bytes by path, addressed by `cloud://` file ids that survive a restart. */
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { AbstractPutOptions } from 'abstract-level';
import type { Clock } from '../../clock';
import type { Storage } from '../../storage';
import { invalidParameter } from '../cloud-error';

/** LevelDB's own option: return after the disk has it. */
const DURABLE: AbstractPutOptions<string, Uint8Array> & { readonly sync: boolean } = { sync: true };

export class Files {
  readonly #store;
  /** Path -> openid of who uploaded it from a phone. Files of functions have no owner. */
  readonly #owners;
  readonly #prefix: string;
  readonly #clock: Clock;
  /** Signs URLs; URLs of an earlier run are worth nothing, as their port is. */
  readonly #secret = randomBytes(32);

  constructor(storage: Storage, env: string, clock: Clock) {
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

  /** `owner`: who uploads from a phone; a function leaves the owner as it was. */
  async write(path: string, bytes: Uint8Array, owner?: string): Promise<void> {
    if (path === '' || path.startsWith('/'))
      throw invalidParameter(`cloudPath must not be empty or begin with /: ${path}`);
    if (owner !== undefined) await this.#owners.put(path, owner);
    await this.#store.put(path, bytes, DURABLE);
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
    await this.#store.del(path);
    await this.#owners.del(path);
  }

  async clear(): Promise<void> {
    await this.#store.clear();
    await this.#owners.clear();
  }

  /** Query that lets a URL be used for `seconds` from now, by the emulator's clock. */
  sign(path: string, seconds: number): string {
    const expires = this.#clock.seconds() + seconds;
    return `sign=${this.#signature(path, expires)}&t=${expires}`;
  }

  /** Whether {@link sign} gave this out for the path, and its time is not over. */
  verify(path: string, sign: string, expires: number): boolean {
    const expected = Buffer.from(this.#signature(path, expires));
    const given = Buffer.from(sign);
    return given.length === expected.length && timingSafeEqual(given, expected) && this.#clock.seconds() <= expires;
  }

  #signature(path: string, expires: number): string {
    return createHmac('sha256', this.#secret).update(`${expires}\n${path}`).digest('hex');
  }
}
