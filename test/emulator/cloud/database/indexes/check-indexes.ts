import type { DeclaredIndex, DeclaredIndexes } from '../../types';

/** CloudBase: 100 indexes a collection, 31 fields each (docs.cloudbase.net faq/database). */
const MAX_INDEXES = 100;
const MAX_FIELDS = 31;

/** Throws a TypeError that says which index cannot be, and why. */
export function checkIndexes(indexes: DeclaredIndexes): void {
  for (const [collection, declared] of Object.entries(indexes)) {
    if (declared.length > MAX_INDEXES) throw new TypeError(`${collection} has more than ${MAX_INDEXES} indexes`);
    for (const [at, index] of declared.entries()) {
      const wrong = reason(index, declared.slice(0, at));
      if (wrong !== undefined) throw new TypeError(`index ${index.name} of ${collection}: ${wrong}`);
    }
  }
}

function reason({ name, unique, fields }: DeclaredIndex, before: readonly DeclaredIndex[]): string | undefined {
  if (unique === true) return 'the local CloudBase keeps no unique index but that of _id: make the _id say it';
  if (before.some((other) => other.name === name)) return 'there are two of this name';
  if (fields.length === 0 || fields.length > MAX_FIELDS) return `it should have 1 to ${MAX_FIELDS} fields`;
  const twice = fields.find(({ field }, at) => fields.findIndex((other) => other.field === field) !== at);
  if (twice !== undefined) return `the field ${twice.field} stands in it twice`;
  const odd = fields.find(({ field }) => field.split('.').some((part) => part === '' || part.startsWith('$')));
  return odd && `'${odd.field}' is no path of a field`;
}
