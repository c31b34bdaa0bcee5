/** The local CloudBase: the wire of the genuine SDK, documents, files and function workers over one storage. */
import { Database } from './database/database';
import { Transactions } from './database/transactions';
import { Files } from './files/files';
import { CallLog } from './functions/call-log';
import { FunctionFailure } from './functions/failure';
import { Functions } from './functions/functions';
import { OpenApi } from './openapi/openapi';
import type { CallRequest, Caller, CloudBase, CloudOptions } from './types';
import { databaseActions } from './wire/database-actions';
import { mountFiles } from './wire/file-routes';
import { functionActions } from './wire/function-actions';
import { WireServer } from './wire/server';
import { storageActions } from './wire/storage-actions';
import { transactionActions } from './wire/transaction-actions';

interface Running {
  readonly database: Database;
  readonly transactions: Transactions;
  readonly files: Files;
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

  get faults(): CloudBase['faults'] {
    return this.#functions.faults;
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
    const { storage, clock, env, platform, openapi } = this.#options;
    const database = await Database.open(storage);
    const transactions = new Transactions(database);
    const files = new Files(storage, env, clock);
    const now = (): number => clock.now();
    const wire = new WireServer({
      actions: {
        ...databaseActions(database, transactions, now),
        ...transactionActions(transactions),
        ...functionActions(this.#functions),
        ...storageActions(files, () => this.url),
      },
      openapi: new OpenApi(platform, openapi ?? {}),
      mount: (app) => mountFiles(app, files),
      invocationOf: (token) => this.#functions.invocationOf(token),
    });
    await wire.start();
    this.#running = { database, transactions, files, wire };
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
    const { database, transactions, files } = this.#parts;
    transactions.stop();
    await database.clear();
    await files.clear();
  }

  onCall(listener: Parameters<CloudBase['onCall']>[0]): () => void {
    return this.#log.onRecord(listener);
  }

  get #parts(): Running {
    if (this.#running === undefined) throw new Error('the local CloudBase is not started: await start() first');
    return this.#running;
  }
}
