import type { ErrorCode } from '../../cloud/contract/errors';
import { consentFailureCode, looksRefused } from './consent-failure';
import { looksLate, looksLimited, looksOffline, type Failure } from './failure';

/**
 * The code of a failed `wx.getWeRunData`. WeChat publishes no list of its messages, so they are matched loosely.
 */
export function weRunFailureCode(failure: Failure): ErrorCode {
  const consent = consentFailureCode(failure);
  if (consent !== undefined) return consent;
  if (looksRefused(failure)) return 'scope-denied';
  if (looksLate(failure)) return 'timeout';
  if (looksLimited(failure)) return 'rate-limited';
  if (looksOffline(failure)) return 'network';
  // "device not support", "data no response", "cancel" (of the page that turns WeRun on), -12006, or no reason at all
  // (WeChat on a Mac): whichever it is, this phone gave no steps.
  return 'werun-unsupported';
}
