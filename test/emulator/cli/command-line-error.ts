/** What was typed cannot be run; `help` says what can. */
export class CommandLineError extends Error {
  constructor(
    message: string,
    readonly help: string,
  ) {
    super(message);
    this.name = 'CommandLineError';
  }
}
