export { useDidHide, useDidShow, usePullDownRefresh, useShareAppMessage } from '@tarojs/taro';

/** Ends the animation of pull-to-refresh; without it WeChat waits three seconds. */
export function stopPullDownRefresh(): void {
  void wx.stopPullDownRefresh();
}

/** Goes to another page; `url` begins with a slash. */
export function openPage(url: string): void {
  void wx.navigateTo({ url });
}
