/**
 * Chooses the CloudBase environment, once, before the first call. Without `TARO_APP_CLOUD_ENV` (see `.env.example`) it
 * is the first environment of the AppID. Where the base library has no `wx.cloud` every call says `api-unsupported`.
 */
export function initCloud(): void {
  wx.cloud?.init({ traceUser: true, ...(CLOUD_ENV !== '' && { env: CLOUD_ENV }) });
}
