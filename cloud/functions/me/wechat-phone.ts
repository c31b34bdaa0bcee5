import * as v from 'valibot';
import { CallError } from '../../contract/call-error';
import type { PhoneData, Watermark } from '../../contract/cloud-id';
import { phoneData } from '../../contract/phone';
import { asked, type Meaning } from '../../platform/cloud-call';
import { readContext } from '../../platform/context';
import { getWXContext, openapi } from '../../platform/sdk';
import { checkWatermark } from '../../platform/watermark';

const answer = v.object({ phoneInfo: v.looseObject({}) });

/**
 * Exchanges the code of a phone button for the number. WeChat checks that the code is `openid`'s
 * (developers.weixin.qq.com: server/API/user-info/phone-number/api_getphonenumber.md).
 * Throws a CallError: `phone-code-expired`, `phone-code-foreign`, `phone-unavailable`, `open-data-untrusted`,
 * `open-data-stale`, `rate-limited`, `cloud-error`.
 */
export async function redeemAtWeChat(
  code: string,
  openid: string,
): Promise<PhoneData & { readonly watermark: Watermark }> {
  const { phoneInfo } = await asked(openapi.phonenumber.getPhoneNumber({ code, openid }), answer, meaning);
  const { appid } = readContext(getWXContext());
  const watermark = checkWatermark(phoneInfo, appid, Math.floor(Date.now() / 1000));
  const data = v.safeParse(phoneData, phoneInfo);
  if (!data.success) throw new CallError('cloud-error', "WeChat's phone_info is not what its page documents.");
  return { ...data.output, watermark };
}

/** Which code WeChat gives for somebody else's is not on its page: 40003 is the general one, else the text names it. */
const meaning: Meaning = ({ errCode, errMsg }) => {
  if (errCode === 40003 || (errCode === 40029 && /openid/i.test(errMsg))) return 'phone-code-foreign';
  if (errCode === 40029) return 'phone-code-expired';
  if (errCode === 48001 || errCode === 40013) return 'phone-unavailable';
  return undefined;
};
