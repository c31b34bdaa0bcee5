/**
 * Phone numbers in the logs of calls and of phones: never kept, never shown. A mainland number is known by its digits, whatever the
 * field; any other by the fields in which WeChat hands numbers out.
 */
const FIELD = /^(?:pure)?_?phone_?number$/i;
/** Eleven digits that begin as a mobile number of the mainland; not inside longer numbers. */
const MOBILE = /(?<!\d)((?:\+?86[- ]?)?1[3-9]\d)\d{4}(\d{4})(?!\d)/g;
/** `phoneNumber: '+85291234567'` in printed text, in JSON, and in JSON inside JSON. */
const NAMED = /((?:pure)?_?phone_?number\\*['"]?\s*[:=]\s*\\*['"]?)(\+?\d[\d -]{2,}\d)/gi;

/** The same value without phone numbers in it. */
export function maskPhones(value: unknown): unknown {
  if (typeof value === 'string') return maskText(value);
  if (typeof value === 'number') return maskNumber(value);
  if (Array.isArray(value)) return value.map(maskPhones);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, field]) => [
      maskText(key),
      FIELD.test(key) && isNumber(field) ? hide(String(field)) : maskPhones(field),
    ]),
  );
}

/** The same for what was printed. */
export function maskText(text: string): string {
  const named = text.replace(NAMED, (_all, name: string, number: string) => `${name}${hide(number)}`);
  return named.replace(MOBILE, '$1****$2');
}

/** `13800138000` as a number stays a number where it is none of a phone. */
function maskNumber(value: number): number | string {
  const text = String(value);
  const hidden = maskText(text);
  return hidden === text ? value : hidden;
}

const isNumber = (field: unknown): field is string | number =>
  typeof field === 'number' || (typeof field === 'string' && /\d{4}/.test(field) && !field.includes('*'));

/** Of what is named a number, its first digits (with the area code) and its last two, four of a long one. */
function hide(number: string): string {
  const digits = number.replace(/\D/g, '').length;
  const [head, tail] = digits >= 11 ? [3, 4] : [2, 2];
  const plus = number.startsWith('+') ? 1 : 0;
  return `${number.slice(0, head + plus)}****${number.slice(-tail)}`;
}
