import type { ApiPart } from './part';

/** WeChat: api/base/update/wx.getUpdateManager.html. What runs is always the newest build: there is never an update. */
export function createUpdate({ context }: ApiPart) {
  return {
    getUpdateManager: () => ({
      applyUpdate: () => context.reportError(new Error('applyUpdate: no update is ready')),
      onCheckForUpdate: (listener) => void setTimeout(() => listener({ hasUpdate: false }), 0),
      onUpdateReady: () => undefined,
      onUpdateFailed: () => undefined,
    }),
  } satisfies Partial<WechatMiniprogram.Wx>;
}
