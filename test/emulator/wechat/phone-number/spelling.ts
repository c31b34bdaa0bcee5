/** How phone numbers are written. No part of Node: the workbench's page reads them, too. */
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

/** @throws RangeError for what is no number. */
export function checkedNumber(number: PhoneNumber): PhoneNumber {
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

/** `138****8000`; of a shorter number, the first and the last two digits. */
export function masked({ countryCode, purePhoneNumber }: PhoneNumber): string {
  const long = purePhoneNumber.length >= 11;
  const [head, tail] = long ? [3, 4] : [2, 2];
  const hidden = `${purePhoneNumber.slice(0, head)}****${purePhoneNumber.slice(-tail)}`;
  return countryCode === MAINLAND ? hidden : `+${countryCode} ${hidden}`;
}
