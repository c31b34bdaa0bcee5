import { readFailure } from './failure';
import { OpenDataError } from './open-data-error';

export type Scope = 'scope.werun';

/** Granted or refused; a scope that nobody asked for is missing. */
export type Scopes = Readonly<Partial<Record<Scope, boolean>>>;

/**
 * What the person has granted and refused so far. Asks nothing.
 *
 * @throws {OpenDataError} `cloud-error`
 */
export function getSetting(): Promise<Scopes> {
  return new Promise((resolve, reject) => {
    wx.getSetting({
      success: ({ authSetting }) => resolve(authSetting as Scopes),
      fail: (reason) => reject(new OpenDataError('cloud-error', readFailure(reason).text, { cause: reason })),
    });
  });
}

/**
 * Opens WeChat's permission page, from a tap only, and says when the person is back what is granted now.
 *
 * @throws {OpenDataError} `api-unsupported` where WeChat will not open the page
 */
export function openSetting(): Promise<Scopes> {
  return new Promise((resolve, reject) => {
    wx.openSetting({
      success: ({ authSetting }) => resolve(authSetting as Scopes),
      fail: (reason) => reject(new OpenDataError('api-unsupported', readFailure(reason).text, { cause: reason })),
    });
  });
}
