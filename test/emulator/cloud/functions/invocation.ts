import { randomBytes, randomUUID } from 'node:crypto';
import type { CallRecord, Caller, DatabaseOperation, OpenApiCall } from '../types';
import type { FunctionFolder } from './function-folder';

/** How the tokens of one generation begin. */
export const tokensOf = (generation: number): string => `local_${generation}_`;

export interface InvocationOptions {
  readonly folder: FunctionFolder;
  readonly caller: Caller;
  /** Fields of the event that WeChat filled in. */
  readonly openDataKeys: readonly string[];
  /** A fault: its worker dies when this many database calls were carried out, or before it can answer. */
  readonly diesAfter?: number | undefined;
  /** How often the environment was emptied before. */
  readonly generation: number;
}

/** One run of a function, from the call to its record. */
export class Invocation {
  readonly requestId = randomUUID();
  /** `WX_API_TOKEN`: the SDK sends it with every request, so the wire knows whose request it is. */
  readonly token: string;
  readonly console: CallRecord['console'][number][] = [];
  readonly database: DatabaseOperation[] = [];
  readonly #openapi: OpenApiCall[] = [];
  readonly folder: FunctionFolder;
  readonly caller: Caller;
  readonly openDataKeys: readonly string[];
  readonly #diesAfter: number | undefined;
  readonly #fault = new AbortController();
  /** Resolves when its worker is done with it, or gone. */
  readonly ended: Promise<void>;
  #end = (): void => undefined;
  #databaseCalls = 0;
  #carriedOut = 0;
  #abandoned = false;

  constructor({ folder, caller, openDataKeys, diesAfter, generation }: InvocationOptions) {
    this.token = `${tokensOf(generation)}${randomBytes(16).toString('hex')}`;
    this.folder = folder;
    this.caller = caller;
    this.openDataKeys = openDataKeys;
    this.#diesAfter = diesAfter;
    this.ended = new Promise((resolve) => {
      this.#end = resolve;
    });
  }

  end(): void {
    this.#end();
  }

  get databaseCalls(): number {
    return this.#databaseCalls;
  }

  get openapi(): readonly OpenApiCall[] {
    return [...this.#openapi];
  }

  /** A cloud call arrived; what comes back is to be told its answer. */
  beginOpenApi(name: string): (errcode: number) => void {
    const at = this.#openapi.push({ name, errcode: undefined }) - 1;
    return (errcode) => (this.#openapi[at] = { name, errcode });
  }

  /** It dies on purpose, so it never answers. */
  get doomed(): boolean {
    return this.#diesAfter !== undefined;
  }

  /** A database call arrived. False: the function is dead by now, so nothing of it is carried out. */
  beginDatabaseCall(): boolean {
    this.#databaseCalls += 1;
    return !this.#dies();
  }

  /** It was carried out, whatever came of it. False: the function died of it, and never sees the answer. */
  endDatabaseCall(): boolean {
    this.#carriedOut += 1;
    return !this.#dies();
  }

  /** The environment is emptied: its worker dies, and nothing that it still asks for is carried out. */
  abandon(): void {
    this.#abandoned = true;
    this.#fault.abort();
  }

  get abandoned(): boolean {
    return this.#abandoned;
  }

  /** Fires when a doomed invocation is in the middle of its work, and when it is abandoned. */
  get killed(): AbortSignal {
    return this.#fault.signal;
  }

  #dies(): boolean {
    if (this.#abandoned) return true;
    if (this.#diesAfter === undefined || this.#carriedOut < this.#diesAfter) return false;
    this.#fault.abort();
    return true;
  }
}
