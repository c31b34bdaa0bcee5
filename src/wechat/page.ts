export { useDidShow, usePullDownRefresh } from '@tarojs/taro';

/** Ends the animation of pull-to-refresh; without it WeChat waits three seconds. */
export function stopPullDownRefresh(): void {
  void wx.stopPullDownRefresh();
}
