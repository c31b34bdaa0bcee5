import type { Toast } from '../parts';
import { requireString } from './calling';
import type { ApiPart } from './part';

/** How long a toast stays, ms (api/ui/interaction/wx.showToast.html). */
const DURATION = 1500;

/** A toast and a loading share one place: each replaces and hides the other. */
export function createToast({ context, calling }: ApiPart) {
  const { native } = context;
  return {
    showToast: calling.promised<WechatMiniprogram.ShowToastOption>('showToast', (options) => {
      const title = requireString('showToast', options, 'title');
      const { icon = 'success', image, mask = false, duration = DURATION } = options;
      const toast: Toast = { title, icon, mask, ...(image ? { image } : {}) };
      native.showToast(toast, duration);
    }),
    hideToast: calling.promised<WechatMiniprogram.HideToastOption>('hideToast', () => native.hideToast()),
    showLoading: calling.promised<WechatMiniprogram.ShowLoadingOption>('showLoading', (options) => {
      const title = requireString('showLoading', options, 'title');
      native.showToast({ title, icon: 'loading', mask: options.mask ?? false });
    }),
    hideLoading: calling.promised<WechatMiniprogram.HideLoadingOption>('hideLoading', () => native.hideToast()),
  } satisfies Partial<WechatMiniprogram.Wx>;
}
