import { randomBytes } from 'node:crypto';
import { EJSON, ObjectId } from 'bson';

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
