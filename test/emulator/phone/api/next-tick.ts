import type { ApiPart } from './part';

/** WeChat: developers.weixin.qq.com/miniprogram/dev/api/ui/custom-component/wx.nextTick.html */
export function createNextTick({ context }: ApiPart) {
  return {
    nextTick(callback) {
      setTimeout(() => {
        try {
          callback();
        } catch (error) {
          context.reportError(error);
        }
      }, 0);
    },
  } satisfies Partial<WechatMiniprogram.Wx>;
}
