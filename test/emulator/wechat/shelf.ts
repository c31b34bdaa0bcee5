import type { Storage } from '../storage';

interface Level<T> {
  clear(): Promise<void>;
  put(key: string, value: T): Promise<void>;
  del(key: string): Promise<void>;
}

/** A sublevel held in memory and written through: reads answer at once, a write resolves when storage has it. */
export class Shelf<T> {
  readonly #level: Level<T>;
  readonly #entries: Map<string, T>;
  /** Writes are queued: two to one key must arrive in their order. */
  #tail: Promise<unknown> = Promise.resolve();

  private constructor(level: Level<T>, entries: Map<string, T>) {
    this.#level = level;
    this.#entries = entries;
  }

  static async open<T>(storage: Storage, name: string): Promise<Shelf<T>> {
    const level = storage.sublevel<string, T>(name, { valueEncoding: 'json' });
    const entries = new Map<string, T>();
    for await (const [key, value] of level.iterator()) entries.set(key, value);
    return new Shelf<T>(level, entries);
  }

  get size(): number {
    return this.#entries.size;
  }

  get(key: string): T | undefined {
    return this.#entries.get(key);
  }

  /** In the order of their writing; after a restart, of their keys. */
  entries(): readonly (readonly [string, T])[] {
    return [...this.#entries];
  }

  async set(key: string, value: T): Promise<void> {
    this.#entries.set(key, value);
    await this.#queue(() => this.#level.put(key, value));
  }

  async delete(key: string): Promise<void> {
    this.#entries.delete(key);
    await this.#queue(() => this.#level.del(key));
  }

  async clear(): Promise<void> {
    this.#entries.clear();
    await this.#queue(() => this.#level.clear());
  }

  #queue(write: () => Promise<void>): Promise<void> {
    const done = this.#tail.then(write, write);
    this.#tail = done;
    return done;
  }
}
