import { requireOnline } from './network';
import type { ApiPart } from './part';

/** WeChat: developers.weixin.qq.com/miniprogram/dev/api/open-api/werun/wx.getWeRunData.html (no Promise). */
export function createWeRun({ context, calling }: ApiPart) {
  return {
    getWeRunData: calling.callbackOnly<GetWeRunDataOption>('getWeRunData', async () => {
      await context.consent.ensure('getWeRunData', 'scope.werun');
      requireOnline(context, 'getWeRunData');
      return context.bridge.request('getWeRunData', {});
    }),
  };
}

/** The typings require `cloudID`, which is absent where the mini program has no cloud environment. */
interface GetWeRunDataOption extends Omit<WechatMiniprogram.GetWeRunDataOption, 'success'> {
  success?: (result: { errMsg: string; encryptedData: string; iv: string; cloudID?: string }) => void;
}
