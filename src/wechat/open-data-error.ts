import { errorTable, type ErrorCode, type Recover } from '../../cloud/contract/errors';

interface Details {
  /** What WeChat or the cloud reported. */
  readonly cause?: unknown;
  /** The cloud's own word on it; the table's by default. */
  readonly retryable?: boolean;
}

/**
 * The one error that the edge throws. `message` tells a developer what happened; `sentence` is for the person on the
 * phone, `recover` the way out to offer them.
 *
 * @example
 * throw new OpenDataError('scope-denied', 'wx.getWeRunData: the user refused scope.werun', { cause: failure });
 */
export class OpenDataError extends Error {
  override readonly name = 'OpenDataError';
  readonly code: ErrorCode;
  /** Whether the same call may succeed later without anybody changing anything. */
  readonly retryable: boolean;

  constructor(code: ErrorCode, message: string, details: Details = {}) {
    super(message);
    this.code = code;
    this.retryable = details.retryable ?? errorTable[code].retryable;
    this.cause = details.cause;
  }

  /** Chinese, for the screen. */
  get sentence(): string {
    return errorTable[this.code].sentence;
  }

  get recover(): Recover {
    return errorTable[this.code].recover;
  }

  /** What was thrown, as an OpenDataError; a defect of ours becomes `internal` and keeps its cause. */
  static from(reason: unknown): OpenDataError {
    if (reason instanceof OpenDataError) return reason;
    return new OpenDataError('internal', `unexpected: ${String(reason)}`, { cause: reason });
  }
}
