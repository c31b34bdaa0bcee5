/** Faults of one kind by name, each for the next `times` cases. */
export class FaultCount<Key, Value> {
  readonly #faults = new Map<Key, { readonly value: Value; left: number }>();

  /** Replaces what was set for this key; `times` 0 takes it back. Throws a RangeError for what is no count. */
  set(key: Key, value: Value, times: number): void {
    if (!Number.isInteger(times) || times < 0) {
      throw new RangeError(`times of a fault must be a whole number, 0 or more, got ${String(times)}`);
    }
    this.#faults.set(key, { value, left: times });
  }

  /** What waits for its next case, as it was set. */
  armed<T>(show: (key: Key, value: Value) => T): readonly (T & { readonly left: number })[] {
    const waiting = [...this.#faults].filter(([, { left }]) => left > 0);
    return waiting.map(([key, { value, left }]) => ({ ...show(key, value), left }));
  }

  clear(): void {
    this.#faults.clear();
  }

  /** What this case suffers, if anything. Counts it. */
  take(key: Key): Value | undefined {
    const fault = this.#faults.get(key);
    if (fault === undefined || fault.left <= 0) return undefined;
    fault.left -= 1;
    return fault.value;
  }

  /** {@link take} of the first key that is meant. */
  takeFirst(meant: (key: Key) => boolean): Value | undefined {
    const found = [...this.#faults].find(([key, { left }]) => left > 0 && meant(key));
    return found && this.take(found[0]);
  }
}

/** Throws a RangeError for what is no time. */
export function checkedMs(ms: number): number {
  if (!Number.isFinite(ms) || ms < 0)
    throw new RangeError(`ms of a fault must be a number, 0 or more, got ${String(ms)}`);
  return ms;
}
