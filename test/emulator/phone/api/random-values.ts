import { fail } from './failure';
import type { ApiPart } from './part';

const MOST_BYTES = 1_048_576;
/** More than a browser gives at once. */
const CHUNK = 65_536;

/** WeChat: developers.weixin.qq.com/miniprogram/dev/api/device/crypto/wx.getRandomValues.html */
export function createRandomValues({ calling }: ApiPart) {
  return {
    getRandomValues: calling.promised<WechatMiniprogram.GetRandomValuesOption>(
      'getRandomValues',
      ({ length = 0 }) => {
        if (!Number.isInteger(length) || length < 1 || length > MOST_BYTES) {
          throw fail(
            'getRandomValues',
            `parameter error: parameter.length should be an integer from 1 to ${MOST_BYTES}`,
          );
        }
        const bytes = new Uint8Array(length);
        for (let at = 0; at < length; at += CHUNK) crypto.getRandomValues(bytes.subarray(at, at + CHUNK));
        return { randomValues: bytes.buffer };
      },
      // Bytes do not survive the copy, and these are the app's alone.
      (answer) => answer,
    ),
  } satisfies Partial<WechatMiniprogram.Wx>;
}
