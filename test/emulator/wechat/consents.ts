/**
 * The user's answers about scopes: never asked, granted, refused. A refusal stays, without a dialog, until the user
 * changes it on the settings page. Source: developers.weixin.qq.com/miniprogram/dev/framework/open-ability/authorize.md
 */
import type { AuthSetting } from '../phone/bridge';
import type { Storage } from '../storage';
import { SCOPES } from './scopes';
import { Shelf } from './shelf';

export class Consents {
  readonly #shelf: Shelf<AuthSetting>;

  private constructor(shelf: Shelf<AuthSetting>) {
    this.#shelf = shelf;
  }

  static async open(storage: Storage): Promise<Consents> {
    return new Consents(await Shelf.open(storage, 'wechat-consents'));
  }

  /** Scopes that were asked for, and the answers. */
  of(openid: string): AuthSetting {
    return this.#shelf.get(openid) ?? {};
  }

  async answer(openid: string, scope: string, granted: boolean): Promise<void> {
    if (SCOPES[scope] === undefined) throw new RangeError(`there is no scope '${scope}'`);
    await this.#shelf.set(openid, { ...this.of(openid), [scope]: granted });
  }

  async forget(openid: string): Promise<void> {
    await this.#shelf.delete(openid);
  }

  async clear(): Promise<void> {
    await this.#shelf.clear();
  }
}
