/** The local CloudBase: the wire of the genuine SDK, documents, files and function workers over one storage. */
import type { PushMessage } from '../wechat/content/types';
import { Database } from './database/database';
import { Transactions } from './database/transactions';
import { createClientFiles } from './files/client-files';
import { Files } from './files/files';
import { CallLog } from './functions/call-log';
import { FunctionFailure } from './functions/failure';
import { Functions } from './functions/functions';
import { Timers } from './functions/timers';
import { OpenApiFaults } from './openapi/open-api-faults';
import { OpenApi } from './openapi/openapi';
import { wechatCalls } from './openapi/wechat-calls';
import type { CallRequest, Caller, ClientFiles, CloudBase, CloudOptions } from './types';
import { databaseActions } from './wire/database-actions';
import { DatabaseFaults } from './wire/database-faults';
import { mountFiles } from './wire/file-routes';
import { functionActions } from './wire/function-actions';
import { WireServer } from './wire/server';
import { storageActions } from './wire/storage-actions';
import { transactionActions } from './wire/transaction-actions';

interface Running {
  readonly database: Database;
  readonly transactions: Transactions;
  readonly files: Files;
  readonly clientFiles: ClientFiles;
  readonly wire: WireServer;
  /** WeChat's pushes do not reach this environment any more. */
  readonly endPushes: () => void;
}

export function createCloudBase(options: CloudOptions): CloudBase {
  return new LocalCloudBase(options);
}

class LocalCloudBase implements CloudBase {
  readonly #options: CloudOptions;
  readonly #log = new CallLog();
  readonly #functions: Functions;
  readonly #timers: Timers;
  readonly #databaseFaults = new DatabaseFaults();
  readonly #openApiFaults = new OpenApiFaults();
  /** Pushes of WeChat's that are not answered yet. */
  readonly #pushes = new Set<Promise<unknown>>();
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
    this.#timers = new Timers({
      root: functionRoot,
      clock,
      running: options.timers ?? true,
      call: (caller, request) => this.#functions.call(caller, request),
    });
  }

  get url(): string {
    return this.#parts.wire.url;
  }

  get faults(): CloudBase['faults'] {
    const calls = this.#functions.faults;
    const database = this.#databaseFaults;
    const openApi = this.#openApiFaults;
    return {
      killFunction: (name, times, how) => calls.killFunction(name, times, how),
      delayFunction: (name, ms, times) => calls.delayFunction(name, ms, times),
      duplicateCall: (name, times, how) => calls.duplicateCall(name, times, how),
      delayDatabase: (ms, times) => database.delayDatabase(ms, times),
      loseAnswer: (which, times) => database.loseAnswer(which, times),
      databaseBusy: (times) => database.databaseBusy(times),
      failOpenApi: (name, errcode, times) => openApi.failOpenApi(name, errcode, times),
      delayOpenApi: (name, ms, times, when) => openApi.delayOpenApi(name, ms, times, when),
      get armed() {
        return [...calls.armed, ...database.armed, ...openApi.armed];
      },
      clear: () => {
        calls.clear();
        database.clear();
        openApi.clear();
        this.#functions.forgetDuplicates();
      },
    };
  }

  get timers(): CloudBase['timers'] {
    return this.#timers.list;
  }

  get functions(): readonly string[] {
    return this.#functions.names;
  }

  get files(): CloudBase['files'] {
    return this.#parts.clientFiles;
  }

  get collections(): readonly string[] {
    return this.#parts.database.names;
  }

  get calls(): CloudBase['calls'] {
    return this.#log.records;
  }

  async start(): Promise<void> {
    const { storage, clock, env, platform, openapi, pushReceiver, indexes } = this.#options;
    const database = await Database.open(storage, indexes);
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
      openapi: new OpenApi(platform, { ...wechatCalls(platform, clock), ...openapi }, this.#openApiFaults),
      databaseFaults: this.#databaseFaults,
      mount: (app) => mountFiles(app, files),
      invocationOf: (token) => this.#functions.invocationOf(token),
    });
    this.#timers.load();
    await wire.start();
    const endPushes =
      pushReceiver === undefined ? () => undefined : platform.onPush((push) => this.#receive(pushReceiver, push));
    const clientFiles = createClientFiles(files, () => this.url);
    this.#running = { database, transactions, files, clientFiles, wire, endPushes };
  }

  async stop(): Promise<void> {
    const running = this.#running;
    if (running === undefined) return;
    running.endPushes();
    await Promise.all([this.#timers.stop(), this.#functions.stop()]);
    await Promise.allSettled(this.#pushes);
    running.transactions.stop();
    await running.wire.stop();
    this.#running = undefined;
  }

  callFunction(caller: Caller, request: CallRequest): ReturnType<CloudBase['callFunction']> {
    return asCaller(this.#functions.call(caller, request));
  }

  async fireTimer(name: string): ReturnType<CloudBase['fireTimer']> {
    return asCaller(this.#timers.fire(name));
  }

  async reloadFunctions(names?: readonly string[]): Promise<void> {
    await this.#functions.reload(names);
    this.#timers.load();
  }

  createCollection(name: string): Promise<void> {
    return this.#parts.database.create(name);
  }

  documents(collection: string): readonly unknown[] {
    return [...this.#parts.database.documents(collection).values()];
  }

  endCalls(): Promise<void> {
    return this.#functions.endAll();
  }

  async clear(): Promise<void> {
    await this.endCalls();
    const { database, transactions, files } = this.#parts;
    transactions.stop();
    await database.clear();
    await files.clear();
  }

  onCall(listener: Parameters<CloudBase['onCall']>[0]): () => void {
    return this.#log.onRecord(listener);
  }

  /**
   * WeChat calls the function that receives its pushes: without a user, and not as the console does. UNCONFIRMED which
   * SOURCE it has then; `wx_unknown` stands for a call of WeChat's that has no name of its own.
   */
  async #receive(name: string, push: PushMessage): Promise<void> {
    const call = this.callFunction({ source: 'wx_unknown' }, { name, data: JSON.stringify(push) });
    this.#pushes.add(call);
    try {
      await call;
    } finally {
      this.#pushes.delete(call);
    }
  }

  get #parts(): Running {
    if (this.#running === undefined) throw new Error('the local CloudBase is not started: await start() first');
    return this.#running;
  }
}

/** A function's failure as `wx.cloud.callFunction` reports it. */
async function asCaller<T>(reply: Promise<T>): Promise<T> {
  try {
    return await reply;
  } catch (error) {
    if (!(error instanceof FunctionFailure)) throw error;
    const { errCode, errMsg } = error;
    throw Object.assign(new Error(errMsg), { errCode, errMsg });
  }
}
