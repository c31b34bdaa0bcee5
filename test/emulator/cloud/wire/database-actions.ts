/** `database.*` on documents. Queries, rows and modifiers cross as canonical EJSON text. */
import { CloudError, databaseFailure, invalidParameter } from '../cloud-error';
import type { Database } from '../database/database';
import { parse, parseObject, stringify } from '../database/ejson';
import { aggregate, find, matching } from '../database/find';
import { ID_INDEX, type Examined, type Source } from '../database/look';
import { insert, modify, remove, replace, type Operation } from '../database/operations';
import type { Transactions } from '../database/transactions';
import { isRecord } from '../record';
import type { DatabaseAction } from '../types';
import type { Actions, WireBody, WireRequest } from './action';

/** The SDK clamps to it; a client that does not is clamped here. */
const MAX_LIMIT = 1000;
const DEFAULT_LIMIT = 100;
/** WeChat's own channel fails with -602001 above it. UNCONFIRMED which code the wire of functions has for it. */
const MAX_ANSWER_BYTES = 1024 * 1024;

/** What `set` and `add` cost: they know the `_id`. */
const NOTHING_LOOKED_FOR: Examined = { examined: 0, index: 'none' };

export function databaseActions(database: Database, transactions: Transactions, now: () => number): Actions {
  const object = (body: WireBody, name: string): Record<string, unknown> => {
    const text = body.optionalText(name);
    return text === undefined ? {} : parseObject(text, now());
  };
  const read = <T>(body: WireBody, look: (source: Source) => T): T =>
    transactions.read(body.text('collectionName'), look, body.optionalText('transactionId'));
  const write = <T>(body: WireBody, operation: Operation<T>): Promise<T> =>
    transactions.write(body.text('collectionName'), operation, body.optionalText('transactionId'));

  return {
    'database.addCollection': async (request) => {
      await database.create(request.body.text('collectionName'));
      record(request, 'createCollection', NOTHING_LOOKED_FOR, 0);
      return { data: {} };
    },

    'database.insertDocument': async (request) => {
      const { body } = request;
      const rows = body.list('data').map((row) => parseObject(String(row), now()));
      const insertedIds = await write(body, insert(body.text('collectionName'), rows));
      record(request, 'add', NOTHING_LOOKED_FOR, insertedIds.length);
      return { data: { insertedIds } };
    },

    'database.getDocument': (request) => {
      const { body } = request;
      const query = object(body, 'query');
      const options = {
        sort: object(body, 'order'),
        skip: body.optionalNumber('offset'),
        limit: Math.min(body.optionalNumber('limit') ?? DEFAULT_LIMIT, MAX_LIMIT),
        projection: object(body, 'projection'),
      };
      const found = read(body, (source) => find(source, query, options));
      record(request, 'find', found, found.rows.length);
      return { data: { list: crossing(found.rows) } };
    },

    'database.calculateDocument': (request) => {
      const query = object(request.body, 'query');
      const looked = read(request.body, (source) => matching(source, query));
      record(request, 'count', looked, looked.found.length);
      return { data: { total: looked.found.length } };
    },

    'database.modifyDocument': async (request) => {
      const { body } = request;
      const filter = object(body, 'query');
      const data = object(body, 'data');
      if (body.flag('merge')) {
        const modified = await write(body, modify({ filter, modifier: data, multi: body.flag('multi') }));
        record(request, 'update', modified, modified.updated);
        return { data: { updated: modified.updated } };
      }
      if (!('_id' in filter)) throw invalidParameter('set needs the _id of a document');
      const { updated, upsertId } = await write(body, replace(filter['_id'], data));
      record(request, 'set', { examined: updated, index: ID_INDEX }, 1);
      return { data: { updated, upsert_id: upsertId } };
    },

    'database.modifyAndReturnDoc': async (request) => {
      const { body } = request;
      const modification = { filter: object(body, 'query'), modifier: object(body, 'data'), multi: false };
      const modified = await write(body, modify(modification));
      record(request, 'update', modified, modified.updated);
      return { data: { updated: modified.updated, doc: modified.first && stringify(modified.first) } };
    },

    'database.removeDocument': async (request) => {
      const { body } = request;
      const removed = await write(body, remove(object(body, 'query'), body.flag('multi')));
      record(request, 'remove', removed, removed.deleted);
      return { data: { deleted: removed.deleted } };
    },

    'database.aggregateDocuments': (request) => {
      const stages = request.body.list('stages').map((stage) => stageOf(stage, now()));
      const answer = read(request.body, (source) => aggregate(source, stages, (name) => database.documents(name)));
      record(request, 'aggregate', answer, answer.rows.length);
      return { data: { list: crossing(answer.rows) } };
    },
  };
}

/** Rows as they cross the wire. Throws where they are too many bytes, of UTF-8. */
function crossing(rows: readonly unknown[]): readonly string[] {
  const list = rows.map(stringify);
  if (list.reduce((bytes, row) => bytes + Buffer.byteLength(row), 0) <= MAX_ANSWER_BYTES) return list;
  throw new CloudError('DATABASE_QUERY_SIZE_EXCEED_LIMIT', 'database query result size exceed limit (1MB)');
}

function record(
  { body, invocation }: WireRequest,
  action: DatabaseAction,
  { examined, index }: Examined,
  returned: number,
): void {
  invocation?.database.push({ action, collection: body.text('collectionName'), examined, returned, index });
}

function stageOf(stage: unknown, now: number): Record<string, unknown> {
  if (!isRecord(stage) || typeof stage['stageKey'] !== 'string' || typeof stage['stageValue'] !== 'string') {
    throw databaseFailure('a stage of an aggregation must be { stageKey, stageValue }');
  }
  return { [stage['stageKey']]: parse(stage['stageValue'], now) };
}
