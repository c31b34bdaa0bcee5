import { readFailure } from './failure';
import { OpenDataError } from './open-data-error';

const BYTES = 16;

/**
 * 32 hexadecimal digits that nobody can guess.
 *
 * @throws {OpenDataError} `api-unsupported` below base library 2.15.0
 */
export function randomName(): Promise<string> {
  return new Promise((resolve, reject) => {
    const fail = (reason: unknown) =>
      reject(new OpenDataError('api-unsupported', readFailure(reason).text, { cause: reason }));
    if (typeof wx.getRandomValues !== 'function') return fail({ errMsg: 'wx.getRandomValues is missing' });
    wx.getRandomValues({ length: BYTES, success: ({ randomValues }) => resolve(hex(randomValues)), fail });
  });
}

const hex = (bytes: ArrayBuffer): string =>
  Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');
