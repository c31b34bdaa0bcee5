/** What a `fail` callback or a rejected `wx.cloud` promise carries, read once. */
export interface Failure {
  /** `api:fail reason`; WeChat promises no exact wording. */
  readonly text: string;
  /** Where both `errno` and `errCode` exist, errno wins (framework/usability/PublicErrno.md). */
  readonly number: number | undefined;
}

export function readFailure(reason: unknown): Failure {
  if (typeof reason !== 'object' || reason === null) return { text: String(reason), number: undefined };
  const { errMsg, message, errno, errCode, err_code: legacy } = reason as Record<string, unknown>;
  const text = [errMsg, message].find((part) => typeof part === 'string') ?? JSON.stringify(reason);
  const number = [errno, errCode, legacy].map(Number).find((value) => Number.isFinite(value) && value !== 0);
  return { text: String(text), number };
}

/** Lost connection, in the words of WeChat's network stacks on both systems. */
export const looksOffline = ({ text }: Failure): boolean =>
  /request:fail(?!.*time)|network|offline|net::|ERR_|ECONN|ENOTFOUND|interrupted|断网|网络/i.test(text);

/** errno 5: "timeout" (framework/usability/PublicErrno.md). */
export const looksLate = ({ text, number }: Failure): boolean =>
  number === 5 || /time[d]?[ -]?out|timeout|ETIMEDOUT|ESOCKETTIMEDOUT|polling exceed/i.test(text);

/** errno 1003: "server frequency limit"; the others are CloudBase's names. */
export const looksLimited = ({ text, number }: Failure): boolean =>
  number === 1003 || /frequen(t|cy)|EXCEED_(CONCURRENT_)?REQUEST_LIMIT|EXCEED_RATELIMIT|too many requests/i.test(text);
