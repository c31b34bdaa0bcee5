/**
 * Walks a dotted path as MongoDB's update does. mingo's updater is silent where MongoDB refuses (a path through null,
 * a number or an array's name), so a bug would pass here and fail on CloudBase: hence our own.
 */
import { isRecord } from '../../record';
import { databaseFailure } from '../../cloud-error';

/** A document that an update may change in place: a private copy. */
export type Draft = Record<string, unknown>;

/** The place that a path names: a field of an object or an element of an array. */
export interface Place {
  readonly exists: boolean;
  get(): unknown;
  set(value: unknown): void;
  /** Removes the field; an array element becomes null, as MongoDB does. */
  unset(): void;
}

/** Longest run of nulls that MongoDB fills in before a new array element. */
const MAX_PADDING = 1_500_000;

/**
 * The place of `path`, making objects on the way. Throws MongoDB's "Cannot create field" where the way leads through
 * something that is neither object nor array, or through an array by a name.
 */
export function reach(draft: Draft, path: string): Place {
  const names = split(path);
  let owner: unknown = draft;
  let ownerName = '';
  for (const name of names.slice(0, -1)) {
    const place = placeIn(owner, ownerName, name);
    if (!place.exists) place.set({});
    owner = place.get();
    ownerName = name;
  }
  return placeIn(owner, ownerName, last(names));
}

/** The place of `path` if it exists. Throws MongoDB's PathNotViable where nothing could ever stand there. */
export function existing(draft: Draft, path: string): Place | undefined {
  return walk(draft, path, (owner, ownerName, name) => {
    throw databaseFailure(
      `Cannot use the part (${name}) of (${path}) to traverse the element ({${ownerName}: ${shown(owner)}})`,
    );
  });
}

/** The place of `path` if it exists; undefined also where the way leads through a scalar, as `$unset` takes it. */
export function existingIfAny(draft: Draft, path: string): Place | undefined {
  return walk(draft, path, () => undefined);
}

/** The name of the first array that `path` leads through. */
export function arrayOnTheWay(draft: Draft, path: string): string | undefined {
  let owner: unknown = draft;
  let ownerName = '';
  for (const name of split(path)) {
    if (Array.isArray(owner)) return ownerName;
    if (!isRecord(owner)) return undefined;
    owner = field(owner, name).get();
    ownerName = name;
  }
  return undefined;
}

function walk(
  draft: Draft,
  path: string,
  blocked: (owner: unknown, ownerName: string, name: string) => undefined,
): Place | undefined {
  const names = split(path);
  let owner: unknown = draft;
  for (const [depth, name] of names.entries()) {
    const ownerName = names[depth - 1] ?? '';
    if (!isOwner(owner, name)) return blocked(owner, ownerName, name);
    const place = placeIn(owner, ownerName, name);
    if (!place.exists) return undefined;
    if (depth === names.length - 1) return place;
    owner = place.get();
  }
  return undefined;
}

export function split(path: string): readonly string[] {
  const names = path.split('.');
  if (names.includes('')) {
    throw databaseFailure(`The update path '${path}' contains an empty field name, which is not allowed.`);
  }
  return names;
}

function last(names: readonly string[]): string {
  return names[names.length - 1] ?? '';
}

function isOwner(owner: unknown, name: string): boolean {
  return isRecord(owner) || (Array.isArray(owner) && isIndex(name));
}

function isIndex(name: string): boolean {
  return /^(0|[1-9]\d*)$/.test(name);
}

function placeIn(owner: unknown, ownerName: string, name: string): Place {
  if (isRecord(owner)) return field(owner, name);
  if (Array.isArray(owner) && isIndex(name)) return element(owner, Number(name));
  throw databaseFailure(`Cannot create field '${name}' in element {${ownerName}: ${shown(owner)}}`);
}

function shown(value: unknown): string {
  return JSON.stringify(value) ?? 'undefined';
}

function field(owner: Draft, name: string): Place {
  return {
    exists: Object.hasOwn(owner, name),
    get: () => (Object.hasOwn(owner, name) ? owner[name] : undefined),
    set: (value) => {
      // A field called __proto__ is data like any other.
      Object.defineProperty(owner, name, { value, writable: true, enumerable: true, configurable: true });
    },
    unset: () => {
      delete owner[name];
    },
  };
}

function element(owner: unknown[], index: number): Place {
  return {
    exists: index < owner.length,
    get: () => owner[index],
    set: (value) => {
      if (index - owner.length > MAX_PADDING) {
        throw databaseFailure(`can't backfill more than ${MAX_PADDING} elements`);
      }
      while (owner.length < index) owner.push(null);
      owner[index] = value;
    },
    unset: () => {
      if (index < owner.length) owner[index] = null;
    },
  };
}
