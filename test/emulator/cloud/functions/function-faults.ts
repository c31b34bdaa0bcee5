import { checkedMs, FaultCount } from '../fault-count';
import type { ArmedFault } from '../types';

/** What tests and the workbench break on purpose in calls of functions; each by the function's name. */
export class FunctionFaults {
  readonly #kills = new FaultCount<string, number>();
  readonly #delays = new FaultCount<string, number>();
  readonly #duplicates = new FaultCount<string, number>();

  killFunction(name: string, times: number, { afterDatabaseCalls = 1 }: { afterDatabaseCalls?: number } = {}): void {
    if (!Number.isInteger(afterDatabaseCalls) || afterDatabaseCalls < 0) {
      throw new RangeError(`afterDatabaseCalls must be a whole number, 0 or more, got ${String(afterDatabaseCalls)}`);
    }
    this.#kills.set(name, afterDatabaseCalls, times);
  }

  delayFunction(name: string, ms: number, times: number): void {
    this.#delays.set(name, checkedMs(ms), times);
  }

  duplicateCall(name: string, times: number, { afterMs = 0 }: { afterMs?: number } = {}): void {
    this.#duplicates.set(name, checkedMs(afterMs), times);
  }

  get armed(): readonly ArmedFault[] {
    return [
      ...this.#kills.armed((name, afterDatabaseCalls) => ({ kind: 'killFunction' as const, name, afterDatabaseCalls })),
      ...this.#delays.armed((name, ms) => ({ kind: 'delayFunction' as const, name, ms })),
      ...this.#duplicates.armed((name, afterMs) => ({ kind: 'duplicateCall' as const, name, afterMs })),
    ];
  }

  clear(): void {
    this.#kills.clear();
    this.#delays.clear();
    this.#duplicates.clear();
  }

  /** After how many database calls this call of the function dies; undefined: it lives. Counts it. */
  takeKill(name: string): number | undefined {
    return this.#kills.take(name);
  }

  /** ms for which this call is held. Counts it. */
  takeDelay(name: string): number {
    return this.#delays.take(name) ?? 0;
  }

  /** ms of the moved clock after which this call is delivered again; undefined: it is not. Counts it. */
  takeDuplicate(name: string): number | undefined {
    return this.#duplicates.take(name);
  }
}
