/**
 * Plain writes and transactions, as CloudBase keeps them apart: a transaction sees the data of its start; another
 * transaction's write to a document that it wrote fails at once; a plain write waits until the transaction is over
 * (WeChat: wxcloud guide database/transaction.md).
 */
import { randomUUID } from 'node:crypto';
import { CloudError } from '../cloud-error';
import type { Database } from './database';
import type { Changes, Document, Documents } from './document';
import type { Source } from './look';
import type { Operation } from './operations';

/** A transaction that nobody ends is aborted after this time, as when its function was killed. */
const LIFETIME_MS = 30_000;

interface Transaction {
  readonly id: string;
  readonly snapshot: ReadonlyMap<string, Documents>;
  readonly writes: Map<string, Map<string, Document | undefined>>;
  readonly over: Promise<void>;
  readonly end: () => void;
}

export class Transactions {
  readonly #database: Database;
  readonly #open = new Map<string, Transaction>();
  /** Document -> the open transaction that wrote it. */
  readonly #locks = new Map<string, Transaction>();

  constructor(database: Database) {
    this.#database = database;
  }

  start(): string {
    const { promise, resolve } = promiseOf();
    const timer = setTimeout(() => this.abort(transaction.id), LIFETIME_MS);
    timer.unref();
    const transaction: Transaction = {
      id: randomUUID(),
      snapshot: this.#database.snapshot(),
      writes: new Map(),
      over: promise,
      end: () => {
        clearTimeout(timer);
        resolve();
      },
    };
    this.#open.set(transaction.id, transaction);
    return transaction.id;
  }

  /** What `look` makes of the documents as a transaction, or as everybody, sees them. */
  read<T>(collection: string, look: (source: Source) => T, transactionId?: string): T {
    if (transactionId === undefined) return look(this.#database.source(collection));
    const transaction = this.#transaction(transactionId);
    return this.#orEnd(transaction, () => look(this.#sourceOf(transaction, collection)));
  }

  write<T>(collection: string, operation: Operation<T>, transactionId?: string): Promise<T> {
    return transactionId === undefined
      ? this.#writePlain(collection, operation)
      : this.#writeIn(transactionId, collection, operation);
  }

  /** From here on it accepts nothing more; its locks are held until it is on disk, or has failed to get there. */
  async commit(transactionId: string): Promise<void> {
    const committed: Transaction[] = [];
    try {
      await this.#database.write(() => {
        const transaction = this.#transaction(transactionId);
        this.#open.delete(transactionId);
        committed.push(transaction);
        const writes = [...transaction.writes].map(([collection, changes]) => ({ collection, changes }));
        return { writes, answer: undefined };
      });
    } finally {
      for (const transaction of committed) this.#end(transaction);
    }
  }

  abort(transactionId: string): void {
    const transaction = this.#open.get(transactionId);
    if (transaction !== undefined) this.#end(transaction);
  }

  /** Aborts all that is open. */
  stop(): void {
    for (const transaction of [...this.#open.values()]) this.#end(transaction);
  }

  async #writePlain<T>(collection: string, operation: Operation<T>): Promise<T> {
    for (;;) {
      const outcome = await this.#database.write<{ readonly answer: T } | { readonly holder: Transaction }>(() => {
        const { changes, answer } = operation(this.#database.source(collection));
        const holder = [...changes.keys()].map((key) => this.#locks.get(lockOf(collection, key))).find(Boolean);
        if (holder !== undefined) return { writes: [], answer: { holder } };
        return { writes: [{ collection, changes }], answer: { answer } };
      });
      if ('answer' in outcome) return outcome.answer;
      await outcome.holder.over;
    }
  }

  /** Nothing for the disk yet, but in turn: a plain write that is on its way there must be seen as a conflict. */
  #writeIn<T>(transactionId: string, collection: string, operation: Operation<T>): Promise<T> {
    return this.#database.write(() => {
      const transaction = this.#transaction(transactionId);
      const { changes, answer } = this.#orEnd(transaction, () => {
        const done = operation(this.#sourceOf(transaction, collection));
        this.#claim(transaction, collection, done.changes);
        return done;
      });
      const writes = transaction.writes.get(collection) ?? new Map<string, Document | undefined>();
      for (const [key, document] of changes) writes.set(key, document);
      transaction.writes.set(collection, writes);
      return { writes: [], answer };
    });
  }

  /** Without indexes: a transaction reads by `_id`. */
  #sourceOf(transaction: Transaction, collection: string): Source {
    const documents = transaction.snapshot.get(collection) ?? this.#database.documents(collection);
    const writes = transaction.writes.get(collection);
    return { documents: writes === undefined ? documents : overlay(documents, writes), indexes: [] };
  }

  /** As MongoDB: the first operation that fails ends the transaction. */
  #orEnd<T>(transaction: Transaction, work: () => T): T {
    try {
      return work();
    } catch (error) {
      this.#end(transaction);
      throw error;
    }
  }

  /** Locks what is written; a document that another changed since the start is a conflict. */
  #claim(transaction: Transaction, collection: string, changes: Changes): void {
    const now = this.#database.documents(collection);
    const then = transaction.snapshot.get(collection) ?? now;
    for (const key of changes.keys()) {
      const holder = this.#locks.get(lockOf(collection, key));
      const changed = holder === undefined ? now.get(key) !== then.get(key) : holder !== transaction;
      if (changed) throw conflict();
    }
    for (const key of changes.keys()) this.#locks.set(lockOf(collection, key), transaction);
  }

  #transaction(id: string): Transaction {
    const transaction = this.#open.get(id);
    if (transaction === undefined) {
      throw new CloudError(
        'DATABASE_TRANSACTION_NOT_EXIST',
        '[ResourceNotFound.TransactionNotExist] Transaction does not exist on the server, it has been committed, aborted or timed out.',
      );
    }
    return transaction;
  }

  #end(transaction: Transaction): void {
    this.#open.delete(transaction.id);
    for (const [key, holder] of this.#locks) if (holder === transaction) this.#locks.delete(key);
    transaction.end();
  }
}

function conflict(): CloudError {
  return new CloudError(
    'DATABASE_TRANSACTION_CONFLICT',
    '[ResourceUnavailable.TransactionConflict] Transaction is conflict, maybe resource operated by others. Please check your request, but if the problem persists, contact us.',
  );
}

function overlay(documents: Documents, writes: Changes): Documents {
  const seen = new Map(documents);
  for (const [key, document] of writes) {
    if (document === undefined) seen.delete(key);
    else seen.set(key, document);
  }
  return seen;
}

function lockOf(collection: string, key: string): string {
  return `${collection}\0${key}`;
}

function promiseOf(): { readonly promise: Promise<void>; readonly resolve: () => void } {
  let resolve = (): void => undefined;
  const promise = new Promise<void>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}
