/** The document database in the few words that the stores need. */
import { database } from './sdk';
import { sdkFailure } from './sdk-failure';

export interface StoredDocument {
  readonly _id: string;
}

/** `_.lte`, `_.set` and the other operators for conditions and patches. */
export const command = database.command;

/** What a count of turns must be for this turn to be next: before the first there is no count. */
export const inTurn = (turn: number): unknown => (turn === 0 ? command.exists(false) : turn);

/** One collection. Every method is one call of the database and rejects as the SDK does. */
export class Collection<Document extends StoredDocument> {
  constructor(
    readonly name: string,
    private readonly parse: (value: unknown) => Document,
  ) {}

  /** The document with this `_id`, or undefined. */
  async find(id: string): Promise<Document | undefined> {
    const result = (await database.collection(this.name).doc(id).get()) as { readonly data: unknown } | undefined;
    return result?.data == null ? undefined : this.parse(result.data);
  }

  /** Adds a document unless its `_id` is taken. */
  async add(document: Document): Promise<'added' | 'taken'> {
    try {
      await database.collection(this.name).add({ data: document });
      return 'added';
    } catch (error) {
      if (isDuplicateKey(error)) return 'taken';
      throw error;
    }
  }

  /**
   * Patches the document with this `_id` if it also meets `condition`, in one atomic step.
   * False where none met it; perhaps also where the patch changed nothing: CloudBase counts `updated` documents.
   */
  async updateIf(id: string, condition: Condition, patch: Readonly<Record<string, unknown>>): Promise<boolean> {
    return (await this.updateAll({ ...condition, _id: id }, patch)) > 0;
  }

  /** Patches whatever meets `condition`, each in one atomic step. Answers how many are different now. */
  async updateAll(condition: Condition, patch: Readonly<Record<string, unknown>>): Promise<number> {
    const query = database.collection(this.name).where({ ...condition });
    const result = (await query.update({ data: { ...patch } })) as { readonly stats: { readonly updated: number } };
    return result.stats.updated;
  }

  /** Removes the document with this `_id` if it also meets `condition`, in one atomic step. Says whether it did. */
  async removeIf(id: string, condition: Condition = {}): Promise<boolean> {
    return (await this.removeAll({ ...condition, _id: id })) > 0;
  }

  /** Removes whatever meets `condition`. Answers how many there were. */
  async removeAll(condition: Condition): Promise<number> {
    const query = database.collection(this.name).where({ ...condition });
    const result = (await query.remove()) as { readonly stats: { readonly removed: number } };
    return result.stats.removed;
  }

  /** How many documents meet `condition`. */
  async count(condition: Condition): Promise<number> {
    const query = database.collection(this.name).where({ ...condition });
    return ((await query.count()) as { readonly total: number }).total;
  }

  /** The documents that meet `condition`, at most `limit` (1000 is the SDK's most), in the order of one field if asked. */
  list(condition: Condition, limit: number, order?: Order): Promise<readonly Document[]> {
    return this.listPart({ fields: [], parse: this.parse }, condition, limit, order);
  }

  /** The same of some fields alone: documents may be large, and a query answers 1 MB at most (-602001). */
  async listPart<T>(part: Part<T>, condition: Condition, limit: number, order?: Order): Promise<readonly T[]> {
    const query = database.collection(this.name).where({ ...condition });
    const ordered = order === undefined ? query : query.orderBy(order.by, order.direction);
    const wanted = part.fields.length === 0 ? ordered : ordered.field(projection(part.fields));
    const result = (await wanted.limit(limit).get()) as { readonly data: readonly unknown[] };
    return result.data.map((document) => part.parse(document));
  }
}

/** Some fields of a document; none named: all of them. */
export interface Part<T> {
  readonly fields: readonly string[];
  readonly parse: (value: unknown) => T;
}

const projection = (fields: readonly string[]): Record<string, boolean> =>
  Object.fromEntries(fields.map((field) => [field, true]));

export interface Order {
  readonly by: string;
  readonly direction: 'asc' | 'desc';
}

/** Fields and what they must be: values, or operators of {@link command}. A dotted name is a field of a field. */
export type Condition = Readonly<Record<string, unknown>>;

/** The SDK gives -501001 or -502001 for it, depending on the server: the text is what can be relied on. */
export function isDuplicateKey(error: unknown): boolean {
  return /E11000|DATABASE_DUPLICATE_WRITE|duplicate key/i.test(sdkFailure(error).errMsg);
}
