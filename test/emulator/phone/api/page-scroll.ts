import { currentPage } from './current-page';
import { domOf, pageScroller, rectOf } from './layout';
import type { ApiPart } from './part';

/** WeChat: developers.weixin.qq.com/miniprogram/dev/api/ui/scroll/wx.pageScrollTo.html ; without layout nothing moves. */
export function createPageScroll({ context, calling }: ApiPart) {
  return {
    pageScrollTo: calling.promised<WechatMiniprogram.PageScrollToOption>('pageScrollTo', (options) => {
      const page = currentPage(context, 'pageScrollTo');
      const scroller = pageScroller(context, page);
      const { selector, scrollTop, offsetTop = 0, duration = 300 } = options;
      const target = selector === undefined ? undefined : page.component.getShadowRoot()?.querySelector(selector);
      const dom = target ? domOf(context, target) : undefined;
      if (!scroller) return;
      const top = dom ? scroller.scrollTop + rectOf(dom).top + offsetTop : scrollTop;
      if (top !== undefined) scroller.scrollTo({ top, behavior: duration > 0 ? 'smooth' : 'auto' });
    }),
  } satisfies Partial<WechatMiniprogram.Wx>;
}
