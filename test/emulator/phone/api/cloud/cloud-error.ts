import { toFailure } from '../failure';

/** How `wx.cloud` fails: an Error that also carries `errCode` and `errMsg`, to `fail` and to the Promise alike. */
export class CloudError extends Error {
  readonly errCode: number;
  readonly errMsg: string;

  constructor(errCode: number, errMsg: string) {
    super(errMsg);
    this.errCode = errCode;
    this.errMsg = errMsg;
  }
}

/**
 * The error of `api`: `cloud.callFunction:fail Error: errCode: -504003 | errMsg: ...`. A code that comes with a name of
 * its own (`-401003 api parameter type error`) shows it as `label`.
 */
export function cloudError(api: string, errCode: number, reason: string, label = ''): CloudError {
  const code = label === '' ? `${errCode}` : `${errCode} ${label}`;
  return new CloudError(errCode, `cloud.${api}:fail Error: errCode: ${code} | errMsg: ${reason}`);
}

/** Reads what the bridge rejected with; errCode -1 where the other side gave none. */
export function toCloudError(api: string, thrown: unknown): CloudError {
  if (thrown instanceof CloudError) return thrown;
  const { errMsg, errCode = -1 } = toFailure(`cloud.${api}`, thrown);
  return errMsg.startsWith(`cloud.${api}:`) ? new CloudError(errCode, errMsg) : cloudError(api, errCode, errMsg);
}
