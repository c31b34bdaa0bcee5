import type { OpenType } from '.';

/** One tap agrees to the privacy guideline (framework/user-privacy/PrivacyAuthorize.md). */
export const agreePrivacyAuthorization: OpenType = async (button) => {
  const { bridge, events } = button.context;
  await bridge.request('answerPrivacy', { agreed: true });
  events.emit('agreePrivacyAuthorization', button.element.id);
  button.emit('agreeprivacyauthorization', { errMsg: 'agreePrivacyAuthorization:ok' });
};
