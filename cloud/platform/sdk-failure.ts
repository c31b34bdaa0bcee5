import { CallError } from '../contract/call-error';

/** What the SDK rejects with: its own errors carry both, others may carry neither. */
export interface SdkFailure {
  readonly errCode: number | undefined;
  readonly errMsg: string;
}

/** Reads whatever was thrown by the SDK. */
export function sdkFailure(thrown: unknown): SdkFailure {
  if (typeof thrown !== 'object' || thrown === null) return { errCode: undefined, errMsg: '' };
  const { errCode, errMsg, message } = thrown as { errCode?: unknown; errMsg?: unknown; message?: unknown };
  const text = typeof errMsg === 'string' ? errMsg : message;
  return {
    errCode: typeof errCode === 'number' ? errCode : undefined,
    errMsg: typeof text === 'string' ? text : '',
  };
}

/** The code alone goes out: the text of a database error may name the document, and so the person. */
export function toCallError(thrown: unknown): CallError {
  if (thrown instanceof CallError) return thrown;
  const { errCode, errMsg } = sdkFailure(thrown);
  if (errCode === -502005 || errMsg.includes('-502005')) {
    return new CallError('internal', 'A collection is missing (-502005): call the function setup once.', {
      cause: thrown,
    });
  }
  const detail = errCode === undefined ? '' : ` (errCode ${errCode})`;
  return new CallError('internal', `The function failed${detail}: its log says where.`, { cause: thrown });
}
