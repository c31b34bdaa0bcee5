import type { WxFailure } from '../bridge';

/** A failure on its way to `fail` and to the Promise; crosses to app code as WeChat's plain `{ errMsg, errno? }`. */
export class ApiFailure extends Error {
  constructor(readonly failure: WxFailure) {
    super(failure.errMsg);
  }
}

/** `fail('showModal', 'parameter error')` -> `showModal:fail parameter error`. */
export function fail(api: string, reason: string, errno?: number): ApiFailure {
  return new ApiFailure({ errMsg: `${api}:fail ${reason}`, ...(errno === undefined ? {} : { errno }) });
}

/** Reads whatever a part of the phone threw as WeChat would report it for `api`. */
export function toFailure(api: string, thrown: unknown): WxFailure {
  if (thrown instanceof ApiFailure) return thrown.failure;
  if (isFailure(thrown)) return thrown;
  const reason = thrown instanceof Error ? thrown.message : String(thrown);
  return { errMsg: `${api}:fail ${reason}` };
}

/** Whether a value has the shape of what WeChat hands to `fail` (and, with `:ok`, to `success`). */
export function isFailure(value: unknown): value is WxFailure {
  return typeof value === 'object' && value !== null && 'errMsg' in value && typeof value.errMsg === 'string';
}
