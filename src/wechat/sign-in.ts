import { readFailure, looksLate, looksOffline } from './failure';
import { OpenDataError } from './open-data-error';

let signedIn: Promise<void> | undefined;

/**
 * `wx.login`, once a launch: "call wx.login first" (api/open-api/werun/wx.getWeRunData.md). The code it gives is not
 * needed, the cloud knows who calls.
 *
 * @throws {OpenDataError} `network`, `timeout`, `cloud-error`; the next call tries again.
 */
export function signIn(): Promise<void> {
  signedIn ??= login().catch((error: unknown) => {
    signedIn = undefined;
    throw error;
  });
  return signedIn;
}

function login(): Promise<void> {
  return new Promise((resolve, reject) => {
    wx.login({
      success: () => resolve(),
      fail: (reason) => {
        const failure = readFailure(reason);
        const code = looksLate(failure) ? 'timeout' : looksOffline(failure) ? 'network' : 'cloud-error';
        reject(new OpenDataError(code, failure.text, { cause: reason }));
      },
    });
  });
}
