import { consentFailureCode } from './consent-failure';
import { readFailure } from './failure';
import { OpenDataError } from './open-data-error';

/** What one choosing gives at most: the limit of base libraries below 2.25.0. */
export const maxChosen = 9;

/**
 * Lets the person choose pictures from the album or take one: temporary paths, compressed by WeChat; none where they
 * went back. From a tap only.
 *
 * @throws {OpenDataError} `privacy-denied`, `privacy-banned`, `scope-undeclared`; `api-unsupported` below base library
 * 2.10.0; `photo-unreadable` where this phone gave none
 */
export function chooseImages(count = maxChosen): Promise<readonly string[]> {
  return new Promise((resolve, reject) => {
    if (typeof wx.chooseMedia !== 'function') {
      return reject(new OpenDataError('api-unsupported', 'wx.chooseMedia is missing: base library below 2.10.0'));
    }
    wx.chooseMedia({
      count,
      mediaType: ['image'],
      sizeType: ['compressed'],
      success: ({ tempFiles }) => resolve(tempFiles.map(({ tempFilePath }) => tempFilePath)),
      fail: (reason) => {
        const failure = readFailure(reason);
        const code = consentFailureCode(failure);
        if (code === undefined && /cancel/i.test(failure.text)) return resolve([]);
        reject(new OpenDataError(code ?? 'photo-unreadable', failure.text, { cause: reason }));
      },
    });
  });
}

/**
 * Shows pictures in full, `current` first; the person swipes through the others.
 *
 * @throws {OpenDataError} `photo-unreadable`
 */
export function previewImages(urls: readonly string[], current: string): Promise<void> {
  return new Promise((resolve, reject) => {
    wx.previewImage({
      urls: [...urls],
      current,
      success: () => resolve(),
      fail: (reason) => reject(new OpenDataError('photo-unreadable', readFailure(reason).text, { cause: reason })),
    });
  });
}
