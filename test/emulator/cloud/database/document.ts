import { randomBytes } from 'node:crypto';
import { EJSON, ObjectId } from 'bson';
import { isRecord } from '../record';

/** A stored document. Never changed in place: an update makes a new one, so snapshots only keep references. */
export interface Document {
  readonly _id: unknown;
  readonly [field: string]: unknown;
}

/** Documents of one collection by {@link keyOf} their `_id`. */
export type Documents = ReadonlyMap<string, Document>;

/** What an operation changes: undefined = removed. */
export type Changes = ReadonlyMap<string, Document | undefined>;

/** `_id` as a map key; 1 and '1' are different documents. */
export function keyOf(id: unknown): string {
  if (typeof id === 'string') return `s:${id}`;
  if (id instanceof ObjectId) return `o:${id.toHexString()}`;
  return `v:${EJSON.stringify(id, { relaxed: true })}`;
}

/** An `_id` as CloudBase makes them: 32 hex digits. */
export function newDocumentId(): string {
  return randomBytes(16).toString('hex');
}

/** A private copy; what never changes in place (dates, BSON types) is shared. */
export function copy<T>(value: T): T;
export function copy(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item: unknown) => copy(item));
  if (!isRecord(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, copy(item)]));
}

/** MongoDB's equality: the same type, the same value, the same fields in the same order. */
export function same(left: unknown, right: unknown): boolean {
  return EJSON.stringify({ value: left }, { relaxed: false }) === EJSON.stringify({ value: right }, { relaxed: false });
}
