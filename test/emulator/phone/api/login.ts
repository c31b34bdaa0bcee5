import { requireOnline } from './network';
import type { ApiPart } from './part';

/** WeChat: developers.weixin.qq.com/miniprogram/dev/api/open-api/login/wx.login.html */
export function createLogin({ context, calling }: ApiPart) {
  return {
    /** A code for code2Session: 5 minutes, single use. */
    login: calling.promised<WechatMiniprogram.LoginOption>('login', async () => {
      requireOnline(context, 'login');
      return context.bridge.request('login', {});
    }),
    checkSession: calling.promised<WechatMiniprogram.CheckSessionOption>('checkSession', async () => {
      requireOnline(context, 'checkSession');
      await context.bridge.request('checkSession', {});
    }),
  } satisfies Partial<WechatMiniprogram.Wx>;
}
