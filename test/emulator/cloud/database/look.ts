/** Finding documents: by the cheapest plan that the indexes offer, else by looking at all of them; and what it cost. */
import { Query } from 'mingo';
import type { Document, Documents } from './document';
import { keyOf } from './document';
import type { OrderedIndex } from './indexes/ordered-index';
import { plansFor, type Filter, type Plan, type Sort } from './indexes/plans';
import { isRecord } from '../record';

/** What a query reads. A transaction's snapshot has no indexes: it reads by `_id`. */
export interface Source {
  readonly documents: Documents;
  readonly indexes: readonly OrderedIndex[];
}

/** What an operation cost. */
export interface Examined {
  /** Entries of indexes walked; for a scan, all documents. */
  readonly examined: number;
  /** The index, several joined by ` + `, or `scan`. */
  readonly index: string;
}

export interface Looked extends Examined {
  readonly found: readonly Document[];
}

export interface Wanted {
  readonly sort?: Sort | undefined;
  /** No more than these are needed, in the order of `sort`. */
  readonly most?: number | undefined;
}

/** No JavaScript of a query runs in the emulator's own process. */
export const SAFE = { scriptEnabled: false } as const;

/**
 * Documents that match. Where a plan gives them in the order of `sort`, or none is asked for, it stops at `most`. A scan
 * counts all documents, though MongoDB may stop earlier: how early hangs on where the documents happen to lie.
 */
export function look({ documents, indexes }: Source, filter: Filter, { sort, most }: Wanted = {}): Looked {
  const query = new Query<Document>(filter, SAFE);
  const sorted = sort !== undefined && Object.keys(sort).length > 0;
  const byId = idPlan(documents, filter);
  const plans = byId ? [byId] : plansFor(indexes, filter, sorted && most !== undefined ? sort : undefined);
  const cheapestFirst = [...plans].sort((left, right) => left.entries - right.entries);
  let best: Looked | undefined;
  for (const plan of cheapestFirst) {
    const stopsAt = plan.ordered || !sorted ? most : undefined;
    best = follow(plan, documents, { query, stopsAt, budget: best?.examined }) ?? best;
  }
  if (best !== undefined) return best;
  const found = [...documents.values()].filter((document) => query.test(document));
  return { found, examined: documents.size, index: 'scan' };
}

interface Walk {
  readonly query: Query<Document>;
  readonly stopsAt: number | undefined;
  /** A plan that has not ended before so many is worse than another. */
  readonly budget: number | undefined;
}

function follow(plan: Plan, documents: Documents, { query, stopsAt, budget }: Walk): Looked | undefined {
  const met = new Set<string>();
  const found: Document[] = [];
  let examined = 0;
  for (const id of plan.walk()) {
    if (stopsAt !== undefined && found.length >= stopsAt) break;
    if (budget !== undefined && examined >= budget) return undefined;
    examined += 1;
    const document = met.has(id) ? undefined : documents.get(id);
    met.add(id);
    if (document !== undefined && query.test(document)) found.push(document);
  }
  return { found, examined, index: plan.index };
}

/** The index that every collection has. */
export const ID_INDEX = '_id_';

/** One document, or some, where the filter says which `_id`. */
function idPlan(documents: Documents, filter: Filter): Plan | undefined {
  const id = filter['_id'];
  const wanted: unknown = isRecord(id) ? (id['$in'] ?? ('$eq' in id ? [id['$eq']] : undefined)) : [id];
  if (!Array.isArray(wanted) || !wanted.every(isPlainId)) return undefined;
  const keys = [...new Set(wanted.map(keyOf))].filter((key) => documents.has(key));
  return { index: ID_INDEX, entries: keys.length, ordered: false, walk: () => keys };
}

/** An `_id` that equals nothing but itself in a query: no regular expression, no null. */
function isPlainId(id: unknown): id is string | number {
  return typeof id === 'string' || typeof id === 'number';
}
