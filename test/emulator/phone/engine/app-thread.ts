/**
 * Where app code runs: WeChat has a thread of its own for it. What comes from the view waits in line and runs later;
 * what app code throws is reported and goes no further.
 */
export class AppThread {
  #waiting: (() => void)[] = [];
  #stopped = false;

  constructor(readonly reportError: (error: unknown) => void) {}

  /** Runs `task` after what is running now, in order. */
  post(task: () => void): void {
    this.#waiting.push(task);
    if (this.#waiting.length === 1) setTimeout(() => this.#drain(), 0);
  }

  /** Runs app code now; undefined if it throws. A promise that it returns is not waited for. */
  run<T>(task: () => T): T | undefined {
    try {
      return task();
    } catch (error) {
      this.reportError(error);
      return undefined;
    }
  }

  /** Nothing that waits, or is posted later, runs any more. */
  stop(): void {
    this.#stopped = true;
    this.#waiting = [];
  }

  #drain(): void {
    const tasks = this.#waiting;
    this.#waiting = [];
    for (const task of tasks) if (!this.#stopped) this.run(task);
  }
}
