import type { ButtonPart } from '../button';
import { agreePrivacyAuthorization } from './agree-privacy';
import { chooseAvatar } from './choose-avatar';
import { openSetting } from './open-setting';
import { getPhoneNumber, getRealtimePhoneNumber } from './phone-number';
import { share } from './share';

/** What a tap on `<button open-type>` does; resolves when it has told the app. */
export type OpenType = (button: ButtonPart) => Promise<void>;

/** A name that is not here is reported by the button. */
export const openTypes: Readonly<Record<string, OpenType>> = {
  openSetting,
  agreePrivacyAuthorization,
  getPhoneNumber,
  getRealtimePhoneNumber,
  chooseAvatar,
  share,
};

/**
 * The names of an open-type in the order in which they run: in `getPhoneNumber|agreePrivacyAuthorization` the tap
 * consents first (framework/user-privacy/PrivacyAuthorize.md).
 */
export function openTypeNames(openType: string): readonly string[] {
  const names = openType.split('|').filter(Boolean);
  const consents = (name: string): boolean => name === 'agreePrivacyAuthorization';
  return [...names.filter(consents), ...names.filter((name) => !consents(name))];
}
