/**
 * Collections in memory over the storage. Changes happen one after the other: each is decided on what the earlier ones
 * left, goes to disk as one batch, and is seen in memory only then. What cannot be written changes nothing and rejects.
 */
import type { AbstractBatchOptions } from 'abstract-level';
import type { Storage } from '../../storage';
import { CloudError } from '../cloud-error';
import type { DeclaredIndexes } from '../types';
import { Collection } from './collection';
import type { Changes, Document, Documents } from './document';
import { parseObject, stringify } from './ejson';
import { checkIndexes } from './indexes/check-indexes';
import type { Source } from './look';

/** Collection name and document key, as one key of the storage: no collection name holds a NUL. */
const SEPARATOR = '\0';
/** LevelDB's own option: return after the disk has it, so that kill -9 loses nothing that was answered. */
const DURABLE: AbstractBatchOptions<string, string> & { readonly sync: boolean } = { sync: true };

export interface CollectionChanges {
  readonly collection: string;
  readonly changes: Changes;
}

/** What a change writes, and what its caller is told once that is on disk. */
export interface Decision<T> {
  readonly writes: readonly CollectionChanges[];
  readonly answer: T;
}

export class Database {
  readonly #collections = new Map<string, Collection>();
  readonly #storage: Storage;
  readonly #indexes: DeclaredIndexes;
  readonly #names;
  readonly #documents;
  /** The end of the queue of changes. */
  #tail: Promise<unknown> = Promise.resolve();

  private constructor(storage: Storage, indexes: DeclaredIndexes) {
    this.#storage = storage;
    this.#indexes = indexes;
    this.#names = storage.sublevel(['cloud', 'collections']);
    this.#documents = storage.sublevel(['cloud', 'documents']);
  }

  /** Rejects with a TypeError for an index that cannot be, and where a stored document cannot be indexed. */
  static async open(storage: Storage, indexes: DeclaredIndexes = {}): Promise<Database> {
    checkIndexes(indexes);
    const database = new Database(storage, indexes);
    const loaded = new Map<string, Map<string, Document>>();
    for await (const name of database.#names.keys()) loaded.set(name, new Map());
    for await (const [path, text] of database.#documents.iterator()) {
      const end = path.indexOf(SEPARATOR);
      const { _id, ...fields } = parseObject(text, 0);
      loaded.get(path.slice(0, end))?.set(path.slice(end + 1), { _id, ...fields });
    }
    for (const [name, documents] of loaded) database.#collections.set(name, database.#made(name, documents));
    return database;
  }

  get names(): readonly string[] {
    return [...this.#collections.keys()].sort();
  }

  /** Throws CloudBase's DATABASE_COLLECTION_NOT_EXIST (-502005) for a collection that nobody created. */
  documents(name: string): Documents {
    return this.#collection(name).documents;
  }

  /** {@link documents} with their indexes: for a query that ends before anything changes. */
  source(name: string): Source {
    return this.#collection(name).source;
  }

  /** All collections as they are now; later changes leave them alone. */
  snapshot(): ReadonlyMap<string, Documents> {
    return new Map([...this.#collections].map(([name, collection]) => [name, collection.snapshot()]));
  }

  create(name: string): Promise<void> {
    return this.#queued(async () => {
      if (!/^[A-Za-z][\w.-]{0,63}$/.test(name)) {
        throw new CloudError(
          'INVALID_PARAM',
          `Invalid collection name: ${name}. It starts with a letter, then letters, digits, _ and -.`,
        );
      }
      if (this.#collections.has(name)) {
        throw new CloudError(
          'DATABASE_REQUEST_FAILED',
          `[ResourceExist] Table exist: ${name}. Please check your request.`,
        );
      }
      await this.#names.put(name, '', DURABLE);
      this.#collections.set(name, this.#made(name, new Map()));
    });
  }

  /**
   * A change as a whole: `decide` sees what all earlier changes left, and nothing changes until its own is on disk.
   * Rejects with what `decide` throws, or with the storage's error; either way nothing has changed.
   */
  write<T>(decide: () => Decision<T>): Promise<T> {
    return this.#queued(async () => {
      const { writes, answer } = decide();
      const changed = writes.map(({ collection, changes }) => ({ target: this.#collection(collection), changes }));
      const batch = writes.flatMap(({ collection, changes }) =>
        [...changes].map(([key, document]) =>
          document === undefined ? this.#removal(collection, key) : this.#entry(collection, key, document),
        ),
      );
      for (const { target, changes: wanted } of changed) target.check(wanted);
      if (batch.length > 0) await this.#storage.batch(batch, DURABLE);
      for (const { target, changes } of changed) target.apply(changes);
      return answer;
    });
  }

  /** Everything gone, in one batch. */
  clear(): Promise<void> {
    return this.#queued(async () => {
      const batch = [...this.#collections].flatMap(([name, { documents }]) => [
        { type: 'del' as const, sublevel: this.#names, key: name },
        ...[...documents.keys()].map((key) => this.#removal(name, key)),
      ]);
      await this.#storage.batch(batch, DURABLE);
      this.#collections.clear();
    });
  }

  #made(name: string, documents: Map<string, Document>): Collection {
    return new Collection(documents, this.#indexes[name] ?? []);
  }

  #entry(collection: string, key: string, document: Document) {
    const value = stringify(document);
    return { type: 'put' as const, sublevel: this.#documents, key: collection + SEPARATOR + key, value };
  }

  #removal(collection: string, key: string) {
    return { type: 'del' as const, sublevel: this.#documents, key: collection + SEPARATOR + key };
  }

  #queued<T>(change: () => Promise<T>): Promise<T> {
    const done = this.#tail.then(change, change);
    this.#tail = done;
    return done;
  }

  #collection(name: string): Collection {
    const collection = this.#collections.get(name);
    if (collection === undefined) {
      throw new CloudError(
        'DATABASE_COLLECTION_NOT_EXIST',
        `[ResourceNotFound] Db or Table not exist: ${name}. Please check your request, but if the problem persists, contact us.`,
      );
    }
    return collection;
  }
}
