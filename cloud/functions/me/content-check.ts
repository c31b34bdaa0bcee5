import { checkText } from '../../platform/text-check';

/** Lets a nickname through. Throws a CallError: `content-refused`, `rate-limited`, `cloud-error`. */
export function checkNickname(nickname: string, openid: string): Promise<void> {
  return checkText({ kind: 'profile', content: nickname, nickname, openid });
}
