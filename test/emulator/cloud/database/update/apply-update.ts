import { databaseFailure } from '../../cloud-error';
import { isRecord } from '../../record';
import { copy, type Document } from '../document';
import type { Filter } from '../find';
import { ARRAY_OPERATORS } from './array-operators';
import { VALUE_OPERATORS, type Operator } from './operators';
import { split, type Draft } from './path';
import { positions } from './positional';

export type Modifier = Readonly<Record<string, unknown>>;

const OPERATORS: Readonly<Record<string, Operator>> = { ...VALUE_OPERATORS, ...ARRAY_OPERATORS };

/**
 * The document after an update; all of it or none. Throws MongoDB's refusals (DATABASE_REQUEST_FAILED, -502001).
 *
 * @param filter what selected the document: says which element `$` means.
 */
export function applyUpdate(document: Document, modifier: Modifier, filter: Filter): Document {
  const steps = Object.entries(modifier).flatMap(([name, fields]) => {
    const operator = Object.hasOwn(OPERATORS, name) ? OPERATORS[name] : undefined;
    if (operator === undefined) throw databaseFailure(`Unknown modifier: ${name}`);
    if (!isRecord(fields))
      throw databaseFailure(`Modifiers operate on fields but we found type ${typeof fields} instead.`);
    return Object.entries(fields).map(([path, operand]) => ({ name, operator, path, operand }));
  });
  refuseConflicts(steps.flatMap(({ name, path, operand }) => (name === '$rename' ? [path, String(operand)] : [path])));
  const draft: Draft = { ...copy(document) };
  for (const { operator, path, operand } of steps) {
    for (const place of positions(draft, path, filter)) operator(draft, place, copy(operand));
  }
  return { ...draft, _id: document._id };
}

/** Two operators on one field, or on a field and its part, are refused; so is `_id`. */
function refuseConflicts(paths: readonly string[]): void {
  const seen: string[] = [];
  for (const path of paths) {
    if (split(path)[0] === '_id') {
      throw databaseFailure(`Performing an update on the path '_id' would modify the immutable field '_id'`);
    }
    const other = seen.find((one) => `${one}.`.startsWith(`${path}.`) || `${path}.`.startsWith(`${one}.`));
    if (other !== undefined) throw databaseFailure(`Updating the path '${path}' would create a conflict at '${other}'`);
    seen.push(path);
  }
}
