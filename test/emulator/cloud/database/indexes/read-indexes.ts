import { createRequire } from 'node:module';
import { isRecord } from '../../record';
import type { DeclaredIndex, DeclaredIndexes } from '../../types';

/**
 * The indexes of a project: `file` exports `schema`, an array of `{ name, indexes: { name, unique?, fields: { field,
 * direction }[] }[] }`; TypeScript, JavaScript or JSON. Read once a process. Throws with what is wrong about it.
 */
export function readIndexes(file: string): DeclaredIndexes {
  const exported: unknown = createRequire(__filename)(file);
  const schema: unknown =
    typeof exported === 'object' && exported !== null && 'schema' in exported ? exported.schema : undefined;
  if (!Array.isArray(schema)) throw new Error(`${file} should export an array called schema`);
  return Object.fromEntries(
    schema.map((collection: unknown) => {
      if (!isRecord(collection) || typeof collection['name'] !== 'string') {
        throw new Error(`${file}: every collection of schema should have a name`);
      }
      const { name, indexes = [] } = collection;
      if (!Array.isArray(indexes) || !indexes.every(isIndex)) {
        throw new Error(`${file}: indexes of ${name} should be { name, fields: { field, direction }[] }[]`);
      }
      return [name, indexes];
    }),
  );
}

function isIndex(value: unknown): value is DeclaredIndex {
  if (!isRecord(value) || typeof value['name'] !== 'string' || !Array.isArray(value['fields'])) return false;
  return value['fields'].every((field: unknown) => {
    if (!isRecord(field) || typeof field['field'] !== 'string') return false;
    return field['direction'] === 'ascending' || field['direction'] === 'descending';
  });
}
