/** What an index holds of a document: for each of its fields the value there, or each element of an array. */
import { compare } from 'mingo/util';
import { databaseFailure } from '../../cloud-error';
import { isRecord } from '../../record';
import type { Document } from '../document';

/** A value for each field of the index; what is not there is null, as in MongoDB's. */
export type Key = readonly unknown[];

export interface IndexedValues {
  readonly keys: readonly Key[];
  /** Which fields met an array. */
  readonly arrays: readonly boolean[];
}

/** Throws where two fields are arrays, as MongoDB does: it cannot index each with each. */
export function keysOf(document: Document, paths: readonly (readonly string[])[]): IndexedValues {
  const fields = paths.map((path) => valuesAt(document, path, 0));
  const arrays = fields.map(({ array }) => array);
  const parallel = paths.filter((_path, at) => arrays[at]);
  if (parallel.length > 1) {
    throw databaseFailure(`cannot index parallel arrays [${parallel.map((path) => path.join('.')).join('] [')}]`);
  }
  const keys = fields.reduce<readonly Key[]>(
    (made, { values }) => made.flatMap((key) => values.map((value) => [...key, value])),
    [[]],
  );
  return { keys, arrays };
}

interface Values {
  readonly values: readonly unknown[];
  readonly array: boolean;
}

function valuesAt(value: unknown, path: readonly string[], depth: number): Values {
  const name = path[depth];
  if (Array.isArray(value)) return { values: ofElements(value as readonly unknown[], path, depth), array: true };
  if (name === undefined) return { values: [value ?? null], array: false };
  if (!isRecord(value) || !Object.hasOwn(value, name)) return { values: [null], array: false };
  return valuesAt(value[name], path, depth + 1);
}

/** Of an array: its elements; on the way to a field, that field of each, or one element where the path says which. */
function ofElements(elements: readonly unknown[], path: readonly string[], depth: number): readonly unknown[] {
  const name = path[depth];
  if (name === undefined) return elements.length === 0 ? [null] : [...new Set(elements)];
  const ofEach = elements.filter(isRecord).flatMap((element) => valuesAt(element, path, depth).values);
  const one = /^\d+$/.test(name) ? valuesAt(elements[Number(name)], path, depth + 1).values : [];
  const found = new Set([...one, ...ofEach]);
  return found.size === 0 ? [null] : [...found];
}

/** MongoDB's order of values, as sorting has it here. */
export function compareValues(left: unknown, right: unknown): number {
  if (typeof left === 'string' && typeof right === 'string') return left < right ? -1 : left > right ? 1 : 0;
  if (typeof left === 'number' && typeof right === 'number') return compareNumbers(left, right);
  return compare(left, right);
}

/** NaN before all others, as MongoDB has it. */
function compareNumbers(left: number, right: number): number {
  if (Number.isNaN(left) || Number.isNaN(right)) return Number(Number.isNaN(right)) - Number(Number.isNaN(left));
  return left < right ? -1 : left > right ? 1 : 0;
}
