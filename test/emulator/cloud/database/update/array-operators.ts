/** The update operators of `db.command` on arrays, with MongoDB's refusals. */
import { Query } from 'mingo';
import { compare, resolve } from 'mingo/util';
import { databaseFailure } from '../../cloud-error';
import { isRecord } from '../../record';
import { same } from '../document';
import { bsonType } from './bson-type';
import type { Operator } from './operators';
import { existing, reach, type Draft } from './path';

const PUSH_MODIFIERS = new Set(['$each', '$position', '$slice', '$sort']);

const push: Operator = (draft, path, operand) => {
  const { each, position, slice, sort } = pushArguments(operand);
  const place = reach(draft, path);
  const value: unknown = place.exists ? place.get() : [];
  if (!Array.isArray(value)) {
    throw databaseFailure(
      `The field '${path}' must be an array but is of type ${bsonType(value)} in document ${idOf(draft)}`,
    );
  }
  const list: unknown[] = value.slice();
  list.splice(position ?? list.length, 0, ...each);
  if (sort !== undefined) list.sort(comparator(sort));
  place.set(slice === undefined ? list : slice < 0 ? list.slice(slice) : list.slice(0, slice));
};

const addToSet: Operator = (draft, path, operand) => {
  const each = isRecord(operand) && '$each' in operand ? operand['$each'] : [operand];
  if (isRecord(operand) && '$each' in operand && Object.keys(operand).length > 1) {
    throw databaseFailure(`Found unexpected fields after $each in $addToSet: ${JSON.stringify(operand)}`);
  }
  if (!Array.isArray(each)) {
    throw databaseFailure(`The argument to $each in $addToSet must be an array but it was of type ${bsonType(each)}`);
  }
  const place = reach(draft, path);
  const value: unknown = place.exists ? place.get() : [];
  if (!Array.isArray(value)) {
    throw databaseFailure(
      `Cannot apply $addToSet to non-array field. Field named '${path}' has non-array type ${bsonType(value)}`,
    );
  }
  const list: unknown[] = value.slice();
  for (const item of each) if (!list.some((present) => same(present, item))) list.push(item);
  place.set(list);
};

const pop: Operator = (draft, path, operand) => {
  if (operand !== 1 && operand !== -1) throw databaseFailure(`$pop expects 1 or -1, found: ${JSON.stringify(operand)}`);
  const place = existing(draft, path);
  if (place === undefined) return;
  const value = place.get();
  if (!Array.isArray(value)) {
    throw databaseFailure(`Path '${path}' contains an element of non-array type '${bsonType(value)}'`);
  }
  place.set(operand === 1 ? value.slice(0, -1) : value.slice(1));
};

const pull: Operator = (draft, path, operand) => remove('$pull', draft, path, pullPredicate(operand));

const pullAll: Operator = (draft, path, operand) => {
  if (!Array.isArray(operand)) {
    throw databaseFailure(`$pullAll requires an array argument but was given a ${bsonType(operand)}`);
  }
  remove('$pullAll', draft, path, (item) => operand.some((other) => same(item, other)));
};

export const ARRAY_OPERATORS: Readonly<Record<string, Operator>> = {
  $push: push,
  $addToSet: addToSet,
  $pop: pop,
  $pull: pull,
  $pullAll: pullAll,
};

interface PushArguments {
  readonly each: readonly unknown[];
  readonly position: number | undefined;
  readonly slice: number | undefined;
  readonly sort: unknown;
}

function pushArguments(operand: unknown): PushArguments {
  if (!isRecord(operand) || !Object.keys(operand).some((key) => PUSH_MODIFIERS.has(key))) {
    return { each: [operand], position: undefined, slice: undefined, sort: undefined };
  }
  const unknown = Object.keys(operand).find((key) => !PUSH_MODIFIERS.has(key));
  if (unknown !== undefined) throw databaseFailure(`Unrecognized clause in $push: ${unknown}`);
  const { $each, $position, $slice, $sort } = operand;
  if (!Array.isArray($each)) {
    throw databaseFailure(`The argument to $each in $push must be an array but it was of type: ${bsonType($each)}`);
  }
  return { each: $each, position: integer('$position', $position), slice: integer('$slice', $slice), sort: $sort };
}

function integer(name: string, value: unknown): number | undefined {
  if (value === undefined) return undefined;
  if (typeof value === 'number' && Number.isInteger(value)) return value;
  throw databaseFailure(`The value for ${name} must be an integer value but was given type: ${bsonType(value)}`);
}

function comparator(sort: unknown): (left: unknown, right: unknown) => number {
  if (sort === 1 || sort === -1) return (left, right) => sort * compare(left, right);
  if (!isRecord(sort))
    throw databaseFailure('The $sort is invalid: use 1/-1 to sort the whole element, or {field:1/-1}');
  const fields = Object.entries(sort);
  return (left, right) => {
    for (const [field, direction] of fields) {
      const order = Number(direction) * compare(valueAt(left, field), valueAt(right, field));
      if (order !== 0) return order;
    }
    return 0;
  };
}

function valueAt(item: unknown, path: string): unknown {
  return isRecord(item) ? resolve(item, path) : undefined;
}

/** A condition on the element itself (`_.gt(3)`), or on the fields of an element (`{ id: 3 }`), or a plain value. */
function pullPredicate(operand: unknown): (item: unknown) => boolean {
  if (operand instanceof RegExp) return (item) => typeof item === 'string' && operand.test(item);
  if (!isRecord(operand)) return (item) => same(item, operand);
  const onElement = Object.keys(operand).some((key) => key.startsWith('$') && !/^\$(and|or|nor|not)$/.test(key));
  const query = new Query(onElement ? { item: operand } : operand, { scriptEnabled: false });
  return (item) => (onElement ? query.test({ item }) : isRecord(item) && query.test(item));
}

function remove(name: string, draft: Draft, path: string, matches: (item: unknown) => boolean): void {
  const place = existing(draft, path);
  if (place === undefined) return;
  const value = place.get();
  if (!Array.isArray(value)) throw databaseFailure(`Cannot apply ${name} to a non-array value`);
  place.set(value.filter((item) => !matches(item)));
}

function idOf(draft: Draft): string {
  return `{_id: ${JSON.stringify(draft['_id'])}}`;
}
