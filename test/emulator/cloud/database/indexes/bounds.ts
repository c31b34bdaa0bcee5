/** What a filter says of a single field, as far as an index can use it. */
import { ObjectId } from 'bson';
import { isRecord } from '../../record';
import { compareValues } from './key';

/** The field equals one of these. */
export interface Points {
  readonly kind: 'points';
  readonly values: readonly unknown[];
}

/** The field is of the type of `of`, and between two edges. */
export interface Range {
  readonly kind: 'range';
  readonly of: unknown;
  readonly lower?: Edge;
  readonly upper?: Edge;
}

export interface Edge {
  readonly value: unknown;
  readonly inclusive: boolean;
}

export type Bounds = Points | Range;

/**
 * Bounds by path, all of which a matching document is in. What an index of MongoDB's could use beyond this (null, regular
 * expressions, `$exists`, `$elemMatch`) is not used: it counts as if there were no index.
 */
export function boundsOf(filter: Readonly<Record<string, unknown>>): ReadonlyMap<string, readonly Bounds[]> {
  const found = new Map<string, Bounds[]>();
  for (const [path, condition] of conditions(filter)) {
    const bounds = ofCondition(condition);
    if (bounds.length > 0) found.set(path, [...(found.get(path) ?? []), ...bounds]);
  }
  return found;
}

function conditions(filter: Readonly<Record<string, unknown>>): readonly (readonly [string, unknown])[] {
  return Object.entries(filter).flatMap(([name, value]) => {
    if (name === '$and' && Array.isArray(value)) return value.filter(isRecord).flatMap(conditions);
    return name.startsWith('$') ? [] : [[name, value] as const];
  });
}

function ofCondition(condition: unknown): readonly Bounds[] {
  if (isPoint(condition)) return [{ kind: 'points', values: [condition] }];
  if (!isRecord(condition)) return [];
  const { $eq, $in } = condition;
  if (isPoint($eq)) return [{ kind: 'points', values: [$eq] }];
  if (Array.isArray($in) && $in.every(isPoint)) return [{ kind: 'points', values: $in }];
  return [
    ...rangeOf(condition['$gte'], 'lower', true),
    ...rangeOf(condition['$gt'], 'lower', false),
    ...rangeOf(condition['$lte'], 'upper', true),
    ...rangeOf(condition['$lt'], 'upper', false),
  ];
}

function rangeOf(value: unknown, side: 'lower' | 'upper', inclusive: boolean): readonly Range[] {
  const ordered = typeof value === 'string' || typeof value === 'number' || value instanceof Date;
  return ordered ? [{ kind: 'range', of: value, [side]: { value, inclusive } }] : [];
}

/** A value that equals nothing but itself: not null (a missing field equals it), no object, no regular expression. */
function isPoint(value: unknown): boolean {
  if (value instanceof Date || value instanceof ObjectId) return true;
  return typeof value === 'string' || typeof value === 'boolean' || Number.isFinite(value);
}

/**
 * The one bounds that an index uses of all that hold for its field: points before ranges, and the part that two ranges
 * share. Where the field is an array, different elements may meet each, so one is used alone.
 */
export function tightest(all: readonly Bounds[], array: boolean): Bounds | undefined {
  const points = all.find(({ kind }) => kind === 'points');
  if (points !== undefined) return points;
  const ranges = all.filter((bounds) => bounds.kind === 'range');
  const [first, ...more] = ranges;
  if (first === undefined || array) return first;
  return more.reduce((range, next) => (sameType(range.of, next.of) ? shared(range, next) : range), first);
}

function shared(range: Range, next: Range): Range {
  const lower = tighter(range.lower, next.lower, 1);
  const upper = tighter(range.upper, next.upper, -1);
  return { kind: 'range', of: range.of, ...(lower && { lower }), ...(upper && { upper }) };
}

function tighter(one: Edge | undefined, other: Edge | undefined, direction: 1 | -1): Edge | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  const order = compareValues(one.value, other.value) * direction;
  if (order === 0) return one.inclusive ? other : one;
  return order > 0 ? one : other;
}

/** Where a value is: before the range in ascending order (-1), in it (0), after it (1). */
export function place(value: unknown, { of, lower, upper }: Range): number {
  if (!sameType(value, of)) return Math.sign(compareValues(value, of));
  if (lower !== undefined && isOutside(compareValues(value, lower.value), lower)) return -1;
  if (upper !== undefined && isOutside(compareValues(upper.value, value), upper)) return 1;
  return 0;
}

function isOutside(order: number, { inclusive }: Edge): boolean {
  return inclusive ? order < 0 : order <= 0;
}

function sameType(left: unknown, right: unknown): boolean {
  return typeof left === typeof right && left instanceof Date === right instanceof Date && left !== null;
}
