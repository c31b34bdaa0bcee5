/** How a call of a function fails, as `wx.cloud.callFunction` and `cloud.callFunction` report it. */
export class FunctionFailure extends Error {
  override readonly name = 'FunctionFailure';

  constructor(
    readonly errCode: number,
    /** The gateway's code for callers inside functions. */
    readonly code: string,
    /** Stands beside errCode where WeChat has a text for it. */
    readonly reason: string,
    readonly detail: string,
  ) {
    super(detail);
  }

  /** errMsg of `wx.cloud.callFunction`'s fail. */
  get errMsg(): string {
    const reason = this.reason === '' ? '' : ` ${this.reason}`;
    return `cloud.callFunction:fail Error: errCode: ${this.errCode}${reason} | errMsg: ${this.detail}`;
  }
}

export function functionNotFound(): FunctionFailure {
  return new FunctionFailure(
    -501000,
    'FUNCTION_NOT_FOUND',
    '',
    '[FUNCTION_NOT_FOUND] FunctionName parameter could not be found.',
  );
}

/** `detail` is the error's stack as the function's log shows it. */
export function executionFailed(detail: string): FunctionFailure {
  return new FunctionFailure(-504002, 'FUNCTIONS_EXECUTE_FAIL', 'functions execute fail', detail);
}

/** Where the local CloudBase is emptied; CloudBase has nothing like it. */
export function environmentEmptied(): FunctionFailure {
  return executionFailed('the environment was emptied before the function could answer');
}

export function timedOut(seconds: number): FunctionFailure {
  return new FunctionFailure(
    -504003,
    'FUNCTIONS_TIME_LIMIT_EXCEEDED',
    '',
    `Invoking task timed out after ${seconds} seconds`,
  );
}

/** CloudBase's gateway takes 100 kB of text (docs.cloudbase.net error-code/service/EXCEED_MAX_PAYLOAD_SIZE). */
export function eventTooLarge(bytes: number): FunctionFailure {
  return new FunctionFailure(
    -501001,
    'EXCEED_MAX_PAYLOAD_SIZE',
    'resource system error',
    `[EXCEED_MAX_PAYLOAD_SIZE] the event has ${bytes} bytes, text may have 100 kB at most`,
  );
}

export function resultTooLarge(): FunctionFailure {
  const text = 'cloudfunction result size exceed limit (1MB)';
  return new FunctionFailure(-604001, 'FUNCTIONS_EXECUTE_FAIL', text, text);
}
