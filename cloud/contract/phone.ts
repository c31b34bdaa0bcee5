import * as v from 'valibot';
import type { PhoneData } from './cloud-id';

const digits = (least: number, most: number) => v.pipe(v.string(), v.regex(new RegExp(`^[0-9]{${least},${most}}$`)));

/**
 * A phone number in one spelling, however WeChat spelt it.
 *
 * `countryCode` and `purePhoneNumber` are digits alone: `'86'` and `'13800138000'`, `'852'` and `'91234567'`.
 * `phoneNumber` is the number as one would dial it from the mainland: `'13800138000'`, abroad `'+85291234567'`.
 */
export const phone = v.strictObject({
  phoneNumber: v.pipe(v.string(), v.regex(/^\+?[0-9]{4,20}$/)),
  purePhoneNumber: digits(4, 15),
  countryCode: digits(1, 4),
});

export type Phone = Readonly<v.InferOutput<typeof phone>>;

/** What WeChat puts in place of the CloudID of a phone button, in WeChat's own spelling. */
export const phoneData: v.GenericSchema<PhoneData> = v.object({
  phoneNumber: v.pipe(v.string(), v.maxLength(64)),
  purePhoneNumber: v.pipe(v.string(), v.maxLength(64)),
  countryCode: v.union([v.pipe(v.string(), v.maxLength(16)), v.number()]),
});

/** `detail.code` of a phone button: five minutes, single use. WeChat's have 64 characters. */
export const phoneCode = v.pipe(v.string(), v.minLength(1), v.maxLength(256));
