import { createHash } from 'node:crypto';
import type { OfferedNumber } from '../../phone/bridge';
import type { PhoneNumber } from '../types';

const MAINLAND = '86';

/** A number as WeChat hands it out: abroad with its area code in front (UNCONFIRMED how WeChat spells that). */
export function phoneNumber(purePhoneNumber: string, countryCode = MAINLAND): PhoneNumber {
  const abroad = countryCode !== MAINLAND;
  return checkedNumber({
    phoneNumber: abroad ? `+${countryCode}${purePhoneNumber}` : purePhoneNumber,
    purePhoneNumber,
    countryCode,
  });
}

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

function checkedNumber(number: PhoneNumber): PhoneNumber {
  const { purePhoneNumber, countryCode } = number;
  if (!/^\d{4,15}$/.test(purePhoneNumber)) {
    throw new RangeError(`purePhoneNumber is 4 to 15 digits, got '${purePhoneNumber}'`);
  }
  if (!/^\d{1,4}$/.test(countryCode)) throw new RangeError(`countryCode is 1 to 4 digits, got '${countryCode}'`);
  if (!number.phoneNumber.endsWith(purePhoneNumber)) {
    throw new RangeError(`phoneNumber ends with purePhoneNumber, got '${number.phoneNumber}'`);
  }
  return number;
}

/** Names a number where it must not be said itself: in what the phone's sheet sends back. */
export function idOf({ countryCode, purePhoneNumber }: PhoneNumber): string {
  return createHash('sha256').update(`${countryCode} ${purePhoneNumber}`).digest('hex').slice(0, 16);
}

/** `138****8000`; of a shorter number, the first and the last two digits. */
export function masked({ countryCode, purePhoneNumber }: PhoneNumber): string {
  const long = purePhoneNumber.length >= 11;
  const [head, tail] = long ? [3, 4] : [2, 2];
  const hidden = `${purePhoneNumber.slice(0, head)}****${purePhoneNumber.slice(-tail)}`;
  return countryCode === MAINLAND ? hidden : `+${countryCode} ${hidden}`;
}

export const offered = (numbers: readonly PhoneNumber[]): readonly OfferedNumber[] =>
  numbers.map((number) => ({ id: idOf(number), masked: masked(number) }));
