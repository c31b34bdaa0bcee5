import { maskPhones, maskText } from '../../mask-phone';
import type { CallRecord } from '../types';
import type { FunctionFailure } from './failure';
import type { Invocation } from './invocation';

const KEPT = 500;

/** The last calls of functions, for the workbench and for tests. */
export class CallLog {
  readonly #records: CallRecord[] = [];
  readonly #listeners = new Set<(record: CallRecord) => void>();

  get records(): readonly CallRecord[] {
    return this.#records;
  }

  add(record: CallRecord): void {
    this.#records.push(record);
    if (this.#records.length > KEPT) this.#records.shift();
    for (const listener of this.#listeners) listener(record);
  }

  onRecord(listener: (record: CallRecord) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  clear(): void {
    this.#records.length = 0;
  }
}

export interface Outcome {
  readonly event: unknown;
  readonly startedAt: number;
  readonly durationMs: number;
  readonly result: unknown;
  readonly failure: FunctionFailure | undefined;
}

/** Phone numbers are masked here, before anybody sees the record. */
export function recordOf(invocation: Invocation, { failure, event, result, ...times }: Outcome): CallRecord {
  return {
    requestID: invocation.requestId,
    name: invocation.folder.name,
    openid: invocation.caller.openid,
    source: invocation.caller.source,
    ...times,
    event: maskPhones(event),
    result: maskPhones(result),
    error: failure && { errCode: failure.errCode, errMsg: maskText(failure.errMsg) },
    console: invocation.console.map(({ level, text }) => ({ level, text: maskText(text) })),
    databaseCalls: invocation.databaseCalls,
  };
}
