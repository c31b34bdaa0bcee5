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

  constructor(
    readonly folder: FunctionFolder,
    readonly caller: Caller,
    /** Fields of the event that WeChat filled in. */
    readonly openDataKeys: readonly string[],
  ) {}

  get databaseCalls(): number {
    return this.#databaseCalls;
  }

  countDatabaseCall(): void {
    this.#databaseCalls += 1;
  }
}
