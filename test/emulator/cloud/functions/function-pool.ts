import { executionFailed } from './failure';
import type { FunctionFolder } from './function-folder';
import { FunctionWorker, type Run, type WorkerOptions } from './function-worker';
import type { InvokeMessage } from './messages';

/** Threads of one function at once; further calls wait. CloudBase has up to 1000 instances, a laptop has not. */
const MAX_WORKERS = 16;
/** Idle threads that are kept warm. */
const MAX_IDLE = 4;

/** The instances of one function: a worker for each concurrent invocation, reused when idle. */
export class FunctionPool {
  readonly #idle: FunctionWorker[] = [];
  readonly #busy = new Set<FunctionWorker>();
  readonly #queue: { readonly resume: () => void; readonly refuse: (reason: Error) => void }[] = [];
  readonly #options: Omit<WorkerOptions, 'data'> & { readonly clock: SharedArrayBuffer };
  #retired = false;

  constructor(
    readonly folder: FunctionFolder,
    options: Omit<WorkerOptions, 'data'> & { readonly clock: SharedArrayBuffer },
  ) {
    this.#options = options;
  }

  async run(message: InvokeMessage, run: Run): Promise<string> {
    const worker = await this.#take();
    try {
      return await worker.run(message, run);
    } finally {
      this.#release(worker);
    }
  }

  get busy(): boolean {
    return this.#busy.size > 0;
  }

  /** The code changed: idle threads end now, busy ones with their invocation. */
  async retire(): Promise<void> {
    this.#retired = true;
    await Promise.all(this.#idle.splice(0).map((worker) => worker.stop()));
  }

  async stop(): Promise<void> {
    await this.retire();
    await this.endAll();
  }

  /** Ends what runs, and refuses what waits; idle threads stay for the calls to come. */
  async endAll(): Promise<void> {
    for (const { refuse } of this.#queue.splice(0)) refuse(executionFailed('the function was ended before it began'));
    await Promise.all([...this.#busy].map((worker) => worker.stop()));
  }

  async #take(): Promise<FunctionWorker> {
    while (this.#busy.size >= MAX_WORKERS) {
      await new Promise<void>((resume, refuse) => this.#queue.push({ resume, refuse }));
    }
    const worker = this.#warm() ?? this.#create();
    this.#busy.add(worker);
    return worker;
  }

  #warm(): FunctionWorker | undefined {
    for (;;) {
      const worker = this.#idle.pop();
      if (worker === undefined || worker.alive) return worker;
    }
  }

  #create(): FunctionWorker {
    const { clock, environment } = this.#options;
    return new FunctionWorker({ data: { entry: this.folder.entry, clock }, environment });
  }

  #release(worker: FunctionWorker): void {
    this.#busy.delete(worker);
    if (worker.alive && !this.#retired && this.#idle.length < MAX_IDLE) this.#idle.push(worker);
    else void worker.stop();
    this.#queue.shift()?.resume();
  }
}
