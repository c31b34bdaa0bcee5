import type { DeclaredIndex } from '../types';
import type { Changes, Document, Documents } from './document';
import { OrderedIndex } from './indexes/ordered-index';
import { ID_INDEX, type Source } from './look';

const BY_ID: DeclaredIndex = { name: ID_INDEX, fields: [{ field: '_id', direction: 'ascending' }] };

/** One collection in memory, with its indexes; whoever took a snapshot keeps what it saw. */
export class Collection {
  #documents: Map<string, Document>;
  readonly #indexes: readonly OrderedIndex[];
  #shared = false;

  constructor(documents: Map<string, Document>, indexes: readonly DeclaredIndex[]) {
    this.#documents = documents;
    this.#indexes = [BY_ID, ...indexes].map((index) => new OrderedIndex(index, documents));
  }

  get documents(): Documents {
    return this.#documents;
  }

  /** The documents and indexes of now: for a query that ends before anything changes. */
  get source(): Source {
    return { documents: this.#documents, indexes: this.#indexes };
  }

  /** The documents as they are now; later changes leave them alone. */
  snapshot(): Documents {
    this.#shared = true;
    return this.#documents;
  }

  /** Throws where an index cannot hold a document; changes nothing. */
  check(changes: Changes): void {
    for (const index of this.#indexes) index.check(changes);
  }

  apply(changes: Changes): void {
    if (this.#shared) {
      this.#documents = new Map(this.#documents);
      this.#shared = false;
    }
    for (const [key, document] of changes) {
      const before = this.#documents.get(key);
      for (const index of this.#indexes) index.replace(key, before, document);
      if (document === undefined) this.#documents.delete(key);
      else this.#documents.set(key, document);
    }
  }
}
