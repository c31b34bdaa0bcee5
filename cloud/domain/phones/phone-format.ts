import { CallError } from '../../contract/call-error';
import type { PhoneData } from '../../contract/cloud-id';
import type { Phone } from '../../contract/phone';

const mainland = '86';

/**
 * A number of WeChat's in one spelling, so that the same number is always the same text.
 *
 * WeChat documents `countryCode` as a string and sends a number in its sample; `phoneNumber` has an area code abroad,
 * with or without `+`, blanks and hyphens. `purePhoneNumber` decides: at home it is the number, abroad the area code
 * stands before it. Throws a CallError: `cloud-error` where this is no phone number.
 */
export function phoneOf(data: PhoneData): Phone {
  const countryCode = digitsOf(String(data.countryCode)).replace(/^0+/, '');
  const purePhoneNumber = withoutCode(digitsOf(data.purePhoneNumber), countryCode);
  if (!/^\d{1,4}$/.test(countryCode) || !/^\d{4,15}$/.test(purePhoneNumber)) {
    throw new CallError('cloud-error', 'WeChat answered something that is no phone number.');
  }
  const phoneNumber = countryCode === mainland ? purePhoneNumber : `+${countryCode}${purePhoneNumber}`;
  return { phoneNumber, purePhoneNumber, countryCode };
}

/** A mainland mobile number has eleven digits and begins with 1; one that came with its code all the same loses it. */
function withoutCode(digits: string, countryCode: string): string {
  return countryCode === mainland ? digits.replace(/^(?:00)?86(?=1\d{10}$)/, '') : digits;
}

function digitsOf(text: string): string {
  return text.replace(/[+\s()-]/g, '');
}
