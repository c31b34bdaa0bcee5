/**
 * Sessions between a user and a mini program.
 * Source: developers.weixin.qq.com/miniprogram/dev/framework/open-ability/login.md,
 * .../miniprogram/dev/server/API/user-login/api_code2session
 */
import { randomBytes } from 'node:crypto';
import type { Clock } from '../clock';
import type { Storage } from '../storage';
import { Shelf } from './shelf';

interface Session {
  readonly key: string;
  /** Whether wx.login has been called at all: before that wx.checkSession fails. */
  readonly loggedIn: boolean;
}

interface LoginCode {
  readonly openid: string;
  readonly sessionKey: string;
  readonly issuedAt: number;
}

/** `auth.code2Session`: an answer, or the error of a code that is wrong, old or used. */
export type CodeSession =
  { readonly openid: string; readonly session_key: string } | { readonly errcode: 40029; readonly errmsg: string };

const CODE_LIFE_MS = 5 * 60_000;
/** WeChat's session keys are 16 bytes, as base64. */
const newKey = (): string => randomBytes(16).toString('base64');

export class Sessions {
  readonly #sessions: Shelf<Session>;
  readonly #codes: Shelf<LoginCode>;
  readonly #clock: Clock;

  private constructor(sessions: Shelf<Session>, codes: Shelf<LoginCode>, clock: Clock) {
    this.#sessions = sessions;
    this.#codes = codes;
    this.#clock = clock;
  }

  static async open(storage: Storage, clock: Clock): Promise<Sessions> {
    return new Sessions(await Shelf.open(storage, 'wechat-sessions'), await Shelf.open(storage, 'wechat-codes'), clock);
  }

  /** Gives a user the first session key. */
  async begin(openid: string): Promise<void> {
    if (this.#sessions.get(openid) === undefined) await this.#sessions.set(openid, { key: newKey(), loggedIn: false });
  }

  /** WeChat says that wx.login may rotate the session key; here it always does. The code: 5 minutes, single use. */
  async login(openid: string): Promise<{ code: string }> {
    const code = `0${randomBytes(24).toString('base64url').slice(0, 31)}`;
    const sessionKey = newKey();
    await this.#forgetOldCodes();
    await Promise.all([
      this.#sessions.set(openid, { key: sessionKey, loggedIn: true }),
      this.#codes.set(code, { openid, sessionKey, issuedAt: this.#clock.now() }),
    ]);
    return { code };
  }

  key(openid: string): string {
    const session = this.#sessions.get(openid);
    if (session === undefined) throw new RangeError(`no session of ${openid}`);
    return session.key;
  }

  isLoggedIn(openid: string): boolean {
    return this.#sessions.get(openid)?.loggedIn ?? false;
  }

  async redeem(code: string): Promise<CodeSession> {
    const found = this.#codes.get(code);
    if (found !== undefined) await this.#codes.delete(code);
    if (found === undefined || this.#isOld(found)) return { errcode: 40029, errmsg: 'invalid code' };
    return { openid: found.openid, session_key: found.sessionKey };
  }

  async clear(): Promise<void> {
    await Promise.all([this.#sessions.clear(), this.#codes.clear()]);
  }

  #isOld(code: LoginCode): boolean {
    return this.#clock.now() - code.issuedAt >= CODE_LIFE_MS;
  }

  async #forgetOldCodes(): Promise<void> {
    const old = this.#codes.entries().filter(([, code]) => this.#isOld(code));
    await Promise.all(old.map(([code]) => this.#codes.delete(code)));
  }
}
