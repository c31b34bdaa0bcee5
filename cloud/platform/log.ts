import type { CallError } from '../contract/call-error';

/**
 * One line for the function's log, with nothing in it that belongs to a person: no input, no openid, and no message
 * of the SDK, which may quote a document. The stack names places in code only.
 */
export function reportFailure(functionName: string, error: CallError): void {
  if (error.code !== 'internal') {
    console.warn(`${functionName} refused: ${error.code}`);
    return;
  }
  const places = error.cause instanceof Error ? error.cause.stack?.match(/^ {4}at .*$/gm) : undefined;
  console.error([`${functionName} failed: ${error.message}`, ...(places ?? [])].join('\n'));
}
