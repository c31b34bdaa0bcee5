/** Reading: queries and pipelines by mingo, which agrees with MongoDB on them. */
import { Aggregator, ProcessingMode, Query } from 'mingo';
import { MingoError } from 'mingo/util';
import { databaseFailure } from '../cloud-error';
import { isRecord } from '../record';
import { keyOf, type Document, type Documents } from './document';

export type Filter = Readonly<Record<string, unknown>>;

export interface Page {
  readonly sort?: Readonly<Record<string, unknown>> | undefined;
  readonly skip?: number | undefined;
  readonly limit?: number | undefined;
  readonly projection?: Readonly<Record<string, unknown>> | undefined;
}

/** Real CloudBase answers 20 rows where a pipeline says no limit (community reports). */
const AGGREGATE_LIMIT = 20;
/** No JavaScript of a query runs in the emulator's own process. */
const SAFE = { scriptEnabled: false } as const;

/** Documents that match. */
export function matching(documents: Documents, filter: Filter): readonly Document[] {
  return asMongo(() => {
    const query = new Query<Document>(filter, SAFE);
    return candidates(documents, filter).filter((document) => query.test(document));
  });
}

export function find(documents: Documents, filter: Filter, page: Page): readonly unknown[] {
  const found = matching(documents, filter);
  return asMongo(() => {
    const cursor = new Query({}, SAFE).find<Record<string, unknown>>([...found], page.projection ?? {});
    if (page.sort !== undefined && Object.keys(page.sort).length > 0) cursor.sort({ ...page.sort });
    if (page.skip !== undefined) cursor.skip(page.skip);
    if (page.limit !== undefined) cursor.limit(page.limit);
    return cursor.all();
  });
}

/** Runs a pipeline; `resolve` finds other collections for `$lookup`. */
export function aggregate(
  documents: Documents,
  stages: readonly Readonly<Record<string, unknown>>[],
  resolve: (collection: string) => Documents,
): readonly unknown[] {
  const unsupported = stages.flatMap((stage) => Object.keys(stage)).find((key) => key === '$out' || key === '$merge');
  if (unsupported !== undefined) throw databaseFailure(`${unsupported} is not allowed in this aggregation`);
  const bounded = stages.some((stage) => '$limit' in stage || '$count' in stage);
  return asMongo(() => {
    const pipeline = new Aggregator(bounded ? [...stages] : [...stages, { $limit: AGGREGATE_LIMIT }], {
      ...SAFE,
      processingMode: ProcessingMode.CLONE_INPUT,
      collectionResolver: (name) => [...resolve(name).values()],
    });
    return pipeline.run([...documents.values()]);
  });
}

/** What may match: one document, or some, where the filter says which `_id`; else all. */
function candidates(documents: Documents, filter: Filter): readonly Document[] {
  const id = filter['_id'];
  const wanted: unknown = isRecord(id) ? (id['$in'] ?? ('$eq' in id ? [id['$eq']] : undefined)) : [id];
  const keys = Array.isArray(wanted) && wanted.every(isPlainId) ? new Set(wanted.map(keyOf)) : undefined;
  if (keys === undefined) return [...documents.values()];
  return [...keys].flatMap((key) => documents.get(key) ?? []);
}

/** An `_id` that equals nothing but itself in a query: no regular expression, no null. */
function isPlainId(id: unknown): id is string | number {
  return typeof id === 'string' || typeof id === 'number';
}

/** mingo's complaints about a query are MongoDB's: a failed request, not a broken server. */
function asMongo<T>(run: () => T): T {
  try {
    return run();
  } catch (error) {
    if (error instanceof MingoError) throw databaseFailure(error.message);
    throw error;
  }
}
