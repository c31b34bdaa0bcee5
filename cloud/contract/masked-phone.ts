import type { Phone } from './phone';

const hidden = 4;

/**
 * The number as anybody but its owner may see it, and its owner on a screen that others may look at: four digits in
 * the middle hidden, `138****8000`; abroad with its area code, `+852 91****67`.
 */
export function maskedPhone({ countryCode, purePhoneNumber }: Pick<Phone, 'countryCode' | 'purePhoneNumber'>): string {
  const shown = Math.max(0, purePhoneNumber.length - hidden);
  const head = Math.floor(shown / 2);
  const tail = purePhoneNumber.slice(purePhoneNumber.length - (shown - head));
  const masked = `${purePhoneNumber.slice(0, head)}${'*'.repeat(purePhoneNumber.length - shown)}${shown > 0 ? tail : ''}`;
  return countryCode === '86' ? masked : `+${countryCode} ${masked}`;
}
