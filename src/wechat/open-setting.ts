import { readFailure } from './failure';
import { OpenDataError } from './open-data-error';

export type Scope = 'scope.werun';

/**
 * Opens WeChat's permission page, from a tap only, and says when the person is back whether `scope` is granted now.
 *
 * @throws {OpenDataError} `api-unsupported` where WeChat will not open the page
 */
export function openSetting(scope: Scope): Promise<boolean> {
  return new Promise((resolve, reject) => {
    wx.openSetting({
      success: ({ authSetting }) => resolve(authSetting[scope] === true),
      fail: (reason) => reject(new OpenDataError('api-unsupported', readFailure(reason).text, { cause: reason })),
    });
  });
}
