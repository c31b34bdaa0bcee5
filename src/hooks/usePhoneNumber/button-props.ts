import type { Phone } from '../../../cloud/contract/contract';
import { dataOf } from '../async-state';
import type { PhoneNumberActions, PhoneNumberState } from './store';

/** What turns Taro's `<Button>` into one that gets the phone number. */
export interface PhoneButtonProps {
  readonly openType?: 'getPhoneNumber' | 'getPhoneNumber|agreePrivacyAuthorization';
  readonly onGetPhoneNumber?: (event: { readonly detail: unknown }) => void;
  readonly onClick?: () => void;
  readonly disabled?: boolean;
  readonly loading?: boolean;
}

interface Actions extends Pick<PhoneNumberActions, 'receive' | 'recover'> {
  /** Hands a number to whom the button belongs. */
  readonly give: (phone: Phone) => void;
  /** Hands over what `receive` or `recover` has got, if it has. */
  readonly deliver: () => void;
}

const busy: PhoneButtonProps = { disabled: true, loading: true };

/**
 * Gets the number by the cheapest way there is: a known one at once, one that got lost on the way by sending it again, and
 * only else by asking WeChat.
 */
export function buttonProps(current: PhoneNumberState, { give, recover, ...asking }: Actions): PhoneButtonProps {
  const { state, repeatable } = current;
  if (state.status === 'pending') return busy;
  const known = dataOf(state);
  // Known is known, whatever has failed since.
  if (known !== undefined) return { onClick: () => give(known) };
  if (repeatable) return { onClick: () => void recover().then(asking.deliver) };
  return askProps(current, asking);
}

/** Asks WeChat, by its sheet: each number that a person gives costs the mini program money. */
export function askProps(
  current: PhoneNumberState,
  { receive, deliver }: Pick<Actions, 'receive' | 'deliver'>,
): PhoneButtonProps {
  const { state, looked, needsPrivacy } = current;
  if (state.status === 'error' && state.error.recover === 'none') return { disabled: true };
  if (state.status === 'pending' || !looked) return busy;
  return {
    // One tap agrees to the guideline and asks for the number (framework/user-privacy/PrivacyAuthorize.md).
    openType: needsPrivacy ? 'getPhoneNumber|agreePrivacyAuthorization' : 'getPhoneNumber',
    onGetPhoneNumber: ({ detail }) => void receive(detail).then(deliver),
  };
}
