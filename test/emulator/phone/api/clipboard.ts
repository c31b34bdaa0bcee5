import { requireString } from './calling';
import { fail } from './failure';
import type { ApiPart } from './part';

/** WeChat: developers.weixin.qq.com/miniprogram/dev/api/device/clipboard/ ; the phone's own, not the machine's. */
export function createClipboard({ context, calling }: ApiPart) {
  let clipboard = '';
  return {
    setClipboardData: calling.promised<WechatMiniprogram.SetClipboardDataOption>('setClipboardData', (options) => {
      const data = requireString('setClipboardData', options, 'data');
      if (data === '') throw fail('setClipboardData', 'parameter error: parameter.data should not be empty');
      clipboard = data;
      context.native.showToast({ title: '内容已复制', icon: 'success', mask: false }, 1500);
    }),
    getClipboardData: calling.promised<WechatMiniprogram.GetClipboardDataOption>('getClipboardData', () => ({
      data: clipboard,
    })),
  } satisfies Partial<WechatMiniprogram.Wx>;
}
