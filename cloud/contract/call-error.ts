import { errorTable, type CallFailure, type ErrorCode } from './errors';

/** Thrown anywhere in a function to answer with one of the contract's codes. `message` is English and holds nothing personal. */
export class CallError extends Error {
  override readonly name = 'CallError';

  constructor(
    readonly code: ErrorCode,
    message: string,
    options?: { readonly cause?: unknown },
  ) {
    super(message, options);
  }

  toFailure(): CallFailure {
    return { code: this.code, message: this.message, retryable: errorTable[this.code].retryable };
  }
}
