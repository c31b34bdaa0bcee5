import type { ErrorCode } from '../../cloud/contract/errors';
import { consentFailureCode } from './consent-failure';
import { looksLate, looksLimited, looksOffline, type Failure } from './failure';

/** "The quota of the mini program is used up" (framework/open-ability/getPhoneNumber.md). */
const NO_QUOTA = 1400001;
/** "user getPhoneNumber is blocked" (framework/usability/PublicErrno.md). */
const BLOCKED = 1421102;
/** "no permission" (the same): the AppID of a person, or one that is not certified, has no such button. */
const NO_PERMISSION = 102;

/** The code of a phone number button that gave no number. WeChat publishes no list of its messages. */
export function phoneNumberFailureCode(failure: Failure): ErrorCode {
  const { text, number } = failure;
  if (number === NO_QUOTA) return 'phone-no-quota';
  if (number === BLOCKED) return 'phone-blocked';
  const consent = consentFailureCode(failure);
  if (consent !== undefined) return consent;
  if (number === NO_PERMISSION || /no permission|not support/i.test(text)) return 'phone-unavailable';
  if (/deny|denied|cancel/i.test(text)) return 'phone-denied';
  if (looksLate(failure)) return 'timeout';
  if (looksLimited(failure)) return 'rate-limited';
  if (looksOffline(failure)) return 'network';
  // No reason at all: whoever closes the sheet on some phones leaves none.
  return 'phone-denied';
}
