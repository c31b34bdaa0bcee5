import { phoneNumber } from '../../wechat/phone-number/spelling';
import type { PhoneNumber } from '../../wechat/types';

/** `13800138000`, or `+852 51234567` with its country code set off by a space. @throws Error for what is neither. */
export function typedNumber(text: string): PhoneNumber {
  const [, countryCode = '86', number = ''] = /^(?:\+(\d{1,4})\s+)?([\d\s-]+)$/.exec(text.trim()) ?? [];
  if (number === '') throw new Error(`a phone number is like 13800138000 or +852 51234567, got "${text}"`);
  return phoneNumber(number.replace(/\D/g, ''), countryCode);
}
