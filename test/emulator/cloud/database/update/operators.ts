/** The update operators of `db.command` on single values, with MongoDB's refusals. */
import { compare } from 'mingo/util';
import { databaseFailure } from '../../cloud-error';
import { bsonType } from './bson-type';
import { arrayOnTheWay, existing, existingIfAny, reach, type Draft } from './path';

/** Changes `draft` at `path`. */
export type Operator = (draft: Draft, path: string, operand: unknown) => void;

const set: Operator = (draft, path, operand) => reach(draft, path).set(operand);

const unset: Operator = (draft, path) => existingIfAny(draft, path)?.unset();

const inc = arithmetic('$inc', 'increment', (value, amount) => value + amount);
const mul = arithmetic('$mul', 'multiply', (value, factor) => value * factor);

const min: Operator = (draft, path, operand) => keep(draft, path, operand, (order) => order < 0);
const max: Operator = (draft, path, operand) => keep(draft, path, operand, (order) => order > 0);

const rename: Operator = (draft, path, operand) => {
  if (typeof operand !== 'string') {
    throw databaseFailure(`The 'to' field for $rename must be a string: ${path}: ${JSON.stringify(operand)}`);
  }
  const source = existing(draft, path);
  if (source === undefined) return;
  refuseArray('source', draft, path);
  refuseArray('destination', draft, operand);
  const value = source.get();
  source.unset();
  reach(draft, operand).set(value);
};

function refuseArray(end: 'source' | 'destination', draft: Draft, path: string): void {
  const array = arrayOnTheWay(draft, path);
  if (array === undefined) return;
  throw databaseFailure(
    `The ${end} field cannot be an array element, '${path}' in doc with _id: ${JSON.stringify(draft['_id'])} ` +
      `has an array field called '${array}'`,
  );
}

const bit: Operator = (draft, path, operand) => {
  const [[name, bits] = ['', 0]] = Object.entries(operand ?? {});
  const place = reach(draft, path);
  const value = place.get() ?? 0;
  if (!Number.isInteger(value) || !Number.isInteger(bits)) {
    throw databaseFailure(`Cannot apply $bit to a value of non-integral type. ${located(draft, path, value)}`);
  }
  const [left, right] = [Number(value), Number(bits)];
  if (name === 'and') place.set(left & right);
  else if (name === 'or') place.set(left | right);
  else if (name === 'xor') place.set(left ^ right);
  else throw databaseFailure(`The $bit modifier only supports 'and', 'or', and 'xor', not '${name}'`);
};

export const VALUE_OPERATORS: Readonly<Record<string, Operator>> = {
  $set: set,
  $unset: unset,
  $inc: inc,
  $mul: mul,
  $min: min,
  $max: max,
  $rename: rename,
  $bit: bit,
};

function arithmetic(name: string, verb: string, combine: (value: number, operand: number) => number): Operator {
  return (draft, path, operand) => {
    if (typeof operand !== 'number') {
      throw databaseFailure(`Cannot ${verb} with non-numeric argument: {${path}: ${JSON.stringify(operand)}}`);
    }
    const place = reach(draft, path);
    const value = place.exists ? place.get() : 0;
    if (typeof value !== 'number') {
      throw databaseFailure(`Cannot apply ${name} to a value of non-numeric type. ${located(draft, path, value)}`);
    }
    place.set(combine(value, operand));
  };
}

function keep(draft: Draft, path: string, operand: unknown, wins: (order: number) => boolean): void {
  const place = reach(draft, path);
  if (!place.exists || wins(compare(operand, place.get()))) place.set(operand);
}

function located(draft: Draft, path: string, value: unknown): string {
  return `{_id: ${JSON.stringify(draft['_id'])}} has the field '${path}' of non-numeric type ${bsonType(value)}`;
}
