import fc from 'fast-check';
import * as v from 'valibot';
import { CallError } from '../../../cloud/contract/call-error';
import { maskedPhone } from '../../../cloud/contract/masked-phone';
import { phone, phoneData } from '../../../cloud/contract/phone';
import { phoneOf } from '../../../cloud/domain/phones/phone-format';

const digits = (length: number) =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length }).map((list) => list.join(''));
const starting = (first: string, length: number) => digits(length - first.length).map((rest) => first + rest);

/** How numbers look where members come from: area code, and the number itself. */
const places = {
  'the mainland': fc.tuple(fc.constant('86'), starting('1', 11)),
  'Hong Kong': fc.tuple(
    fc.constant('852'),
    fc.constantFrom('5', '6', '9').chain((first) => starting(first, 8)),
  ),
  Macau: fc.tuple(fc.constant('853'), starting('6', 8)),
  Taiwan: fc.tuple(fc.constant('886'), fc.oneof(starting('9', 9), starting('09', 10))),
  'North America': fc.tuple(fc.constant('1'), digits(10)),
  'anywhere else': fc
    .tuple(fc.constantFrom('44', '65', '81', '82', '972', '1684', '7'), fc.integer({ min: 5, max: 13 }))
    .chain(([code, length]) => fc.tuple(fc.constant(code), digits(length))),
};
const anywhere = fc.oneof(...Object.values(places));

/** The ways in which an area code is known to be written; WeChat documents a string and shows a number. */
const spelledCode = (code: string) => fc.constantFrom<string | number>(code, Number(code), `+${code}`, `00${code}`);
/** With and without the area code, blanks and hyphens. */
const spelledNumber = (code: string, pure: string) =>
  fc.constantFrom(pure, `+${code}${pure}`, `+${code} ${pure}`, `${code}-${pure}`, `00${code}${pure}`);

function spelled([countryCode, purePhoneNumber]: readonly [string, string]) {
  return fc.record({
    countryCode: spelledCode(countryCode),
    phoneNumber: spelledNumber(countryCode, purePhoneNumber),
    purePhoneNumber: fc.constantFrom(purePhoneNumber, purePhoneNumber.replace(/^(...)(...)/, '$1 $2-')),
  });
}

describe('a phone number of WeChat’s', () => {
  test.each(Object.entries(places))('from %s is one text however it is spelt', (_where, place) => {
    fc.assert(
      fc.property(
        place.chain((number) => fc.tuple(fc.constant(number), spelled(number))),
        ([[code, pure], data]) => {
          expect(v.is(phoneData, data)).toBe(true);
          const read = phoneOf(data);
          expect(read).toEqual({
            phoneNumber: code === '86' ? pure : `+${code}${pure}`,
            purePhoneNumber: pure,
            countryCode: code,
          });
          expect(v.is(phone, read)).toBe(true);
        },
      ),
    );
  });

  test.each([
    ['13800138000', 86],
    ['8613800138000', 86],
    ['+8613800138000', '86'],
    ['+86 138-0013-8000', '+86'],
  ])('%p with country code %p is 13800138000', (purePhoneNumber, countryCode) => {
    expect(phoneOf({ phoneNumber: '13800138000', purePhoneNumber, countryCode })).toEqual({
      phoneNumber: '13800138000',
      purePhoneNumber: '13800138000',
      countryCode: '86',
    });
  });

  test('is different text where it is a different number', () => {
    fc.assert(
      fc.property(anywhere, anywhere, ([codeA, pureA], [codeB, pureB]) => {
        const text = (countryCode: string, purePhoneNumber: string) =>
          phoneOf({ phoneNumber: '', purePhoneNumber, countryCode }).phoneNumber;
        // Area codes are prefix free, except that +1 684 is also a number in +1.
        fc.pre(codeA === codeB || (!codeA.startsWith(codeB) && !codeB.startsWith(codeA)));
        expect(text(codeA, pureA) === text(codeB, pureB)).toBe(codeA === codeB && pureA === pureB);
      }),
    );
  });

  test('that is none is refused with a code, whatever it is', () => {
    const anyData = fc.record({
      phoneNumber: fc.string({ maxLength: 64 }),
      purePhoneNumber: fc.string({ maxLength: 64 }),
      countryCode: fc.oneof(fc.string({ maxLength: 16 }), fc.double(), fc.integer()),
    });
    fc.assert(
      fc.property(anyData, (data) => {
        try {
          expect(v.is(phone, phoneOf(data))).toBe(true);
        } catch (error) {
          expect(error instanceof CallError && error.code).toBe('cloud-error');
        }
      }),
    );
  });
});

describe('a masked number', () => {
  test.each([
    ['86', '13800138000', '138****8000'],
    ['852', '91234567', '+852 91****67'],
    ['853', '66123456', '+853 66****56'],
    ['886', '912345678', '+886 91****678'],
    ['1', '2025550123', '+1 202****123'],
    ['290', '2345', '+290 ****'],
  ])('+%s %s is %s', (countryCode, purePhoneNumber, masked) => {
    expect(maskedPhone({ countryCode, purePhoneNumber })).toBe(masked);
  });

  test('hides four digits, shows the others, and says nothing about the four', () => {
    fc.assert(
      fc.property(anywhere, digits(4), ([countryCode, purePhoneNumber], others) => {
        const masked = maskedPhone({ countryCode, purePhoneNumber });
        const shown = masked.replace(`+${countryCode} `, '');
        expect(shown).toHaveLength(purePhoneNumber.length);
        expect(shown.match(/\*/g)).toHaveLength(4);
        const start = shown.indexOf('*');
        const another = purePhoneNumber.slice(0, start) + others + purePhoneNumber.slice(start + 4);
        expect(maskedPhone({ countryCode, purePhoneNumber: another })).toBe(masked);
      }),
    );
  });
});
