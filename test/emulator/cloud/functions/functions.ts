/** Calls of cloud functions: the event, the worker, the limits, the record. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Clock } from '../../clock';
import type { FunctionReply } from '../../phone/bridge';
import type { Platform } from '../../wechat/types';
import { CloudError } from '../cloud-error';
import { isRecord } from '../record';
import type { CallRequest, Caller } from '../types';
import { recordOf, refusalOf, type CallLog } from './call-log';
import { substitute } from './cloud-id';
import { Duplicates } from './duplicates';
import { callEnvironment, processEnvironment } from './environment';
import {
  environmentEmptied,
  eventTooLarge,
  executionFailed,
  FunctionFailure,
  functionNotFound,
  resultTooLarge,
  timedOut,
} from './failure';
import { FunctionFaults } from './function-faults';
import { functionNames, readFunction } from './function-folder';
import { FunctionPool } from './function-pool';
import { Invocation, tokensOf } from './invocation';

/** 100 kB of text in (docs.cloudbase.net EXCEED_MAX_PAYLOAD_SIZE), 1 MB out (-604001). */
const MAX_EVENT_BYTES = 100 * 1024;
const MAX_RESULT_BYTES = 1024 * 1024;

export interface FunctionsOptions {
  readonly root: string | undefined;
  readonly env: string;
  readonly platform: Platform;
  readonly clock: Clock;
  readonly log: CallLog;
  wireUrl(): string;
}

interface Accepted {
  readonly pool: FunctionPool;
  readonly event: Record<string, unknown>;
  /** Fields of the event that WeChat filled in. */
  readonly keys: readonly string[];
}

export class Functions {
  readonly faults = new FunctionFaults();
  readonly #options: FunctionsOptions;
  readonly #duplicates: Duplicates;
  readonly #pools = new Map<string, FunctionPool>();
  /** Pools of old code whose last invocations still run. */
  #retired: readonly FunctionPool[] = [];
  readonly #running = new Map<string, Invocation>();
  /** How often the environment was emptied: what was called before has no say after it. */
  #generation = 0;

  constructor(options: FunctionsOptions) {
    this.#options = options;
    this.#duplicates = new Duplicates(options.clock);
  }

  get names(): readonly string[] {
    return functionNames(this.#options.root);
  }

  /** Throws a CloudError for the token of a call from before the environment was emptied. */
  invocationOf(token: string | undefined): Invocation | undefined {
    if (token?.startsWith('local_') && !token.startsWith(tokensOf(this.#generation))) {
      throw new CloudError('SYS_ERR', 'the environment was emptied since this function was called');
    }
    return token === undefined ? undefined : this.#running.get(token);
  }

  /** Throws a FunctionFailure. Every call is in the log, also one that no worker ever saw. */
  async call(caller: Caller, request: CallRequest): Promise<FunctionReply> {
    const { pool, event, keys } = this.#accept(caller, request);
    const invocation = (from: FunctionPool): Invocation =>
      new Invocation({
        folder: from.folder,
        caller,
        openDataKeys: keys,
        diesAfter: this.faults.takeKill(request.name),
        generation: this.#generation,
      });
    const answer = this.#run(pool, invocation(pool), event);
    const again = this.faults.takeDuplicate(request.name);
    if (again !== undefined) {
      // Its code may be new by then.
      this.#duplicates.deliver(again, () => {
        const now = this.#pool(request.name) ?? pool;
        return this.#run(now, invocation(now), event);
      });
    }
    return answer;
  }

  async reload(names: readonly string[] | undefined): Promise<void> {
    const stale = [...this.#pools].filter(([name]) => names === undefined || names.includes(name));
    for (const [name] of stale) this.#pools.delete(name);
    const pools = stale.map(([, pool]) => pool);
    this.#retired = [...this.#retired, ...pools].filter((pool) => pool.busy);
    await Promise.all(pools.map((pool) => pool.retire()));
  }

  /** Second deliveries that wait for the clock are forgotten. */
  forgetDuplicates(): void {
    this.#duplicates.forget();
  }

  /** The environment is emptied: every call under way fails, and nothing of it is carried out any more. */
  async endAll(): Promise<void> {
    this.#generation += 1;
    this.#duplicates.forget();
    const running = [...this.#running.values()];
    for (const invocation of running) invocation.abandon();
    await Promise.all([...this.#pools.values(), ...this.#retired].map((pool) => pool.endAll()));
    await Promise.all(running.map(({ ended }) => ended));
  }

  async stop(): Promise<void> {
    this.#duplicates.forget();
    const pools = [...this.#pools.values(), ...this.#retired];
    this.#pools.clear();
    this.#retired = [];
    await Promise.all(pools.map((pool) => pool.stop()));
    await this.#duplicates.settled();
  }

  /** What is refused here is recorded here; the rest is in {@link #run}. */
  #accept(caller: Caller, request: CallRequest): Accepted {
    try {
      const pool = this.#pool(request.name);
      if (pool === undefined) throw functionNotFound();
      const bytes = Buffer.byteLength(request.data);
      if (bytes > MAX_EVENT_BYTES) throw eventTooLarge(bytes);
      return { pool, ...this.#event(caller, request) };
    } catch (error) {
      const failure = error instanceof FunctionFailure ? error : executionFailed(String(error));
      this.#options.log.add(refusalOf(caller, request, { startedAt: this.#options.clock.now(), failure }));
      throw failure;
    }
  }

  async #run(pool: FunctionPool, invocation: Invocation, event: Record<string, unknown>): Promise<FunctionReply> {
    const { clock, platform, log, env } = this.#options;
    const startedAt = clock.now();
    const started = performance.now();
    const finish = (result: unknown, failure: FunctionFailure | undefined): void => {
      log.add(recordOf(invocation, { event, startedAt, durationMs: performance.now() - started, result, failure }));
    };
    this.#running.set(invocation.token, invocation);
    try {
      const secondsLeft = await this.#hold(pool, invocation.killed);
      const text = await pool.run(
        {
          event: JSON.stringify(event),
          context: contextOf(invocation, env),
          environment: callEnvironment(invocation, platform.app.appId),
        },
        {
          log: (level, line) => invocation.console.push({ level, text: line }),
          seconds: secondsLeft,
          killed: invocation.killed,
        },
      );
      if (invocation.abandoned) throw environmentEmptied();
      if (invocation.doomed) throw executionFailed('the function was killed on purpose, before it could answer');
      if (Buffer.byteLength(text) > MAX_RESULT_BYTES) throw resultTooLarge();
      const result: unknown = JSON.parse(text);
      finish(result, undefined);
      return { result, requestID: invocation.requestId };
    } catch (error) {
      const failure = failureOf(error, invocation);
      finish(undefined, failure);
      throw failure;
    } finally {
      this.#running.delete(invocation.token);
      invocation.end();
    }
  }

  /** Holds a call that is delayed on purpose; answers the seconds that its timeout leaves. */
  async #hold({ folder }: FunctionPool, ended: AbortSignal): Promise<number> {
    const seconds = this.faults.takeDelay(folder.name) / 1000;
    await sleep(Math.min(seconds, folder.timeoutSeconds) * 1000, undefined, { signal: ended });
    if (seconds >= folder.timeoutSeconds) throw timedOut(folder.timeoutSeconds);
    return folder.timeoutSeconds - seconds;
  }

  /** The event as the function gets it: CloudIDs replaced, what CloudBase adds to a user's call added. */
  #event(caller: Caller, request: CallRequest): { event: Record<string, unknown>; keys: readonly string[] } {
    const sent: unknown = JSON.parse(request.data === '' ? '{}' : request.data);
    const data = isRecord(sent) ? sent : {};
    if (caller.openid === undefined) return { event: data, keys: [] };
    const { platform } = this.#options;
    const { event, keys } = substitute(data, request.cloudIDs ?? {}, caller.openid, platform);
    const userInfo = { appId: platform.app.appId, openId: caller.openid };
    return { event: { ...event, tcbContext: {}, userInfo }, keys };
  }

  #pool(name: string): FunctionPool | undefined {
    const present = this.#pools.get(name);
    if (present !== undefined) return present;
    const folder = readFunction(this.#options.root, name);
    if (folder === undefined) return undefined;
    const environment = processEnvironment(this.#options.wireUrl(), this.#options.env);
    const pool = new FunctionPool(folder, { environment, clock: this.#options.clock.shared });
    this.#pools.set(name, pool);
    return pool;
  }
}

function failureOf(error: unknown, { abandoned }: Invocation): FunctionFailure {
  if (abandoned) return environmentEmptied();
  return error instanceof FunctionFailure ? error : executionFailed(String(error));
}

/** The second argument of `main`, as SCF gives it. */
function contextOf(invocation: Invocation, env: string): Readonly<Record<string, unknown>> {
  return {
    callbackWaitsForEmptyEventLoop: true,
    memory_limit_in_mb: 256,
    time_limit_in_ms: invocation.folder.timeoutSeconds * 1000,
    request_id: invocation.requestId,
    function_version: '$LATEST',
    function_name: invocation.folder.name,
    namespace: env,
  };
}
