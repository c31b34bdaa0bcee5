import type { ButtonPart } from './button';

/**
 * What a tap on `<button open-type>` does. A name that is not here is reported by the button; combined ones
 * (`getPhoneNumber|agreePrivacyAuthorization`) run in their order.
 */
export const openTypes: Readonly<Record<string, (button: ButtonPart) => void>> = {
  /** Opens WeChat's settings page; `opensetting` fires when it has been left. */
  openSetting(button) {
    const { context } = button;
    void context.stack.openNative<{ authSetting: Record<string, boolean> }>('setting', {}).then(
      ({ authSetting }) => button.emit('opensetting', { errMsg: 'openSetting:ok', authSetting }),
      (error: unknown) => context.reportError(error),
    );
  },

  /** One tap agrees to the privacy guideline (framework/user-privacy/PrivacyAuthorize.md). */
  agreePrivacyAuthorization(button) {
    const { context } = button;
    void context.bridge.request('answerPrivacy', { agreed: true }).then(
      () => {
        context.events.emit('agreePrivacyAuthorization', button.element.id);
        button.emit('agreeprivacyauthorization', { errMsg: 'agreePrivacyAuthorization:ok' });
      },
      (error: unknown) => context.reportError(error),
    );
  },
};
