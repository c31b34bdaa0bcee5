import type { Page } from './page';

/** px from the end at which `onReachBottom` comes, unless the page says otherwise (WeChat: configuration/page.md). */
const REACH_BOTTOM = 50;

/** A page that scrolls tells its hooks: `onPageScroll`, and `onReachBottom` once each time the end comes near. */
export function listenToScroll(page: Page): void {
  const { scroller } = page;
  if (!scroller) return;
  let nearEnd = false;
  scroller.addEventListener(
    'scroll',
    () => {
      const { scrollTop, clientHeight, scrollHeight } = scroller;
      const distance = Number(page.window['onReachBottomDistance'] ?? REACH_BOTTOM);
      const wasNear = nearEnd;
      nearEnd = scrollHeight - scrollTop - clientHeight <= distance;
      page.post('onPageScroll', { scrollTop });
      if (nearEnd && !wasNear) page.post('onReachBottom');
    },
    { passive: true },
  );
}
