import { requireString } from './calling';
import { fail } from './failure';
import type { ApiPart } from './part';
import { StorageBox } from './storage-box';

/** WeChat: developers.weixin.qq.com/miniprogram/dev/api/storage/ ; kept for each user, survives a restart. */
export function createStorage({ context, calling }: ApiPart) {
  const box = new StorageBox(context);
  const info = () => ({ keys: box.keys, currentSize: box.currentSize, limitSize: box.limitSize });
  return {
    setStorage: calling.promised<WechatMiniprogram.SetStorageOption>('setStorage', (options) => {
      box.set('setStorage', requireKey('setStorage', options), options.data);
    }),
    getStorage: calling.promised<WechatMiniprogram.GetStorageOption>('getStorage', (options) => {
      const key = requireKey('getStorage', options);
      if (!box.has(key)) throw fail('getStorage', 'data not found');
      return { data: box.get(key) };
    }) as WechatMiniprogram.Wx['getStorage'],
    removeStorage: calling.promised<WechatMiniprogram.RemoveStorageOption>('removeStorage', (options) => {
      box.remove(requireKey('removeStorage', options));
    }),
    clearStorage: calling.promised<WechatMiniprogram.ClearStorageOption>('clearStorage', () => box.clear()),
    getStorageInfo: calling.promised<WechatMiniprogram.GetStorageInfoOption>('getStorageInfo', info),
    setStorageSync(key, data) {
      box.set('setStorageSync', requireKey('setStorageSync', { key }), data);
    },
    /** An empty string where nothing is stored. */
    getStorageSync: ((key: string) =>
      box.has(requireKey('getStorageSync', { key })) ? box.get(key) : '') as WechatMiniprogram.Wx['getStorageSync'],
    removeStorageSync(key) {
      box.remove(requireKey('removeStorageSync', { key }));
    },
    clearStorageSync: () => box.clear(),
    getStorageInfoSync: info,
  } satisfies Partial<WechatMiniprogram.Wx>;
}

function requireKey(api: string, options: object): string {
  const key = requireString(api, options, 'key');
  if (key === '') throw fail(api, 'parameter error: parameter.key should not be empty');
  return key;
}
