import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { executionFailed, timedOut } from './failure';
import type { InvokeMessage, WorkerData, WorkerMessage } from './messages';

/** SCF gives loading its own time (its initialization timeout, default 65 s); the function's starts after it. */
const LOAD_SECONDS = 65;
/** Default memory of a function: 256 MB. */
const MEMORY_MB = 256;

export interface WorkerOptions {
  readonly data: WorkerData;
  readonly environment: Readonly<Record<string, string>>;
}

/** How one invocation runs. */
export interface Run {
  readonly log: Log;
  /** Its time; the thread ends when it is over. */
  readonly seconds: number;
  /** Ends the thread in the middle. */
  readonly killed: AbortSignal;
}

export type Log = (level: string, text: string) => void;

/** One instance of a function: a thread with an environment of its own that runs one invocation at a time. */
export class FunctionWorker {
  readonly #worker: Worker;
  #settle: ((outcome: WorkerMessage | Error) => void) | undefined;
  #log: Log = () => undefined;
  #loaded: Promise<WorkerMessage> | undefined;
  #alive = true;

  constructor({ data, environment }: WorkerOptions) {
    this.#worker = new Worker(path.join(__dirname, 'worker.cjs'), {
      workerData: data,
      env: { ...environment },
      // Not the emulator's own: its TypeScript loader has no business in a cloud function.
      execArgv: [],
      // What the function prints comes as messages; nothing of it reaches the emulator's own output.
      stdout: true,
      stderr: true,
      resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
    });
    this.#worker.on('message', (message: WorkerMessage) => this.#receive(message));
    this.#worker.on('error', (error) => this.#end(executionFailed(error.stack ?? String(error))));
    this.#worker.on('exit', (code) =>
      this.#end(executionFailed(`the function ended its process with exit code ${code}`)),
    );
    // An idle worker does not keep the emulator alive.
    this.#worker.unref();
  }

  /** False once the thread is gone: it cannot be used again. */
  get alive(): boolean {
    return this.#alive;
  }

  /** JSON text of the result; throws a FunctionFailure. Ends the thread where the time is over. */
  async run(message: InvokeMessage, { log, seconds, killed }: Run): Promise<string> {
    if (killed.aborted) throw executionFailed('the function ended before it began');
    this.#log = log;
    const kill = (): void => void this.stop();
    killed.addEventListener('abort', kill);
    try {
      this.#loaded ??= this.#outcome(LOAD_SECONDS);
      const loaded = await this.#loaded;
      if (loaded.kind === 'failed') {
        await this.stop();
        throw executionFailed(loaded.stack);
      }
      const outcome = this.#outcome(seconds);
      this.#worker.postMessage(message);
      const done = await outcome;
      if (done.kind !== 'done') throw executionFailed(done.kind === 'failed' ? done.stack : `unexpected ${done.kind}`);
      return done.result;
    } finally {
      killed.removeEventListener('abort', kill);
      this.#log = () => undefined;
    }
  }

  async stop(): Promise<void> {
    this.#alive = false;
    await this.#worker.terminate();
  }

  #outcome(seconds: number): Promise<WorkerMessage> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        void this.stop();
        this.#settle?.(timedOut(seconds));
      }, seconds * 1000);
      this.#settle = (outcome) => {
        clearTimeout(timer);
        this.#settle = undefined;
        if (outcome instanceof Error) reject(outcome);
        else resolve(outcome);
      };
    });
  }

  #receive(message: WorkerMessage): void {
    if (message.kind === 'console') this.#log(message.level, message.text);
    else this.#settle?.(message);
  }

  #end(error: Error): void {
    this.#alive = false;
    this.#settle?.(error);
  }
}
