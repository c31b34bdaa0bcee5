/** What tests and the workbench break on purpose in calls of functions. */
interface Delay {
  readonly ms: number;
  left: number;
}

export class FunctionFaults {
  readonly #kills = new Map<string, number>();
  readonly #delays = new Map<string, Delay>();

  killFunction(name: string, times: number): void {
    this.#kills.set(name, times);
  }

  delayFunction(name: string, ms: number, times: number): void {
    this.#delays.set(name, { ms, left: times });
  }

  clear(): void {
    this.#kills.clear();
    this.#delays.clear();
  }

  /** Whether this call of the function dies in the middle. Counts it. */
  takeKill(name: string): boolean {
    const left = this.#kills.get(name) ?? 0;
    if (left > 0) this.#kills.set(name, left - 1);
    return left > 0;
  }

  /** ms for which this call is held. Counts it. */
  takeDelay(name: string): number {
    const delay = this.#delays.get(name);
    if (delay === undefined || delay.left <= 0) return 0;
    delay.left -= 1;
    return delay.ms;
  }
}
