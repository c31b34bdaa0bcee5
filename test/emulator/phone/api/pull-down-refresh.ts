import { currentPage } from './current-page';
import type { ApiPart } from './part';

/** WeChat: developers.weixin.qq.com/miniprogram/dev/api/ui/pull-down-refresh/ ; the view draws it. */
export function createPullDownRefresh({ context, calling }: ApiPart) {
  return {
    /** As if the user had pulled: the animation, then the page's onPullDownRefresh. */
    startPullDownRefresh: calling.promised<WechatMiniprogram.StartPullDownRefreshOption>('startPullDownRefresh', () => {
      const page = currentPage(context, 'startPullDownRefresh');
      context.events.emit('pullDownRefresh', { page, refreshing: true });
      const { onPullDownRefresh } = page.caller;
      if (typeof onPullDownRefresh === 'function') onPullDownRefresh.call(page.caller);
    }),
    stopPullDownRefresh: calling.promised<WechatMiniprogram.StopPullDownRefreshOption>('stopPullDownRefresh', () => {
      const page = currentPage(context, 'stopPullDownRefresh');
      context.events.emit('pullDownRefresh', { page, refreshing: false });
    }),
  } satisfies Partial<WechatMiniprogram.Wx>;
}
