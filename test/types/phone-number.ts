/** What may and what may not be written. The type check (`npm run types`) reads this file; nothing runs it. */
import type { ButtonProps } from '@tarojs/components';
import type { CloudID, PhoneData, WeRunData } from '../../cloud/contract/cloud-id';
import type { UseConsent } from '../../src/hooks/useConsent';
import type { PhoneButtonProps, UsePhoneNumber } from '../../src/hooks/usePhoneNumber';
import { callFunction } from '../../src/wechat/call-function';
import type { PhoneProof } from '../../src/wechat/phone-number';

declare const hook: UsePhoneNumber;
declare const consent: UseConsent;
declare const proof: PhoneProof;
declare const phone: CloudID<PhoneData>;
declare const werun: CloudID<WeRunData>;

/** The props spread on Taro's Button as they are. */
export const onAButton: ButtonProps = { ...hook.buttonProps };
export const replacing: ButtonProps = { ...hook.replaceProps };

export async function compiles(): Promise<void> {
  if (hook.state.status === 'success') {
    const countryCode: string = hook.state.data.countryCode;
    void countryCode;
  }
  await callFunction('me', 'phoneByCode', { code: 'code' });
  await callFunction('me', 'phoneByCloudID', { phone });
  const { phone: kept } = await callFunction('me', 'phone', {});
  // @ts-expect-error there may be none
  void kept.phoneNumber;
}

export async function doesNotCompile(): Promise<void> {
  // @ts-expect-error the number is not known before the status is
  void hook.state.data;
  // @ts-expect-error an open-type that WeChat does not have
  const props: PhoneButtonProps = { openType: 'phone' };
  // @ts-expect-error a proof is a code or a CloudID: which of the two has to be asked
  void proof.code;
  // @ts-expect-error no number that the phone says by itself
  await callFunction('me', 'phoneByCode', { phoneNumber: '13800138000' });
  // @ts-expect-error steps are no phone number
  await callFunction('me', 'phoneByCloudID', { phone: werun });
  // @ts-expect-error a scope that this app does not use
  void (consent.consents.status === 'success' && consent.consents.data.scopes['scope.camera']);
  // @ts-expect-error `agree` needs the button that was tapped
  consent.agree();
  void props;
}
