import { randomUUID } from 'node:crypto';
import { maskPhones, maskText } from '../../mask-phone';
import type { Caller, CallRecord, CallRequest } from '../types';
import type { FunctionFailure } from './failure';
import type { Invocation } from './invocation';

const KEPT = 500;
/** Characters that are kept of an event that was refused. */
const SHOWN = 1000;

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
    examined: invocation.database.reduce((sum, { examined }) => sum + examined, 0),
    database: [...invocation.database],
    openapi: invocation.openapi,
  };
}

export interface Refusal {
  readonly startedAt: number;
  readonly failure: FunctionFailure;
}

/** A call that ended before any worker saw it. */
export function refusalOf(caller: Caller, { name, data }: CallRequest, { startedAt, failure }: Refusal): CallRecord {
  const { errCode, errMsg } = failure;
  return {
    requestID: randomUUID(),
    name,
    openid: caller.openid,
    source: caller.source,
    startedAt,
    durationMs: 0,
    event: maskPhones(shown(data)),
    result: undefined,
    error: { errCode, errMsg: maskText(errMsg) },
    console: [],
    databaseCalls: 0,
    examined: 0,
    database: [],
    openapi: [],
  };
}

/** The event as it was sent; its beginning where it is too large to keep, its text where it is not JSON. */
function shown(data: string): unknown {
  if (data.length > SHOWN) return `${data.slice(0, SHOWN)}…`;
  try {
    return JSON.parse(data === '' ? '{}' : data) as unknown;
  } catch (error) {
    if (error instanceof SyntaxError) return data;
    throw error;
  }
}
