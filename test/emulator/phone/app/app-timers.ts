import type { AppThread } from '../engine/app-thread';

type Handler = (...args: unknown[]) => unknown;

/** Timers of app code: numbers as on WeChat, exceptions reported, all gone when the mini program ends. */
export class AppTimers {
  #last = 0;
  readonly #running = new Map<number, () => void>();

  constructor(readonly thread: AppThread) {}

  /** What app code sees. */
  readonly globals = {
    setTimeout: (handler: Handler, delay?: number, ...args: unknown[]): number =>
      this.#start(
        'setTimeout',
        handler,
        (run) => {
          const timer = setTimeout(run, delay);
          return () => clearTimeout(timer);
        },
        args,
        true,
      ),
    setInterval: (handler: Handler, delay?: number, ...args: unknown[]): number =>
      this.#start(
        'setInterval',
        handler,
        (run) => {
          const timer = setInterval(run, delay);
          return () => clearInterval(timer);
        },
        args,
        false,
      ),
    clearTimeout: (id?: number): void => this.#clear(id),
    clearInterval: (id?: number): void => this.#clear(id),
  };

  stop(): void {
    for (const cancel of this.#running.values()) cancel();
    this.#running.clear();
  }

  #start(
    name: string,
    handler: Handler,
    begin: (run: () => void) => () => void,
    args: unknown[],
    once: boolean,
  ): number {
    if (typeof handler !== 'function') throw new TypeError(`${name} needs a function, got ${typeof handler}`);
    const id = ++this.#last;
    const run = (): void => {
      if (once) this.#running.delete(id);
      this.thread.run(() => handler(...args));
    };
    this.#running.set(id, begin(run));
    return id;
  }

  #clear(id: number | undefined): void {
    if (id === undefined) return;
    this.#running.get(id)?.();
    this.#running.delete(id);
  }
}
