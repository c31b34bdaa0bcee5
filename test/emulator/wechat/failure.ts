import type { WxFailure } from '../phone/bridge';

/** A failure that WeChat would answer, thrown by the platform. */
export class WxError extends Error implements WxFailure {
  readonly errMsg: string;
  readonly errno?: number;
  readonly errCode?: number;

  constructor(failure: WxFailure) {
    super(failure.errMsg);
    this.name = 'WxError';
    this.errMsg = failure.errMsg;
    if (failure.errno !== undefined) this.errno = failure.errno;
    if (failure.errCode !== undefined) this.errCode = failure.errCode;
  }
}

/** The API's own name: `authorize:scope.werun` is asked about as such, but fails as `authorize:fail ...`. */
const nameOf = (api: string): string => api.split(':', 1)[0] ?? api;

/** `getWeRunData:fail auth deny` and its kin. */
export function fail(api: string, reason: string, errno?: number): WxFailure {
  const errMsg = `${nameOf(api)}:fail ${reason}`;
  return errno === undefined ? { errMsg } : { errMsg, errno };
}
