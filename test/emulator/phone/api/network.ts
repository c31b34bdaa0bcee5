import type { PhoneContext } from '../parts';
import { fail } from './failure';
import type { ApiPart } from './part';

/** What Chromium's network stack on Android, which WeChat uses, says without a network. */
export const OFFLINE = 'errcode:-106 cronet_error_code:-106 error_msg:net::ERR_INTERNET_DISCONNECTED';
/** WeChat: framework/usability/PublicErrno.md, network errors start at 600000; 600001 = cronet component. */
const OFFLINE_ERRNO = 600001;

/** Fails the call as WeChat does when the phone has no network. */
export function requireOnline(context: PhoneContext, api: string): void {
  if (!context.online) throw fail(api, `request:fail ${OFFLINE}`, OFFLINE_ERRNO);
}

/** WeChat: developers.weixin.qq.com/miniprogram/dev/api/device/network/wx.getNetworkType.html */
export function createNetwork({ context, calling }: ApiPart) {
  return {
    getNetworkType: calling.promised<WechatMiniprogram.GetNetworkTypeOption>('getNetworkType', () => ({
      networkType: context.online ? 'wifi' : 'none',
      hasSystemProxy: false,
      signalStrength: 100,
      weakNet: false,
    })),
  } satisfies Partial<WechatMiniprogram.Wx>;
}
