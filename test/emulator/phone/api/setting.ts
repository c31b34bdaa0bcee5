import { requireString } from './calling';
import { fail } from './failure';
import type { ApiPart } from './part';

/** Scopes of framework/open-ability/authorize.md. */
const SCOPES = new Set([
  'scope.userInfo',
  'scope.userLocation',
  'scope.userFuzzyLocation',
  'scope.userLocationBackground',
  'scope.address',
  'scope.invoiceTitle',
  'scope.invoice',
  'scope.werun',
  'scope.record',
  'scope.writePhotosAlbum',
  'scope.camera',
  'scope.bluetooth',
  'scope.addPhoneContact',
  'scope.addPhoneCalendar',
]);

/** WeChat: framework/open-ability/authorize.md */
export function createSetting({ context, calling }: ApiPart) {
  const { bridge, stack, consent } = context;
  const current = async () => {
    const { authSetting } = await bridge.request('getSetting', {});
    return { authSetting, subscriptionsSetting: { mainSwitch: true, itemSettings: {} } };
  };
  return {
    getSetting: calling.promised<WechatMiniprogram.GetSettingOption>('getSetting', current),
    /** WeChat's settings page; it lists the scopes that were asked before, and its switches count at once. */
    openSetting: calling.promised<WechatMiniprogram.OpenSettingOption>('openSetting', async () => {
      await stack.openNative('setting', {});
      return current();
    }),
    authorize: calling.promised<WechatMiniprogram.AuthorizeOption>('authorize', async (options) => {
      const scope = requireString('authorize', options, 'scope');
      if (!SCOPES.has(scope)) throw fail('authorize', 'invalid scope');
      await consent.ensure(`authorize:${scope}`, scope);
    }),
  } satisfies Partial<WechatMiniprogram.Wx>;
}
