import type { DeclaredIndex } from '../../types';
import type { Changes, Document, Documents } from '../document';
import { compareValues, keysOf, type Key } from './key';

interface Entry {
  readonly key: Key;
  /** {@link keyOf} the document's `_id`. */
  readonly id: string;
}

/** Where entries are, seen from a place in the index: before it (negative), in it (0), after it (positive). */
export type Locate = (key: Key) => number;

/** One index of a collection: its entries in order, found by halving. */
export class OrderedIndex {
  readonly name: string;
  readonly fields: DeclaredIndex['fields'];
  readonly #paths: readonly (readonly string[])[];
  readonly #directions: readonly number[];
  readonly #arrays: boolean[];
  readonly #entries: Entry[];

  constructor({ name, fields }: DeclaredIndex, documents: Documents) {
    this.name = name;
    this.fields = fields;
    this.#paths = fields.map(({ field }) => field.split('.'));
    this.#directions = fields.map(({ direction }) => (direction === 'ascending' ? 1 : -1));
    this.#arrays = fields.map(() => false);
    this.#entries = [...documents].flatMap(([id, document]) => this.#entriesOf(id, document));
    this.#entries.sort((left, right) => this.#compare(left, right));
  }

  /** Whether some document had an array at this field once. */
  isArray(field: number): boolean {
    return this.#arrays[field] === true;
  }

  /** Throws where a document cannot be indexed; changes nothing. */
  check(changes: Changes): void {
    for (const document of changes.values()) if (document !== undefined) keysOf(document, this.#paths);
  }

  replace(id: string, before: Document | undefined, after: Document | undefined): void {
    if (before !== undefined) for (const entry of this.#entriesOf(id, before)) this.#remove(entry);
    if (after !== undefined) for (const entry of this.#entriesOf(id, after)) this.#add(entry);
  }

  /** The place of the entries that `locate` says are in it. */
  range(locate: Locate): { readonly from: number; readonly to: number } {
    const from = this.#firstNot(({ key }) => locate(key) < 0);
    return { from, to: this.#firstNot(({ key }) => locate(key) <= 0) };
  }

  /** The document of an entry. */
  idAt(at: number): string | undefined {
    return this.#entries[at]?.id;
  }

  #add(entry: Entry): void {
    this.#entries.splice(this.#placeOf(entry), 0, entry);
  }

  #remove(entry: Entry): void {
    const at = this.#placeOf(entry);
    const found = this.#entries[at];
    if (found === undefined || this.#compare(found, entry) !== 0) throw new Error(`the index ${this.name} is broken`);
    this.#entries.splice(at, 1);
  }

  #placeOf(entry: Entry): number {
    return this.#firstNot((present) => this.#compare(present, entry) < 0);
  }

  #firstNot(before: (entry: Entry) => boolean): number {
    let from = 0;
    let to = this.#entries.length;
    while (from < to) {
      const middle = (from + to) >> 1;
      const entry = this.#entries[middle];
      if (entry !== undefined && before(entry)) from = middle + 1;
      else to = middle;
    }
    return from;
  }

  #entriesOf(id: string, document: Document): readonly Entry[] {
    const { keys, arrays } = keysOf(document, this.#paths);
    arrays.forEach((array, field) => {
      if (array) this.#arrays[field] = true;
    });
    return keys.map((key) => ({ key, id }));
  }

  #compare(left: Entry, right: Entry): number {
    for (const [field, direction] of this.#directions.entries()) {
      const order = compareValues(left.key[field], right.key[field]) * direction;
      if (order !== 0) return order;
    }
    return left.id < right.id ? -1 : left.id > right.id ? 1 : 0;
  }
}
