import type { CallRecord } from '../types';

const KEPT = 500;

/** The last calls of functions, for the workbench and for tests. */
export class CallLog {
  readonly #records: CallRecord[] = [];
  readonly #listeners = new Set<(record: CallRecord) => void>();

  get records(): readonly CallRecord[] {
    return this.#records;
  }

  add(record: CallRecord): void {
    this.#records.push(record);
    if (this.#records.length > KEPT) this.#records.shift();
    for (const listener of this.#listeners) listener(record);
  }

  onRecord(listener: (record: CallRecord) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  clear(): void {
    this.#records.length = 0;
  }
}
