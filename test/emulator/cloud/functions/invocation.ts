import { randomBytes, randomUUID } from 'node:crypto';
import type { CallRecord, Caller } from '../types';
import type { FunctionFolder } from './function-folder';

/** One run of a function, from the call to its record. */
export class Invocation {
  readonly requestId = randomUUID();
  /** `WX_API_TOKEN`: the SDK sends it with every request, so the wire knows whose request it is. */
  readonly token = `local_${randomBytes(16).toString('hex')}`;
  readonly console: CallRecord['console'][number][] = [];
  #databaseCalls = 0;
  readonly #fault = new AbortController();

  constructor(
    readonly folder: FunctionFolder,
    readonly caller: Caller,
    /** Fields of the event that WeChat filled in. */
    readonly openDataKeys: readonly string[],
    /** A fault: its worker dies at its first database call, or before it can answer. */
    readonly doomed = false,
  ) {}

  get databaseCalls(): number {
    return this.#databaseCalls;
  }

  countDatabaseCall(): void {
    this.#databaseCalls += 1;
    if (this.doomed) this.#fault.abort();
  }

  /** Fires when a doomed invocation is in the middle of its work. */
  get killed(): AbortSignal {
    return this.#fault.signal;
  }
}
