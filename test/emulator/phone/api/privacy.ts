import type { PrivacyListener } from '../parts';
import type { ApiPart } from './part';

/** WeChat: framework/user-privacy/PrivacyAuthorize.md. None of these answers with a Promise. */
export function createPrivacy({ context, calling }: ApiPart) {
  const { consent } = context;
  return {
    onNeedPrivacyAuthorization: (listener: PrivacyListener): void => consent.onNeedPrivacy(listener),
    ...({
      requirePrivacyAuthorize: calling.callbackOnly<WechatMiniprogram.RequirePrivacyAuthorizeOption>(
        'requirePrivacyAuthorize',
        () => consent.ensure('requirePrivacyAuthorize'),
      ),
      getPrivacySetting: calling.callbackOnly<WechatMiniprogram.GetPrivacySettingOption>('getPrivacySetting', () =>
        context.bridge.request('getPrivacySetting', {}),
      ),
      openPrivacyContract: calling.callbackOnly<WechatMiniprogram.OpenPrivacyContractOption>(
        'openPrivacyContract',
        async () => {
          const { privacyContractName } = await context.bridge.request('getPrivacySetting', {});
          // Succeeds when the page is open, not when it has been left.
          context.stack
            .openNative('privacy-contract', { privacyContractName })
            .catch((error: unknown) => context.reportError(error));
        },
      ),
    } satisfies Partial<WechatMiniprogram.Wx>),
  };
}
