import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readIndexes } from '../cloud/database/indexes/read-indexes';
import type { DeclaredIndexes } from '../cloud/types';

/** What the console of CloudBase would be told about a project; options of the command line go first. */
export interface ProjectSettings {
  /** Function that prepares a new environment, called once as the console. */
  readonly setup?: string;
  /** Function that WeChat's pushes go to. */
  readonly pushReceiver?: string;
  /** Indexes that the database of the environment has. */
  readonly indexes?: DeclaredIndexes;
}

/** What each setting names. */
const NAMES: Readonly<Record<string, string>> = {
  setup: 'a cloud function',
  pushReceiver: 'a cloud function',
  schema: 'a file',
};

/**
 * Reads `"localWeChat": { "setup": "...", "pushReceiver": "...", "schema": "..." }` of the project's package.json;
 * nothing where there is none. `schema` is a module of the project that exports `schema`, its collections with their
 * indexes. Rejects with what is wrong about it.
 */
export async function readProjectSettings(projectDir: string): Promise<ProjectSettings> {
  const file = join(projectDir, 'package.json');
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '{}';
    throw error;
  });
  const { localWeChat = {} } = JSON.parse(text) as { readonly localWeChat?: unknown };
  if (typeof localWeChat !== 'object' || localWeChat === null)
    throw new Error(`${file}: localWeChat should be an object`);
  for (const [name, value] of Object.entries(localWeChat)) {
    const meant = Object.hasOwn(NAMES, name) ? NAMES[name] : undefined;
    if (meant === undefined) throw new Error(`${file}: localWeChat has no setting '${name}'`);
    if (typeof value !== 'string') throw new Error(`${file}: localWeChat.${name} should name ${meant}`);
  }
  const { schema, ...settings } = localWeChat as Readonly<Record<string, string>>;
  return schema === undefined ? settings : { ...settings, indexes: readIndexes(join(projectDir, schema)) };
}
