/** What a write does to the documents of one collection: computed from a state, applied by a plain write or a transaction. */
import { databaseFailure } from '../cloud-error';
import { isRecord } from '../record';
import { keyOf, newDocumentId, same, type Changes, type Document } from './document';
import { matching, type Filter } from './find';
import type { Examined, Source } from './look';
import { applyUpdate, type Modifier } from './update/apply-update';

export type Operation<Answer> = (source: Source) => { readonly changes: Changes; readonly answer: Answer };

/** Inserts all or none; `_id` is made where it is missing. E11000 where one exists. */
export function insert(collection: string, rows: readonly Readonly<Record<string, unknown>>[]): Operation<unknown[]> {
  // Made once, so that an operation that waits and runs again inserts the same documents.
  const inserted = rows.map((row): Document => ({ ...row, _id: row['_id'] ?? newDocumentId() }));
  inserted.forEach((document) => refuseDollarFields(document));
  return ({ documents }) => {
    const changes = new Map<string, Document>();
    for (const document of inserted) {
      const key = keyOf(document._id);
      if (documents.has(key) || changes.has(key)) throw duplicateKey(collection, document._id);
      changes.set(key, document);
    }
    return { changes, answer: inserted.map((document) => document._id) };
  };
}

export interface Modification {
  readonly filter: Filter;
  readonly modifier: Modifier;
  readonly multi: boolean;
}

export interface Modified extends Examined {
  /** Documents that are different now. */
  readonly updated: number;
  /** The first that matched, after the update. */
  readonly first: Document | undefined;
}

/**
 * `update`: operators on what matches. A document that already is as it should be does not count as updated (WeChat:
 * community doc 000a2e28284f305bf99733ddd56800), so `updated: 0` does not mean that nothing matched.
 */
export function modify({ filter, modifier, multi }: Modification): Operation<Modified> {
  return (source) => {
    const { found, ...cost } = matching(source, filter, multi ? {} : { most: 1 });
    const results = (multi ? found : found.slice(0, 1)).map((before) => {
      return { before, after: applyUpdate(before, modifier, filter) };
    });
    const changed = results.filter(({ before, after }) => !same(before, after));
    return {
      changes: new Map(changed.map(({ after }) => [keyOf(after._id), after])),
      answer: { updated: changed.length, first: results[0]?.after, ...cost },
    };
  };
}

/** `doc(id).set`: replaces the document, or makes it. */
export function replace(
  id: unknown,
  fields: Readonly<Record<string, unknown>>,
): Operation<{ readonly updated: number; readonly upsertId: unknown }> {
  const document: Document = { _id: id, ...fields };
  refuseDollarFields(document);
  return ({ documents }) => {
    const key = keyOf(id);
    const existed = documents.has(key);
    return {
      changes: new Map([[key, document]]),
      answer: { updated: existed ? 1 : 0, upsertId: existed ? undefined : id },
    };
  };
}

export interface Removed extends Examined {
  readonly deleted: number;
}

export function remove(filter: Filter, multi: boolean): Operation<Removed> {
  return (source) => {
    const { found, ...cost } = matching(source, filter, multi ? {} : { most: 1 });
    const removed = multi ? found : found.slice(0, 1);
    return {
      changes: new Map(removed.map((document) => [keyOf(document._id), undefined])),
      answer: { deleted: removed.length, ...cost },
    };
  };
}

function duplicateKey(collection: string, id: unknown): Error {
  return databaseFailure(
    `E11000 duplicate key error collection: ${collection} index: _id_ dup key: { _id: ${JSON.stringify(id)} }`,
  );
}

function refuseDollarFields(value: unknown): void {
  if (Array.isArray(value)) value.forEach(refuseDollarFields);
  if (!isRecord(value)) return;
  for (const [key, item] of Object.entries(value)) {
    if (key.startsWith('$')) throw databaseFailure(`The dollar ($) prefixed field '${key}' is not valid for storage.`);
    refuseDollarFields(item);
  }
}
