/** `database.*` on documents. Queries, rows and modifiers cross as canonical EJSON text. */
import { databaseFailure, invalidParameter } from '../cloud-error';
import type { Database } from '../database/database';
import { parse, parseObject, stringify } from '../database/ejson';
import { aggregate, find, matching } from '../database/find';
import { insert, modify, remove, replace, type Operation } from '../database/operations';
import type { Transactions } from '../database/transactions';
import { isRecord } from '../record';
import type { Actions, WireBody } from './action';

/** The SDK clamps to it; a client that does not is clamped here. */
const MAX_LIMIT = 1000;
const DEFAULT_LIMIT = 100;

export function databaseActions(database: Database, transactions: Transactions, now: () => number): Actions {
  const object = (body: WireBody, name: string): Record<string, unknown> => {
    const text = body.optionalText(name);
    return text === undefined ? {} : parseObject(text, now());
  };
  const documents = (body: WireBody) =>
    transactions.documents(body.text('collectionName'), body.optionalText('transactionId'));
  const write = <T>(body: WireBody, operation: Operation<T>): Promise<T> =>
    transactions.write(body.text('collectionName'), operation, body.optionalText('transactionId'));

  return {
    'database.addCollection': async ({ body }) => {
      await database.create(body.text('collectionName'));
      return { data: {} };
    },

    'database.insertDocument': async ({ body }) => {
      const rows = body.list('data').map((row) => parseObject(String(row), now()));
      return { data: { insertedIds: await write(body, insert(body.text('collectionName'), rows)) } };
    },

    'database.getDocument': ({ body }) => {
      const found = find(documents(body), object(body, 'query'), {
        sort: object(body, 'order'),
        skip: body.optionalNumber('offset'),
        limit: Math.min(body.optionalNumber('limit') ?? DEFAULT_LIMIT, MAX_LIMIT),
        projection: object(body, 'projection'),
      });
      return { data: { list: found.map(stringify) } };
    },

    'database.calculateDocument': ({ body }) => ({
      data: { total: matching(documents(body), object(body, 'query')).length },
    }),

    'database.modifyDocument': async ({ body }) => {
      const filter = object(body, 'query');
      const data = object(body, 'data');
      if (body.flag('merge')) {
        const { updated } = await write(body, modify({ filter, modifier: data, multi: body.flag('multi') }));
        return { data: { updated } };
      }
      if (!('_id' in filter)) throw invalidParameter('set needs the _id of a document');
      const { updated, upsertId } = await write(body, replace(filter['_id'], data));
      return { data: { updated, upsert_id: upsertId } };
    },

    'database.modifyAndReturnDoc': async ({ body }) => {
      const modification = { filter: object(body, 'query'), modifier: object(body, 'data'), multi: false };
      const { updated, first } = await write(body, modify(modification));
      return { data: { updated, doc: first && stringify(first) } };
    },

    'database.removeDocument': async ({ body }) => ({
      data: { deleted: await write(body, remove(object(body, 'query'), body.flag('multi'))) },
    }),

    'database.aggregateDocuments': ({ body }) => {
      const stages = body.list('stages').map((stage) => stageOf(stage, now()));
      const answer = aggregate(documents(body), stages, (name) => database.documents(name));
      return { data: { list: answer.map(stringify) } };
    },
  };
}

function stageOf(stage: unknown, now: number): Record<string, unknown> {
  if (!isRecord(stage) || typeof stage['stageKey'] !== 'string' || typeof stage['stageValue'] !== 'string') {
    throw databaseFailure('a stage of an aggregation must be { stageKey, stageValue }');
  }
  return { [stage['stageKey']]: parse(stage['stageValue'], now) };
}
