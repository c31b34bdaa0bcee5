import type { PhoneApi } from '../../phone/bridge';
import type { Storage } from '../../storage';
import { Shelf } from '../shelf';
import type { PhoneBilling } from '../types';

/** Successes that every app has for nothing, in develop, trial and release together. Source: getPhoneNumber.md */
export const FREE_SUCCESSES = 1000;

/**
 * Counts what the buttons have cost: a success counts when its event fires, whether or not its code is redeemed. Both
 * buttons draw on one quota (UNCONFIRMED: the stricter reading).
 */
export class Billing {
  readonly #counts: Shelf<number>;

  private constructor(counts: Shelf<number>) {
    this.#counts = counts;
  }

  static async open(storage: Storage): Promise<Billing> {
    return new Billing(await Shelf.open(storage, 'wechat-phone-billing'));
  }

  read(quota: number): PhoneBilling {
    const byApi = {
      getPhoneNumber: this.#of('getPhoneNumber'),
      getRealtimePhoneNumber: this.#of('getRealtimePhoneNumber'),
    };
    const used = byApi.getPhoneNumber + byApi.getRealtimePhoneNumber;
    return { used, left: Math.max(0, quota - used), byApi };
  }

  async count(api: PhoneApi): Promise<void> {
    await this.#counts.set(api, this.#of(api) + 1);
  }

  async clear(): Promise<void> {
    await this.#counts.clear();
  }

  #of(api: PhoneApi): number {
    return this.#counts.get(api) ?? 0;
  }
}
