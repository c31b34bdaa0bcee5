import type { PhoneData, Watermark } from '../../contract/cloud-id';
import type { Phone } from '../../contract/phone';
import { phoneOf } from './phone-format';
import type { PhonesStore } from './phones-store';

/** Keeps the number that WeChat vouches for, unless a newer one is kept already, and answers what is kept then. */
export function keepPhone(
  store: PhonesStore,
  openid: string,
  data: PhoneData & { readonly watermark: Watermark },
): Promise<Phone> {
  return store.keepNewest(openid, { phone: phoneOf(data), takenAt: data.watermark.timestamp });
}
