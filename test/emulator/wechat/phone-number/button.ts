/**
 * The phone number buttons. Source: developers.weixin.qq.com/miniprogram/dev/framework/open-ability/getPhoneNumber.md,
 * getRealtimePhoneNumber.md; error numbers: framework/usability/PublicErrno.md
 */
import type { Access, GivenPhoneNumber, PhoneApi, PhoneOffer, WxFailure } from '../../phone/bridge';
import { privacyDenied } from '../access';
import { fail, WxError } from '../failure';
import type { AppDeclaration, PhoneNumber, Platform, User } from '../types';
import type { Billing } from './billing';
import type { PhoneCodes } from './codes';
import { idOf, offered, phoneNumber } from './numbers';

const APIS: readonly string[] = ['getPhoneNumber', 'getRealtimePhoneNumber'] satisfies readonly PhoneApi[];

/** What the buttons need of the platform. */
export interface ButtonParts {
  readonly billing: Billing;
  readonly codes: PhoneCodes;
  readonly app: () => AppDeclaration;
  readonly user: (openid: string) => User;
  /** Replaces the user's numbers. */
  readonly bind: (openid: string, numbers: readonly PhoneNumber[]) => Promise<User>;
  readonly access: (openid: string, api: string) => Access;
  /** The open data under the session key and as a CloudID: the old way. */
  readonly encrypt: (openid: string, data: PhoneNumber) => Promise<Omit<GivenPhoneNumber, 'code'>>;
}

type Button = Pick<
  Platform,
  'phoneOffer' | 'givePhoneNumber' | 'addPhoneNumber' | 'removePhoneNumber' | 'redeemPhoneCode'
>;

export function createPhoneButton(parts: ButtonParts): Button {
  const { billing, codes, app, user, bind } = parts;
  const without = (openid: string, id: string) => user(openid).phoneNumbers.filter((number) => idOf(number) !== id);

  function offer(openid: string, api: PhoneApi): PhoneOffer {
    const refused = refusal(api, app());
    if (refused !== undefined) return { state: 'fail', failure: refused };
    const allowed = parts.access(openid, api);
    if (allowed.state === 'privacy' || allowed.state === 'fail') return allowed;
    if (billing.read(app().phoneQuota).left === 0) {
      return { state: 'fail', failure: fail(api, 'jsapi has no quota', 1400001), quotaToast: true };
    }
    return { state: 'choose', numbers: offered(user(openid).phoneNumbers) };
  }

  return {
    phoneOffer: offer,
    async givePhoneNumber(openid, api, numberId) {
      const decided = offer(openid, api);
      if (decided.state === 'fail') throw new WxError(decided.failure);
      if (decided.state === 'privacy') throw new WxError(privacyDenied(api));
      const { phoneNumbers } = user(openid);
      const chosen = phoneNumbers.find((number) => idOf(number) === numberId);
      if (chosen === undefined) throw new WxError(fail(api, 'there is no such number'));
      // Counted before anything is awaited: two taps at once do not share the last success.
      await billing.count(api);
      await bind(openid, [chosen, ...without(openid, numberId)]);
      const code = await codes.issue(openid, app().appId, chosen);
      return api === 'getRealtimePhoneNumber' ? { code } : { code, ...(await parts.encrypt(openid, chosen)) };
    },
    addPhoneNumber: (openid, number) => bind(openid, [number, ...without(openid, idOf(number))]),
    removePhoneNumber: (openid, numberId) => bind(openid, without(openid, numberId)),
    redeemPhoneCode: (code, openid) => codes.redeem(code, app().appId, openid),
  };
}

/** What the app itself may not: decided before anybody is asked. */
function refusal(api: PhoneApi, { subject, phoneBlocked }: AppDeclaration): WxFailure | undefined {
  if (!APIS.includes(api)) return fail(String(api), 'the local WeChat has no such button');
  // 102 "no permission": PublicErrno.md.
  if (subject === 'personal') return fail(api, 'no permission', 102);
  // UNCONFIRMED: the text; 1421102 alone is documented.
  return phoneBlocked ? fail(api, 'jsapi is blocked', 1421102) : undefined;
}

/** Numbers that the user types on WeChat's page. @throws WxError for what is no number. */
export function typedNumber(purePhoneNumber: string, countryCode?: string): PhoneNumber {
  try {
    return phoneNumber(purePhoneNumber, countryCode);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new WxError(fail('addPhoneNumber', error.message));
  }
}
