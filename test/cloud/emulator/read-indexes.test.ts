import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readIndexes } from '../../emulator/cloud/database/indexes/read-indexes';

const INDEX = { name: 'group', fields: [{ field: 'group', direction: 'ascending' }] };

describe('the indexes that a project declares', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'indexes-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  const read = (name: string, text: string) => {
    writeFileSync(path.join(folder, name), text);
    return readIndexes(path.join(folder, name));
  };

  test.each([
    ['TypeScript', 'schema.ts', (text: string) => `export const schema: readonly object[] = ${text};`],
    ['JavaScript', 'schema.js', (text: string) => `exports.schema = ${text};`],
    ['JSON', 'schema.json', (text: string) => `{ "schema": ${text} }`],
  ])('may stand in %s', (_name, file, code) => {
    const schema = [
      { name: 'people', indexes: [INDEX] },
      { name: 'notes', rule: 'ADMINONLY' },
    ];
    expect(read(file, code(JSON.stringify(schema)))).toEqual({ people: [INDEX], notes: [] });
  });

  test.each([
    ['no schema', `{ "other": [] }`, 'should export an array called schema'],
    [
      'a collection without a name',
      `{ "schema": [{ "indexes": [] }] }`,
      'every collection of schema should have a name',
    ],
    [
      'an index without fields',
      `{ "schema": [{ "name": "a", "indexes": [{ "name": "b" }] }] }`,
      'indexes of a should be',
    ],
    [
      'a direction 1',
      `{ "schema": [{ "name": "a", "indexes": [{ "name": "b", "fields": [{ "field": "c", "direction": 1 }] }] }] }`,
      'indexes of a should be',
    ],
  ])('%s is refused', (_name, text, message) => {
    expect(() => read('schema.json', text)).toThrow(message);
  });

  test('of a file that is not there are refused by its name', () => {
    expect(() => readIndexes(path.join(folder, 'nowhere.ts'))).toThrow('nowhere.ts');
  });
});
