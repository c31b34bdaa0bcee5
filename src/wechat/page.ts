import { useRouter } from '@tarojs/taro';

export {
  useDidHide,
  useDidShow,
  usePageScroll,
  usePullDownRefresh,
  useReachBottom,
  useShareAppMessage,
} from '@tarojs/taro';

/**
 * What stands after `?` in the page's path, as it was opened. Not Taro's dynamic router: that is null while the page is
 * covered, and an answer may come just then.
 */
export function useQuery(): Readonly<Record<string, string | undefined>> {
  return useRouter().params;
}

/** Ends the animation of pull-to-refresh; without it WeChat waits three seconds. */
export function stopPullDownRefresh(): void {
  void wx.stopPullDownRefresh();
}

/** Goes to another page; `url` begins with a slash. */
export function openPage(url: string): void {
  void wx.navigateTo({ url });
}

/** Goes to another page in place of this one: back does not lead here again. */
export function replacePage(url: string): void {
  void wx.redirectTo({ url });
}

/** Back to the first page, with nothing below it. */
export function goHome(): void {
  void wx.reLaunch({ url: '/pages/home/index' });
}

/** Whether nothing is below the page in front. An entry opens its page alone; what the person opens stands on another. */
export const isFirstPage = (): boolean => getCurrentPages().length < 2;

let width: number | undefined;

/** px of so many rpx: 750 rpx are the width of the screen. */
export function pixels(rpx: number): number {
  width ??= (wx.getWindowInfo ?? wx.getSystemInfoSync)().windowWidth;
  return (rpx * width) / 750;
}
