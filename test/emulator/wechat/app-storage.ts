import type { Storage } from '../storage';
import { Shelf } from './shelf';

/** What `wx.setStorage` kept, apart for every user. Source: framework/ability/storage.md */
export class AppStorage {
  readonly #shelf: Shelf<Readonly<Record<string, unknown>>>;

  private constructor(shelf: Shelf<Readonly<Record<string, unknown>>>) {
    this.#shelf = shelf;
  }

  static async open(storage: Storage): Promise<AppStorage> {
    return new AppStorage(await Shelf.open(storage, 'wechat-storage'));
  }

  of(openid: string): Readonly<Record<string, unknown>> {
    return this.#shelf.get(openid) ?? {};
  }

  /** `undefined` removes the key. */
  async set(openid: string, key: string, value: unknown): Promise<void> {
    const { [key]: _before, ...others } = this.of(openid);
    await this.#shelf.set(openid, value === undefined ? others : { ...others, [key]: value });
  }

  async clear(): Promise<void> {
    await this.#shelf.clear();
  }
}
