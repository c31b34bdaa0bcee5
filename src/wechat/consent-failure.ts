import type { ErrorCode } from '../../cloud/contract/errors';
import type { Failure } from './failure';

type ConsentCode = Extract<ErrorCode, 'scope-undeclared' | 'privacy-banned' | 'privacy-denied'>;

/**
 * The code of a failure that has to do with the privacy guideline; undefined where it has not.
 *
 * 103 and 104 are overloaded: the privacy guide (framework/user-privacy/PrivacyAuthorize.md) gives them to privacy, the
 * public table (framework/usability/PublicErrno.md) to the scope. The words decide, as WeChat's staff advises.
 */
export function consentFailureCode({ text, number }: Failure): ConsentCode | undefined {
  if (number === 112 || number === 101100 || /not declared in the privacy agreement/i.test(text)) {
    return 'scope-undeclared';
  }
  if (number === 1025 || number === 101101 || /privacy api banned/i.test(text)) return 'privacy-banned';
  if (number === 101102 || /privacy permission is not authorized/i.test(text)) return 'privacy-denied';
  return undefined;
}

/** The person's no, in the words of every platform: `user deny`, `:auth denied`, `authorize canceled`. */
export const looksRefused = ({ text, number }: Failure): boolean =>
  number === 103 || number === 104 || /auth(orize)?[ :]*(deny|denied|cancel)|user (deny|denied|cancel)/i.test(text);
