/**
 * An error as CloudBase's gateway answers it: HTTP 200 with `{ code, message, requestId }`. `wx-server-sdk` maps the
 * codes that it knows to numbers (its TCB_ERR_CODE), every other to -501001.
 */
export class CloudError extends Error {
  override readonly name = 'CloudError';

  constructor(
    /** CloudBase's code, e.g. `DATABASE_COLLECTION_NOT_EXIST`. */
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

/** MongoDB's refusal of a command: -502001 in the SDK, MongoDB's own text in errMsg. */
export function databaseFailure(message: string): CloudError {
  return new CloudError('DATABASE_REQUEST_FAILED', message);
}

/** A parameter that the gateway does not accept: -501007 in the SDK. */
export function invalidParameter(message: string): CloudError {
  return new CloudError('INVALID_PARAM', message);
}
