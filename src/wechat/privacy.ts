import { readFailure } from './failure';
import { OpenDataError } from './open-data-error';

/** Where the person stands with the privacy guideline. */
export interface PrivacySetting {
  /** Whether a private API would ask for agreement now. */
  readonly needed: boolean;
  /** `《…隐私保护指引》`; empty below base library 2.32.3, which asks nobody. */
  readonly contractName: string;
}

/** WeChat: api/open-api/privacy/wx.getPrivacySetting.html. Callbacks only, like all of them. */
export function getPrivacySetting(): Promise<PrivacySetting> {
  if (typeof wx.getPrivacySetting !== 'function') return Promise.resolve({ needed: false, contractName: '' });
  return new Promise((resolve, reject) => {
    wx.getPrivacySetting({
      success: ({ needAuthorization: needed, privacyContractName: contractName }) => resolve({ needed, contractName }),
      fail: (reason) => reject(new OpenDataError('cloud-error', readFailure(reason).text, { cause: reason })),
    });
  });
}

/**
 * Opens the guideline; resolves when it is on the screen.
 *
 * @throws {OpenDataError} `api-unsupported` where WeChat will not open it
 */
export function openPrivacyContract(): Promise<void> {
  return new Promise((resolve, reject) => {
    const fail = (reason: unknown) =>
      reject(new OpenDataError('api-unsupported', readFailure(reason).text, { cause: reason }));
    if (typeof wx.openPrivacyContract !== 'function') fail({ errMsg: 'wx.openPrivacyContract is missing' });
    else wx.openPrivacyContract({ success: () => resolve(), fail });
  });
}

/** A private API or button that waits for the person's word. One of `agree` and `refuse` has to be called. */
export interface PrivacyRequest {
  /** What waits: `getWeRunData`, `button.getPhoneNumber`, ... */
  readonly referrer: string;
  /** Tells WeChat that the app's own question is on the screen. */
  readonly shown: () => void;
  /** `buttonId`: of the tapped `<button open-type="agreePrivacyAuthorization">`, which WeChat checks. */
  readonly agree: (buttonId: string) => void;
  readonly refuse: () => void;
}

/**
 * Takes WeChat's privacy question over from WeChat's own popup. The last registration wins; there is no taking it back.
 * Does nothing below base library 2.32.3, which never asks.
 */
export function onNeedPrivacy(listener: (request: PrivacyRequest) => void): void {
  if (typeof wx.onNeedPrivacyAuthorization !== 'function') return;
  // miniprogram-api-typings 5.2.3 knows neither of the two arguments: api/open-api/privacy/wx.onNeedPrivacyAuthorization.html
  const { onNeedPrivacyAuthorization: register } = wx as unknown as NativePrivacy;
  register((resolve, { referrer }) =>
    listener({
      referrer,
      shown: () => resolve({ event: 'exposureAuthorization' }),
      agree: (buttonId) => resolve({ event: 'agree', buttonId }),
      refuse: () => resolve({ event: 'disagree' }),
    }),
  );
}

interface NativePrivacy {
  readonly onNeedPrivacyAuthorization: (
    listener: (
      resolve: (option: { event: 'agree' | 'disagree' | 'exposureAuthorization'; buttonId?: string }) => void,
      info: { readonly referrer: string },
    ) => void,
  ) => void;
}
