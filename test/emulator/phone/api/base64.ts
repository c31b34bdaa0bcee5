import { fromBase64, toBase64 } from '../files/base64';

/** WeChat: developers.weixin.qq.com/miniprogram/dev/api/base/wx.base64ToArrayBuffer.html */
export function createBase64() {
  return {
    base64ToArrayBuffer: (base64) => fromBase64(base64).buffer,
    arrayBufferToBase64: (buffer) => toBase64(new Uint8Array(buffer)),
  } satisfies Partial<WechatMiniprogram.Wx>;
}
