import type { ApiPart } from './part';

/** WeChat: developers.weixin.qq.com/miniprogram/dev/api/device/vibrate/ ; nothing to feel here. */
export function createVibrate({ calling }: ApiPart) {
  return {
    vibrateShort: calling.promised<WechatMiniprogram.VibrateShortOption>('vibrateShort', () => undefined),
    vibrateLong: calling.promised<WechatMiniprogram.VibrateLongOption>('vibrateLong', () => undefined),
  } satisfies Partial<WechatMiniprogram.Wx>;
}
