/** The ways in which indexes can answer a query, each with how many entries it would walk at most. */
import { isRecord } from '../../record';
import { boundsOf, place, tightest, type Bounds, type Range } from './bounds';
import { compareValues, type Key } from './key';
import type { Locate, OrderedIndex } from './ordered-index';

export type Filter = Readonly<Record<string, unknown>>;
export type Sort = Readonly<Record<string, unknown>>;

export interface Plan {
  readonly index: string;
  /** At most so many are walked. */
  readonly entries: number;
  /** Documents come as the query sorts them. */
  readonly ordered: boolean;
  /** Ids of documents that may match, a document perhaps more than once. */
  walk(): Iterable<string>;
}

/** Combinations of `in` values beyond which an index uses only its fields before. */
const MAX_POINTS = 1000;

/**
 * Plans that walk less than all, or that all walk in the order of `sort`.
 *
 * @param sort only where the query stops at a number of documents: else there is nothing to gain from an order
 */
export function plansFor(indexes: readonly OrderedIndex[], filter: Filter, sort: Sort | undefined): readonly Plan[] {
  const bounds = boundsOf(filter);
  const plans = indexes.flatMap((index) => planWith(index, bounds, sort) ?? []);
  return [...plans, ...unions(indexes, filter)];
}

function planWith(
  index: OrderedIndex,
  bounds: ReadonlyMap<string, readonly Bounds[]>,
  sort: Sort | undefined,
): Plan | undefined {
  const { points, range } = used(index, bounds);
  const direction = points.length === 1 ? orderOf(index, points[0]?.length ?? 0, sort) : undefined;
  const bounded = range !== undefined || points.some((prefix) => prefix.length > 0) || points.length !== 1;
  if (!bounded && direction === undefined) return undefined;
  const ranges = points.map((prefix) => index.range(locator(index, prefix, range)));
  const entries = ranges.reduce((sum, { from, to }) => sum + to - from, 0);
  return {
    index: index.name,
    entries,
    ordered: direction !== undefined,
    *walk() {
      for (const { from, to } of ranges) {
        for (let step = 0; step < to - from; step += 1) {
          const id = index.idAt(direction === -1 ? to - 1 - step : from + step);
          if (id !== undefined) yield id;
        }
      }
    },
  };
}

interface Used {
  /** Values of the first fields, each combination. */
  readonly points: readonly Key[];
  /** Of the field after them. */
  readonly range: Range | undefined;
}

function used(index: OrderedIndex, bounds: ReadonlyMap<string, readonly Bounds[]>): Used {
  let points: readonly Key[] = [[]];
  for (const [at, { field }] of index.fields.entries()) {
    const next = tightest(bounds.get(field) ?? [], index.isArray(at));
    if (next === undefined) break;
    if (next.kind === 'range') return { points, range: next };
    const values = distinct(next.values);
    if (points.length * values.length > MAX_POINTS) break;
    points = points.flatMap((prefix) => values.map((value) => [...prefix, value]));
  }
  return { points, range: undefined };
}

function distinct(values: readonly unknown[]): readonly unknown[] {
  return values.filter((value, at) => values.findIndex((other) => compareValues(value, other) === 0) === at);
}

function locator(index: OrderedIndex, prefix: Key, range: Range | undefined): Locate {
  const directions = index.fields.map(({ direction }) => (direction === 'ascending' ? 1 : -1));
  return (key) => {
    for (const [at, value] of prefix.entries()) {
      const order = compareValues(key[at], value) * (directions[at] ?? 1);
      if (order !== 0) return order;
    }
    return range === undefined ? 0 : place(key[prefix.length], range) * (directions[prefix.length] ?? 1);
  };
}

/** Which way to walk so that documents come sorted: 1, -1 for backwards, undefined where neither does it. */
function orderOf(index: OrderedIndex, equal: number, sort: Sort | undefined): 1 | -1 | undefined {
  const fixed = new Set(index.fields.slice(0, equal).map(({ field }) => field));
  const wanted = Object.entries(sort ?? {}).filter(([field]) => !fixed.has(field));
  if (wanted.length === 0 || wanted.some((_field, at) => index.isArray(equal + at))) return undefined;
  const ways = wanted.map(([field, way], at) => {
    const own = index.fields[equal + at];
    return own?.field === field ? Math.sign(Number(way)) * (own.direction === 'ascending' ? 1 : -1) : 0;
  });
  if (ways.every((way) => way === 1)) return 1;
  return ways.every((way) => way === -1) ? -1 : undefined;
}

/** `or`: a plan for each branch, with all else that the filter says. None where one branch has none. */
function unions(indexes: readonly OrderedIndex[], filter: Filter): readonly Plan[] {
  const { $or: branches, ...rest } = filter;
  if (!Array.isArray(branches) || branches.length === 0 || !branches.every(isRecord)) return [];
  const plans = branches.map((branch) => {
    const ofBranch = plansFor(indexes, { $and: [rest, branch] }, undefined);
    return [...ofBranch].sort((left, right) => left.entries - right.entries)[0];
  });
  if (!plans.every((plan) => plan !== undefined)) return [];
  return [
    {
      index: [...new Set(plans.map(({ index }) => index))].join(' + '),
      entries: plans.reduce((sum, { entries }) => sum + entries, 0),
      ordered: false,
      *walk() {
        for (const plan of plans) yield* plan.walk();
      },
    },
  ];
}
