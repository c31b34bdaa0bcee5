/** Reading: queries and pipelines by mingo, which agrees with MongoDB on them. */
import { Aggregator, ProcessingMode, Query } from 'mingo';
import { MingoError } from 'mingo/util';
import { databaseFailure } from '../cloud-error';
import { isRecord } from '../record';
import type { Documents } from './document';
import type { Filter, Sort } from './indexes/plans';
import { look, SAFE, type Examined, type Looked, type Source, type Wanted } from './look';

export type { Filter };

export interface Page {
  readonly sort?: Sort | undefined;
  readonly skip?: number | undefined;
  readonly limit?: number | undefined;
  readonly projection?: Readonly<Record<string, unknown>> | undefined;
}

export interface Rows extends Examined {
  readonly rows: readonly unknown[];
}

/** Real CloudBase answers 20 rows where a pipeline says no limit (community reports). */
const AGGREGATE_LIMIT = 20;

/** Documents that match, and what finding them cost. */
export function matching(source: Source, filter: Filter, wanted: Wanted = {}): Looked {
  return asMongo(() => look(source, filter, wanted));
}

export function find(source: Source, filter: Filter, page: Page): Rows {
  const most = page.limit === undefined ? undefined : (page.skip ?? 0) + page.limit;
  const { found, examined, index } = matching(source, filter, { sort: page.sort, most });
  return asMongo(() => {
    const cursor = new Query({}, SAFE).find<Record<string, unknown>>([...found], page.projection ?? {});
    if (page.sort !== undefined && Object.keys(page.sort).length > 0) cursor.sort({ ...page.sort });
    if (page.skip !== undefined) cursor.skip(page.skip);
    if (page.limit !== undefined) cursor.limit(page.limit);
    return { rows: cursor.all(), examined, index };
  });
}

type Stage = Readonly<Record<string, unknown>>;

/**
 * Runs a pipeline; `resolve` finds other collections for `$lookup`, which are counted whole. A leading `$match` is
 * planned as a query is.
 */
export function aggregate(source: Source, stages: readonly Stage[], resolve: (collection: string) => Documents): Rows {
  const unsupported = stages.flatMap((stage) => Object.keys(stage)).find((key) => key === '$out' || key === '$merge');
  if (unsupported !== undefined) throw databaseFailure(`${unsupported} is not allowed in this aggregation`);
  const bounded = stages.some((stage) => '$limit' in stage || '$count' in stage);
  const all = bounded ? stages : [...stages, { $limit: AGGREGATE_LIMIT }];
  const filter = all[0]?.['$match'];
  return asMongo(() => {
    const begin = isRecord(filter) ? look(source, filter) : whole(source);
    let joined = 0;
    const pipeline = new Aggregator(isRecord(filter) ? all.slice(1) : [...all], {
      ...SAFE,
      processingMode: ProcessingMode.CLONE_INPUT,
      collectionResolver: (name) => {
        const documents = resolve(name);
        joined += documents.size;
        return [...documents.values()];
      },
    });
    return { rows: pipeline.run([...begin.found]), examined: begin.examined + joined, index: begin.index };
  });
}

function whole({ documents }: Source): Looked {
  return { found: [...documents.values()], examined: documents.size, index: 'scan' };
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
