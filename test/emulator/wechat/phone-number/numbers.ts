import { createHash } from 'node:crypto';
import type { OfferedNumber } from '../../phone/bridge';
import type { PhoneNumber } from '../types';
import { checkedNumber, masked, phoneNumber } from './spelling';

export { masked, phoneNumber };

/** A mainland number that belongs to this openid for ever. */
export function plausibleNumber(openid: string): PhoneNumber {
  const digits = createHash('sha256').update(`phone ${openid}`).digest().readUInt32BE(0) % 100_000_000;
  return phoneNumber(`138${String(digits).padStart(8, '0')}`);
}

export function checkedNumbers(numbers: readonly PhoneNumber[]): readonly PhoneNumber[] {
  const ids = new Set(numbers.map(checkedNumber).map(idOf));
  if (ids.size < numbers.length) throw new RangeError('a user has each phone number once');
  return numbers;
}

/** Names a number where it must not be said itself: in what the phone's sheet sends back. */
export function idOf({ countryCode, purePhoneNumber }: PhoneNumber): string {
  return createHash('sha256').update(`${countryCode} ${purePhoneNumber}`).digest('hex').slice(0, 16);
}

export const offered = (numbers: readonly PhoneNumber[]): readonly OfferedNumber[] =>
  numbers.map((number) => ({ id: idOf(number), masked: masked(number) }));
