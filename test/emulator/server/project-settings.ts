import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What the console of CloudBase would be told about a project; options of the command line go first. */
export interface ProjectSettings {
  /** Function that prepares a new environment, called once as the console. */
  readonly setup?: string;
  /** Function that WeChat's pushes go to. */
  readonly pushReceiver?: string;
}

const NAMES = ['setup', 'pushReceiver'] as const;

/**
 * Reads `"localWeChat": { "setup": "...", "pushReceiver": "..." }` of the project's package.json; nothing where there is
 * none. Rejects with what is wrong about it.
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
    if (!NAMES.some((known) => known === name)) throw new Error(`${file}: localWeChat has no setting '${name}'`);
    if (typeof value !== 'string') throw new Error(`${file}: localWeChat.${name} should name a cloud function`);
  }
  return localWeChat;
}
