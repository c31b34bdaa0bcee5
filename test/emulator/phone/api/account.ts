import type { ApiPart } from './part';

/** WeChat: developers.weixin.qq.com/miniprogram/dev/api/open-api/account-info/wx.getAccountInfoSync.html */
export function createAccount({ context }: ApiPart) {
  return {
    getAccountInfoSync: () => ({
      miniProgram: { appId: context.package.appId, envVersion: 'develop' as const, version: '' },
      plugin: { appId: '', version: '' },
    }),
  } satisfies Partial<WechatMiniprogram.Wx>;
}
