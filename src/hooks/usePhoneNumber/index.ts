export { phoneNumberStore, usePhoneNumber, type UsePhoneNumber } from './usePhoneNumber';
export {
  createPhoneNumberStore,
  type PhoneNumberActions,
  type PhoneNumberPorts,
  type PhoneNumberState,
  type PhoneNumberStore,
} from './store';
export type { PhoneButtonProps } from './button-props';
export type { AsyncState } from '../async-state';
export type { Phone } from '../../../cloud/contract/contract';
