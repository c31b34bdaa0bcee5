import { consentFailureCode } from './consent-failure';
import { readFailure } from './failure';
import { OpenDataError } from './open-data-error';

/**
 * Reads `detail` of `chooseavatar`: the temporary path of the picture; undefined where the person chose none.
 * WeChat: framework/open-ability/userProfile.md
 *
 * @throws {OpenDataError} `privacy-denied`, `privacy-banned`, `scope-undeclared`
 */
export function readAvatar(detail: unknown): string | undefined {
  const { avatarUrl } = Object(detail) as Record<string, unknown>;
  if (typeof avatarUrl === 'string' && avatarUrl !== '') return avatarUrl;
  const failure = readFailure(detail);
  const code = consentFailureCode(failure);
  if (code !== undefined) throw new OpenDataError(code, failure.text, { cause: detail });
  return undefined;
}
