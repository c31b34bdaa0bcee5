/**
 * Codes of the phone number buttons. Source: developers.weixin.qq.com/miniprogram/dev/framework/open-ability/
 * getPhoneNumber.md; server/API/user-info/phone-number/api_getphonenumber.md
 */
import { randomBytes } from 'node:crypto';
import type { Clock } from '../../clock';
import type { Storage } from '../../storage';
import { Shelf } from '../shelf';
import type { PhoneNumber, RedeemedPhoneCode } from '../types';

interface IssuedCode {
  readonly openid: string;
  readonly appId: string;
  readonly number: PhoneNumber;
  /** ms of the moved clock: when the user allowed. */
  readonly issuedAt: number;
}

export const PHONE_CODE_LIFE_MS = 5 * 60_000;

export class PhoneCodes {
  readonly #codes: Shelf<IssuedCode>;
  readonly #clock: Clock;

  private constructor(codes: Shelf<IssuedCode>, clock: Clock) {
    this.#codes = codes;
    this.#clock = clock;
  }

  static async open(storage: Storage, clock: Clock): Promise<PhoneCodes> {
    return new PhoneCodes(await Shelf.open(storage, 'wechat-phone-codes'), clock);
  }

  async issue(openid: string, appId: string, number: PhoneNumber): Promise<string> {
    await this.#forgetOld();
    const code = randomBytes(32).toString('hex');
    await this.#codes.set(code, { openid, appId, number, issuedAt: this.#clock.now() });
    return code;
  }

  /** Once. A code that is shown with a wrong openid is used up too. */
  async redeem(code: string, appId: string, openid: string | undefined): Promise<RedeemedPhoneCode> {
    const issued = this.#codes.get(code);
    if (issued !== undefined) await this.#codes.delete(code);
    if (issued === undefined || issued.appId !== appId || this.#isOld(issued)) {
      return { errcode: 40029, errmsg: 'invalid code' };
    }
    if (openid !== undefined && openid !== issued.openid) return { errcode: 40003, errmsg: 'invalid openid' };
    const { number, issuedAt } = issued;
    return {
      errcode: 0,
      errmsg: 'ok',
      phone_info: {
        ...number,
        countryCode: Number(number.countryCode),
        watermark: { timestamp: Math.floor(issuedAt / 1000), appid: appId },
      },
    };
  }

  async clear(): Promise<void> {
    await this.#codes.clear();
  }

  #isOld({ issuedAt }: IssuedCode): boolean {
    return this.#clock.now() - issuedAt >= PHONE_CODE_LIFE_MS;
  }

  async #forgetOld(): Promise<void> {
    const old = this.#codes.entries().filter(([, code]) => this.#isOld(code));
    await Promise.all(old.map(([code]) => this.#codes.delete(code)));
  }
}
