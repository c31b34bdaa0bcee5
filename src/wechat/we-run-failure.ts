import type { ErrorCode } from '../../cloud/contract/errors';
import { looksLate, looksLimited, looksOffline, type Failure } from './failure';

/**
 * The code of a failed `wx.getWeRunData`. WeChat publishes no list of its messages, so they are matched loosely.
 *
 * 103 and 104 are overloaded: the privacy guide (framework/user-privacy/PrivacyAuthorize.md) gives them to privacy,
 * the public table (framework/usability/PublicErrno.md) to the scope. The words decide, as WeChat's staff advises.
 */
export function weRunFailureCode(failure: Failure): ErrorCode {
  const { text, number } = failure;
  if (number === 112 || number === 101100 || /not declared in the privacy agreement/i.test(text)) {
    return 'scope-undeclared';
  }
  if (number === 1025 || number === 101101 || /privacy api banned/i.test(text)) return 'privacy-banned';
  if (number === 101102 || /privacy permission is not authorized/i.test(text)) return 'privacy-denied';
  if (number === 103 || number === 104 || /auth(orize)?[ :]*(deny|denied|cancel)|user deny/i.test(text)) {
    return 'scope-denied';
  }
  if (looksLate(failure)) return 'timeout';
  if (looksLimited(failure)) return 'rate-limited';
  if (looksOffline(failure)) return 'network';
  // "device not support", "data no response", "cancel" (of the page that turns WeRun on), -12006, or no reason at all
  // (WeChat on a Mac): whichever it is, this phone gave no steps.
  return 'werun-unsupported';
}
