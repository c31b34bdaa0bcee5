/**
 * The base library with which an API came, for what did not come with the first one (the pages of
 * developers.weixin.qq.com/miniprogram/dev/api/, as the typings quote them).
 */
export const SINCE: Readonly<Record<string, string>> = {
  arrayBufferToBase64: '1.1.0',
  authorize: '1.2.0',
  base64ToArrayBuffer: '1.1.0',
  canIUse: '1.1.1',
  chooseMedia: '2.10.0',
  cloud: '2.2.3',
  createIntersectionObserver: '1.9.3',
  createSelectorQuery: '1.4.0',
  getAccountInfoSync: '2.2.2',
  getAppAuthorizeSetting: '2.20.1',
  getAppBaseInfo: '2.20.1',
  getClipboardData: '1.1.0',
  getDeviceInfo: '2.20.1',
  getEnterOptionsSync: '2.9.4',
  // For group tools since 2.10.4; for cards in groups, which is what it is used for here, since this.
  getGroupEnterInfo: '2.17.3',
  getLaunchOptionsSync: '2.1.2',
  getMenuButtonBoundingClientRect: '2.1.0',
  getPrivacySetting: '2.32.3',
  getRandomValues: '2.15.0',
  getSetting: '1.2.0',
  getShareInfo: '1.1.0',
  getSystemInfoAsync: '2.14.1',
  getSystemSetting: '2.20.1',
  getUpdateManager: '1.9.90',
  getWeRunData: '1.2.0',
  getWindowInfo: '2.20.1',
  hideLoading: '1.1.0',
  hideShareMenu: '1.1.0',
  nextTick: '2.2.3',
  offAppHide: '2.1.2',
  offAppShow: '2.1.2',
  offError: '2.1.2',
  offNetworkStatusChange: '2.9.3',
  offPageNotFound: '2.1.2',
  offThemeChange: '2.11.0',
  offUnhandledRejection: '2.10.0',
  offWindowResize: '2.3.0',
  onAppHide: '2.1.2',
  onAppShow: '2.1.2',
  onError: '2.1.2',
  onNeedPrivacyAuthorization: '2.32.3',
  onNetworkStatusChange: '1.1.0',
  onPageNotFound: '2.1.2',
  onThemeChange: '2.11.0',
  onUnhandledRejection: '2.10.0',
  onWindowResize: '2.3.0',
  openPrivacyContract: '2.32.3',
  openSetting: '1.1.0',
  pageScrollTo: '1.4.0',
  reLaunch: '1.1.0',
  requirePrivacyAuthorize: '2.32.3',
  setClipboardData: '1.1.0',
  setNavigationBarColor: '1.4.0',
  showLoading: '1.1.0',
  showShareMenu: '1.1.0',
  startPullDownRefresh: '1.5.0',
  stopPullDownRefresh: '1.5.0',
  updateShareMenu: '1.2.0',
  vibrateLong: '1.2.0',
  vibrateShort: '1.2.0',
};

/** `api` without what is newer than the base library. */
export function asOf<T extends object>(libraryVersion: string, api: T): T {
  const isThere = ([name]: [string, unknown]): boolean => compareVersions(libraryVersion, SINCE[name] ?? '1.0.0') >= 0;
  return Object.fromEntries(Object.entries(api).filter(isThere)) as T;
}

/** WeChat's own way (framework/compatibility.html): number by number. */
export function compareVersions(one: string, other: string): number {
  const [left, right] = [one, other].map((version) => version.split('.').map(Number));
  for (let at = 0; at < 3; at += 1) {
    const difference = (left?.[at] ?? 0) - (right?.[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
