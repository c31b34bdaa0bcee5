type Step = () => void | Promise<void>;

/** What must end, in the reverse order of its beginning. Runs once; every step runs even if one before it fails. */
export class Teardown {
  readonly #steps: Step[] = [];
  #running: Promise<void> | undefined;

  get begun(): boolean {
    return this.#running !== undefined;
  }

  /** What begins while the rest ends already is ended at once. */
  async add(step: Step): Promise<void> {
    if (this.#running === undefined) this.#steps.push(step);
    else await step();
  }

  run(): Promise<void> {
    this.#running ??= this.#run();
    return this.#running;
  }

  async #run(): Promise<void> {
    const failures: unknown[] = [];
    for (const step of this.#steps.reverse()) {
      try {
        await step();
      } catch (error) {
        failures.push(error);
      }
    }
    if (failures.length > 0) throw new AggregateError(failures, 'not everything could be ended');
  }
}
