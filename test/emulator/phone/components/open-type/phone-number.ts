import { ApiFailure, fail, toFailure } from '../../api/failure';
import { requireOnline } from '../../api/network';
import type { GivenPhoneNumber, OfferedNumber, PhoneApi } from '../../bridge';
import type { PhoneContext } from '../../parts';
import type { ButtonPart } from '../button';
import type { OpenType } from '.';

/** WeChat: framework/open-ability/getPhoneNumber.md */
export const getPhoneNumber = phoneButton('getPhoneNumber');
/** WeChat: framework/open-ability/getRealtimePhoneNumber.md. Its detail has `code` alone. */
export const getRealtimePhoneNumber = phoneButton('getRealtimePhoneNumber');

/** Fires `get...phonenumber` with the code, or with `errMsg` and perhaps `errno` where there is none. */
function phoneButton(api: PhoneApi): OpenType {
  return async (button) => {
    let detail: object;
    try {
      detail = { errMsg: `${api}:ok`, ...(await numberOf(button, api)) };
    } catch (thrown) {
      detail = toFailure(api, thrown);
    }
    button.emit(api.toLowerCase(), detail);
  };
}

async function numberOf(button: ButtonPart, api: PhoneApi): Promise<GivenPhoneNumber> {
  const { context } = button;
  requireOnline(context, api);
  const numberId = await chooseNumber(button, api);
  return context.bridge.request('givePhoneNumber', { api, numberId });
}

/** Shows the sheet, and WeChat's page of numbers as often as the user wants to see it; gives the id of the number. */
async function chooseNumber(button: ButtonPart, api: PhoneApi): Promise<string> {
  const { native } = button.context;
  for (;;) {
    const numbers = await offeredNumbers(button, api);
    const [first] = numbers;
    if (!first) {
      if (!(await manageNumbers(button.context, numbers))) throw denied(api);
      continue;
    }
    const answer = await native.ask({ kind: 'phone-number', numbers });
    if (answer.accepted) return answer.numberId ?? first.id;
    if (!answer.manage) throw denied(api);
    await manageNumbers(button.context, numbers);
  }
}

async function offeredNumbers(button: ButtonPart, api: PhoneApi): Promise<readonly OfferedNumber[]> {
  const { bridge, consent, native } = button.context;
  let offer = await bridge.request('phoneOffer', { api });
  if (offer.state === 'privacy') {
    await consent.ensure(api, undefined, `button.${api}`);
    offer = await bridge.request('phoneOffer', { api });
  }
  if (offer.state === 'choose') return offer.numbers;
  if (offer.state === 'privacy') throw fail(api, 'privacy permission is not authorized', 104);
  // The event does not wait for the half sheet to be closed: it only informs.
  if (offer.quotaToast && button.prop('phoneNumberNoQuotaToast')) void native.ask({ kind: 'phone-quota' });
  throw new ApiFailure(offer.failure);
}

/** Resolves when the page has been left: whether a number is bound then. */
async function manageNumbers({ stack }: PhoneContext, numbers: readonly OfferedNumber[]): Promise<boolean> {
  const { count } = await stack.openNative<{ count: number }>('phone-numbers', { numbers });
  return count > 0;
}

/** As iOS and DevTools spell it; Android says `getPhoneNumber:fail:user deny`. */
const denied = (api: PhoneApi) => fail(api, 'user deny');
