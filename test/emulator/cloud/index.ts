/** The local CloudBase: the wire of the genuine SDK, documents, files and function workers over one storage. */
import { Database } from './database/database';
import { Transactions } from './database/transactions';
import { CallLog } from './functions/call-log';
import { FunctionFailure } from './functions/failure';
import { Functions } from './functions/functions';
import type { CallRequest, Caller, CloudBase, CloudOptions } from './types';
import { databaseActions } from './wire/database-actions';
import { functionActions } from './wire/function-actions';
import { WireServer } from './wire/server';
import { transactionActions } from './wire/transaction-actions';

interface Running {
  readonly database: Database;
  readonly transactions: Transactions;
  readonly wire: WireServer;
}

export function createCloudBase(options: CloudOptions): CloudBase {
  return new LocalCloudBase(options);
}

class LocalCloudBase implements CloudBase {
  readonly #options: CloudOptions;
  readonly #log = new CallLog();
  readonly #functions: Functions;
  #running: Running | undefined;

  constructor(options: CloudOptions) {
    this.#options = options;
    const { platform, clock, env, functionRoot } = options;
    this.#functions = new Functions({
      root: functionRoot,
      env,
      platform,
      clock,
      log: this.#log,
      wireUrl: () => this.url,
    });
  }

  get url(): string {
    return this.#parts.wire.url;
  }

  get functions(): readonly string[] {
    return this.#functions.names;
  }

  get collections(): readonly string[] {
    return this.#parts.database.names;
  }

  get calls(): CloudBase['calls'] {
    return this.#log.records;
  }

  async start(): Promise<void> {
    const { storage, clock } = this.#options;
    const database = await Database.open(storage);
    const transactions = new Transactions(database);
    const now = (): number => clock.now();
    const wire = new WireServer({
      actions: {
        ...databaseActions(database, transactions, now),
        ...transactionActions(transactions),
        ...functionActions(this.#functions),
      },
      invocationOf: (token) => this.#functions.invocationOf(token),
    });
    await wire.start();
    this.#running = { database, transactions, wire };
  }

  async stop(): Promise<void> {
    const running = this.#running;
    if (running === undefined) return;
    await this.#functions.stop();
    running.transactions.stop();
    await running.wire.stop();
    this.#running = undefined;
  }

  async callFunction(caller: Caller, request: CallRequest): ReturnType<CloudBase['callFunction']> {
    try {
      return await this.#functions.call(caller, request);
    } catch (error) {
      if (!(error instanceof FunctionFailure)) throw error;
      const { errCode, errMsg } = error;
      throw Object.assign(new Error(errMsg), { errCode, errMsg });
    }
  }

  reloadFunctions(names?: readonly string[]): Promise<void> {
    return this.#functions.reload(names);
  }

  createCollection(name: string): Promise<void> {
    return this.#parts.database.create(name);
  }

  documents(collection: string): readonly unknown[] {
    return [...this.#parts.database.documents(collection).values()];
  }

  async clear(): Promise<void> {
    const { database, transactions } = this.#parts;
    transactions.stop();
    await database.clear();
  }

  onCall(listener: Parameters<CloudBase['onCall']>[0]): () => void {
    return this.#log.onRecord(listener);
  }

  get #parts(): Running {
    if (this.#running === undefined) throw new Error('the local CloudBase is not started: await start() first');
    return this.#running;
  }
}
