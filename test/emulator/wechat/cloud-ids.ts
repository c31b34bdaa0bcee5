/**
 * CloudIDs: what a phone gets instead of data, and WeChat turns into the data on the way to a cloud function.
 * Five minutes, one owner. Source: developers.weixin.qq.com/miniprogram/dev/framework/open-ability/signature.md;
 * error texts: wx-server-sdk 4.0.2, src/config/error.config.ts.
 */
import { randomBytes } from 'node:crypto';
import type { Clock } from '../clock';
import type { Storage } from '../storage';
import { Shelf } from './shelf';
import type { ResolvedCloudID } from './types';

interface IssuedCloudID {
  readonly openid: string;
  readonly data: unknown;
  /** ms of the moved clock. */
  readonly issuedAt: number;
  /** Order of issue; the moved clock may go back. Absent in data that was kept before there was one. */
  readonly number?: number;
}

export const CLOUD_ID_LIFE_MS = 5 * 60_000;
/** Old ones are kept for a while: an expired CloudID must not be reported as an invalid one. */
const KEPT = 500;

export class CloudIDs {
  readonly #issued: Shelf<IssuedCloudID>;
  readonly #clock: Clock;
  /** ms by which the next ones are older than they should be: they were long on their way to the phone. */
  #late: number[] = [];
  #last: number;

  private constructor(issued: Shelf<IssuedCloudID>, clock: Clock) {
    this.#issued = issued;
    this.#clock = clock;
    this.#last = Math.max(0, ...issued.entries().map(([, { number = 0 }]) => number));
  }

  static async open(storage: Storage, clock: Clock): Promise<CloudIDs> {
    return new CloudIDs(await Shelf.open(storage, 'wechat-cloud-ids'), clock);
  }

  async issue(openid: string, data: unknown): Promise<string> {
    const cloudID = `${this.#clock.seconds()}_${randomBytes(48).toString('base64url')}`;
    const issuedAt = this.#clock.now() - (this.#late.shift() ?? 0);
    await this.#issued.set(cloudID, { openid, data, issuedAt, number: (this.#last += 1) });
    await this.#forgetOldest();
    return cloudID;
  }

  /** A foreign CloudID is reported as foreign, old or not. */
  resolve(cloudID: string, openid: string): ResolvedCloudID {
    const issued = this.#issued.get(cloudID);
    if (issued === undefined) return { cloudID, errCode: -601005, errMsg: 'invalid cloudID' };
    if (issued.openid !== openid) {
      return { cloudID, errCode: -601007, errMsg: 'cloudID and calling user does not match' };
    }
    if (this.#clock.now() - issued.issuedAt >= CLOUD_ID_LIFE_MS) {
      // With the full stop: signature.md shows it so, the SDK's table does not.
      return { cloudID, errCode: -601006, errMsg: 'cloudID expired.' };
    }
    return { cloudID, data: issued.data };
  }

  /** The next `times` CloudIDs reach the phone `ms` after they were issued; 0 times = none from now on. */
  delay(ms: number, times: number): void {
    this.#late = Array.from({ length: times }, () => ms);
  }

  async clear(): Promise<void> {
    this.#late = [];
    await this.#issued.clear();
  }

  async #forgetOldest(): Promise<void> {
    if (this.#issued.size <= KEPT) return;
    const inOrder = [...this.#issued.entries()].sort(([, a], [, b]) => (a.number ?? 0) - (b.number ?? 0));
    await Promise.all(inOrder.slice(0, inOrder.length - KEPT).map(([cloudID]) => this.#issued.delete(cloudID)));
  }
}
