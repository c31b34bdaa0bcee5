/** WeChat: developers.weixin.qq.com/miniprogram/dev/api/base/wx.base64ToArrayBuffer.html */
export function createBase64() {
  return {
    base64ToArrayBuffer: (base64) => Uint8Array.from(atob(base64), (char) => char.charCodeAt(0)).buffer,
    arrayBufferToBase64(buffer) {
      let binary = '';
      for (const byte of new Uint8Array(buffer)) binary += String.fromCharCode(byte);
      return btoa(binary);
    },
  } satisfies Partial<WechatMiniprogram.Wx>;
}
