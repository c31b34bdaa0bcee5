/** Collections in memory, written through to the storage: a change is durable when its promise resolves. */
import type { AbstractBatchOptions } from 'abstract-level';
import type { Storage } from '../../storage';
import { CloudError } from '../cloud-error';
import type { Changes, Document, Documents } from './document';
import { parseObject, stringify } from './ejson';

/** Collection name and document key, as one key of the storage: no collection name holds a NUL. */
const SEPARATOR = '\0';
/** LevelDB's own option: return after the disk has it, so that kill -9 loses nothing that was answered. */
const DURABLE: AbstractBatchOptions<string, string> & { readonly sync: boolean } = { sync: true };

export interface CollectionChanges {
  readonly collection: string;
  readonly changes: Changes;
}

class Collection {
  #documents: Map<string, Document>;
  #shared = false;

  constructor(documents: Map<string, Document>) {
    this.#documents = documents;
  }

  get documents(): Documents {
    return this.#documents;
  }

  /** The documents as they are now; later changes leave them alone. */
  snapshot(): Documents {
    this.#shared = true;
    return this.#documents;
  }

  apply(changes: Changes): void {
    if (this.#shared) {
      this.#documents = new Map(this.#documents);
      this.#shared = false;
    }
    for (const [key, document] of changes) {
      if (document === undefined) this.#documents.delete(key);
      else this.#documents.set(key, document);
    }
  }
}

export class Database {
  readonly #collections = new Map<string, Collection>();
  readonly #names;
  readonly #documents;

  private constructor(storage: Storage) {
    this.#names = storage.sublevel(['cloud', 'collections']);
    this.#documents = storage.sublevel(['cloud', 'documents']);
  }

  static async open(storage: Storage): Promise<Database> {
    const database = new Database(storage);
    const loaded = new Map<string, Map<string, Document>>();
    for await (const name of database.#names.keys()) loaded.set(name, new Map());
    for await (const [path, text] of database.#documents.iterator()) {
      const end = path.indexOf(SEPARATOR);
      const { _id, ...fields } = parseObject(text, 0);
      loaded.get(path.slice(0, end))?.set(path.slice(end + 1), { _id, ...fields });
    }
    for (const [name, documents] of loaded) database.#collections.set(name, new Collection(documents));
    return database;
  }

  get names(): readonly string[] {
    return [...this.#collections.keys()].sort();
  }

  /** Throws CloudBase's DATABASE_COLLECTION_NOT_EXIST (-502005) for a collection that nobody created. */
  documents(name: string): Documents {
    return this.#collection(name).documents;
  }

  /** All collections as they are now; later changes leave them alone. */
  snapshot(): ReadonlyMap<string, Documents> {
    return new Map([...this.#collections].map(([name, collection]) => [name, collection.snapshot()]));
  }

  async create(name: string): Promise<void> {
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
    this.#collections.set(name, new Collection(new Map()));
    await this.#names.put(name, '', DURABLE);
  }

  /** Visible to others at once and as a whole; resolves when it is on disk. */
  async write(writes: readonly CollectionChanges[]): Promise<void> {
    const batch = this.#documents.batch();
    for (const { collection, changes } of writes) {
      this.#collection(collection).apply(changes);
      for (const [key, document] of changes) {
        const path = collection + SEPARATOR + key;
        if (document === undefined) batch.del(path);
        else batch.put(path, stringify(document));
      }
    }
    await batch.write(DURABLE);
  }

  async clear(): Promise<void> {
    this.#collections.clear();
    await this.#documents.clear();
    await this.#names.clear();
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
