/**
 * The user's consent to the mini program's privacy guideline.
 * Source: developers.weixin.qq.com/miniprogram/dev/framework/user-privacy/PrivacyAuthorize.md
 */
import type { Clock } from '../clock';
import type { Storage } from '../storage';
import { Shelf } from './shelf';
import type { AppDeclaration } from './types';

interface PrivacyConsent {
  readonly agreed: boolean;
  /** When the user last refused, ms. */
  readonly refusedAt?: number;
  /** Items that the guideline did not list when the user agreed: declared later, they need a new consent. */
  readonly unseen: readonly string[];
}

/** After a refusal WeChat shows no popup for 10 s; calls fail at once. */
const SILENCE_MS = 10_000;

export class Privacy {
  readonly #shelf: Shelf<PrivacyConsent>;
  readonly #clock: Clock;

  private constructor(shelf: Shelf<PrivacyConsent>, clock: Clock) {
    this.#shelf = shelf;
    this.#clock = clock;
  }

  static async open(storage: Storage, clock: Clock): Promise<Privacy> {
    return new Privacy(await Shelf.open(storage, 'wechat-privacy'), clock);
  }

  /** `items`: the API and the scope that are about to run. */
  state(openid: string, items: readonly string[]): 'agreed' | 'ask' | 'silence' {
    const consent = this.#shelf.get(openid);
    if (consent?.agreed && !items.some((item) => consent.unseen.includes(item))) return 'agreed';
    const since = this.#clock.now() - (consent?.refusedAt ?? -Infinity);
    return since >= 0 && since < SILENCE_MS ? 'silence' : 'ask';
  }

  needsAuthorization(openid: string, app: AppDeclaration): boolean {
    const consent = this.#shelf.get(openid);
    return !consent?.agreed || consent.unseen.some((item) => !app.undeclared.includes(item));
  }

  async answer(openid: string, agreed: boolean, app: AppDeclaration): Promise<void> {
    const before = this.#shelf.get(openid) ?? { agreed: false, unseen: [] };
    await this.#shelf.set(
      openid,
      agreed ? { agreed, unseen: app.undeclared } : { ...before, refusedAt: this.#clock.now() },
    );
  }

  async forget(openid: string): Promise<void> {
    await this.#shelf.delete(openid);
  }

  async clear(): Promise<void> {
    await this.#shelf.clear();
  }
}
