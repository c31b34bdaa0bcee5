export interface SourcePosition {
  /** Path within the mini program, with suffix. */
  readonly file: string;
  /** From 1. */
  readonly line?: number;
  readonly column?: number;
}

/** Something in the project that WeChat's compiler refuses; the message starts with file and line. */
export class CompileError extends Error {
  override readonly name = 'CompileError';

  constructor(
    readonly position: SourcePosition,
    readonly reason: string,
    options?: ErrorOptions,
  ) {
    const { file, line, column } = position;
    super(`${[file, line, column].filter((part) => part !== undefined).join(':')}: ${reason}`, options);
  }
}
