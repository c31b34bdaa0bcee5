import type { ErrorCode } from '../../cloud/contract/errors';
import { looksLate, looksLimited, looksOffline, type Failure } from './failure';

/** CloudBase ended the function at its timeout. */
const FUNCTION_TIMED_OUT = -504003;
/** Open API and server-side calls of WeChat that took too long. */
const WECHAT_TIMED_OUT = [-601008, -604102];
const WECHAT_NETWORK = -601003;

/**
 * The code of a `wx.cloud.callFunction` that failed before the function could answer. What is neither the network nor
 * time is `cloud-error`: missing function (-501000), its exception (-504002), result over 1 MB (-604001),
 * permissions of the environment (-601012, -604101), ...
 */
export function callFailureCode(failure: Failure): ErrorCode {
  const { number } = failure;
  const late = number === FUNCTION_TIMED_OUT || (number !== undefined && WECHAT_TIMED_OUT.includes(number));
  if (late || looksLate(failure)) return 'timeout';
  if (looksLimited(failure)) return 'rate-limited';
  if (number === WECHAT_NETWORK || looksOffline(failure)) return 'network';
  return 'cloud-error';
}
