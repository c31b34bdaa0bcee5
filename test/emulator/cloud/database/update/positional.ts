/** `list.$.field` (the element that the query matched) and `list.$[].field` (every element), as plain paths. */
import { Query } from 'mingo';
import { databaseFailure } from '../../cloud-error';
import type { Filter } from '../find';
import { existingIfAny, type Draft } from './path';

export function positions(draft: Draft, path: string, filter: Filter): readonly string[] {
  const names = path.split('.');
  const at = names.findIndex((name) => name === '$' || name === '$[]');
  if (at === -1) return [path];
  const field = names.slice(0, at).join('.');
  const rest = names.slice(at + 1);
  const list = field === '' ? undefined : existingIfAny(draft, field)?.get();
  if (!Array.isArray(list)) {
    throw databaseFailure(`The path '${field}' must exist in the document in order to apply array updates.`);
  }
  const indexes = names[at] === '$' ? [matched(list, field, filter)] : list.map((_, index) => index);
  return indexes.flatMap((index) => positions(draft, [field, index, ...rest].join('.'), filter));
}

function matched(list: readonly unknown[], field: string, filter: Filter): number {
  const conditions = Object.entries(filter).filter(([key]) => key === field || key.startsWith(`${field}.`));
  const query = new Query(Object.fromEntries(conditions), { scriptEnabled: false });
  const index = conditions.length === 0 ? -1 : list.findIndex((item) => query.test(nest(field, [item])));
  if (index === -1) {
    throw databaseFailure('The positional operator did not find the match needed from the query.');
  }
  return index;
}

function nest(path: string, value: unknown): Record<string, unknown> {
  return path.split('.').reduceRight<unknown>((inner, name) => ({ [name]: inner }), value) as Record<string, unknown>;
}
