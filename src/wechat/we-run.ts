import type { CloudID, WeRunData } from '../../cloud/contract/cloud-id';
import { cloudID } from './cloud-id';
import { readFailure } from './failure';
import { OpenDataError } from './open-data-error';
import { signIn } from './sign-in';
import { weRunFailureCode } from './we-run-failure';

/**
 * Asks WeChat for the person's steps, as a CloudID that lives five minutes. WeChat may show the privacy popup, the
 * consent dialog or the page that turns WeRun on: call it only from a tap.
 *
 * Callbacks, not the promise that the typings have: the documentation says there is none
 * (api/open-api/werun/wx.getWeRunData.md).
 *
 * @throws {OpenDataError} `scope-denied`, `scope-undeclared`, `privacy-denied`, `privacy-banned`, `werun-unsupported`,
 * `api-unsupported`, `network`, `timeout`, `rate-limited`, `cloud-error`
 */
export async function getWeRunData(): Promise<CloudID<WeRunData>> {
  if (typeof wx.getWeRunData !== 'function') {
    throw new OpenDataError('api-unsupported', 'wx.getWeRunData is missing: base library below 1.2.0');
  }
  await signIn();
  return new Promise((resolve, reject) => {
    wx.getWeRunData({
      success: (result) => {
        // Typed as always present; it is not without Cloud Base, or below base library 2.7.0.
        const id: string | undefined = result.cloudID;
        if (id) resolve(cloudID<WeRunData>(id));
        else reject(new OpenDataError('cloud-error', 'wx.getWeRunData gave no cloudID: is Cloud Base opened?'));
      },
      fail: (reason) => {
        const failure = readFailure(reason);
        reject(new OpenDataError(weRunFailureCode(failure), failure.text, { cause: reason }));
      },
    });
  });
}
