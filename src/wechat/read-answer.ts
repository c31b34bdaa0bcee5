import { errorTable, type ErrorCode } from '../../cloud/contract/errors';
import { OpenDataError } from './open-data-error';

/**
 * Opens the envelope of an answer: its data, or its error thrown. `data` has the type that the contract gives it; the
 * function has checked it against that before it answered.
 *
 * @throws {OpenDataError} the function's code; `cloud-error` for what is no answer, or has a code of a newer cloud.
 */
export function readAnswer<T>(result: unknown, call: string): T {
  if (isObject(result)) {
    if (result['ok'] === true && 'data' in result) return result['data'] as T;
    if (result['ok'] === false && isObject(result['error'])) throw readError(result['error'], call);
  }
  throw new OpenDataError('cloud-error', `${call}: answered with something else than { ok, data | error }`, {
    cause: result,
  });
}

function readError(error: Record<string, unknown>, call: string): OpenDataError {
  const { code, message, retryable } = error;
  return new OpenDataError(isKnown(code) ? code : 'cloud-error', `${call}: ${String(code)}: ${String(message)}`, {
    cause: error,
    ...(typeof retryable === 'boolean' && { retryable }),
  });
}

const isKnown = (code: unknown): code is ErrorCode => Object.keys(errorTable).some((known) => known === code);

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
