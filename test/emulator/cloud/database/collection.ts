import type { Changes, Document, Documents } from './document';

/** One collection in memory; whoever took a snapshot keeps what it saw. */
export class Collection {
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
