import { useEffect } from 'react';
import { useStore } from 'zustand';
import type { Phone } from '../../../cloud/contract/contract';
import { callFunction } from '../../wechat/call-function';
import { readPhoneNumber } from '../../wechat/phone-number';
import { dataOf, type AsyncState } from '../async-state';
import { consentStore } from '../useConsent';
import { askProps, buttonProps, type PhoneButtonProps } from './button-props';
import { createPhoneNumberStore, type PhoneNumberActions } from './store';

/** One store for the whole app: a number that one component has got is known to all. */
export const phoneNumberStore = createPhoneNumberStore({
  readPhoneNumber,
  callFunction,
  privacyNeeded: async () => {
    await consentStore.read();
    return dataOf(consentStore.getState().consents)?.privacy.needed ?? false;
  },
  now: Date.now,
});

export interface UsePhoneNumber extends Omit<PhoneNumberActions, 'receive' | 'restore'> {
  readonly state: AsyncState<Phone>;
  /** For a `<Button>` that gets the number: the known one, else WeChat's. */
  readonly buttonProps: PhoneButtonProps;
  /** For a `<Button>` that asks WeChat for another number than the known one. */
  readonly replaceProps: PhoneButtonProps;
  /** Whether `recover()`, and the button, do again what failed without asking WeChat. */
  readonly repeatable: boolean;
  /** Whether the tap on WeChat's button also agrees to the privacy guideline: say so beside it. */
  readonly tapAgrees: boolean;
}

/**
 * The person's phone number, and the props of the button that gets it. `onNumber` is told the number after a tap,
 * whether it was known or WeChat was asked.
 *
 * @example
 * const { state, buttonProps } = usePhoneNumber((phone) => signUp(phone));
 * return <Button {...buttonProps}>报名</Button>;
 */
export function usePhoneNumber(onNumber?: (phone: Phone) => void): UsePhoneNumber {
  const current = useStore(phoneNumberStore);
  const { receive, recover, forget } = phoneNumberStore;
  useEffect(() => void phoneNumberStore.restore(), []);

  const give = (phone: Phone): void => onNumber?.(phone);
  const deliver = (): void => {
    const { state } = phoneNumberStore.getState();
    if (state.status === 'success') give(state.data);
  };
  return {
    state: current.state,
    buttonProps: buttonProps(current, { give, receive, recover, deliver }),
    replaceProps: askProps(current, { receive, deliver }),
    repeatable: current.repeatable,
    tapAgrees: current.needsPrivacy,
    forget,
    recover,
  };
}
