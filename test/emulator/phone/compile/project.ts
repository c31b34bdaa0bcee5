import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { CompileError } from './compile-error';
import { parseJson, type JsonObject } from './json';

/** What DevTools reads before it opens a folder. */
export interface Project {
  readonly appId: string;
  /** `projectname`. */
  readonly name: string | undefined;
  /** Absolute folder of app.json. */
  readonly miniprogramRoot: string;
  /** Absolute folder of the cloud functions, if there are any. */
  readonly cloudfunctionRoot: string | undefined;
}

/** Reads project.config.json; project.private.config.json is preferred where it says something (WeChat: devtools/projectconfig.md). */
export async function readProject(projectDir: string): Promise<Project> {
  const shared = await readConfig(projectDir, 'project.config.json');
  if (!shared) {
    throw new CompileError(
      { file: 'project.config.json' },
      `there is none in ${resolve(projectDir)}: not a mini program`,
    );
  }
  const config: JsonObject = { ...shared, ...(await readConfig(projectDir, 'project.private.config.json')) };
  const text = (field: string): string | undefined => {
    const value = config[field];
    if (value === undefined || value === '') return undefined;
    if (typeof value !== 'string')
      throw new CompileError({ file: 'project.config.json' }, `"${field}" must be a string`);
    return value;
  };
  const cloud = text('cloudfunctionRoot');
  return {
    appId: text('appid') ?? 'touristappid',
    name: text('projectname'),
    miniprogramRoot: resolve(projectDir, text('miniprogramRoot') ?? text('srcMiniprogramRoot') ?? '.'),
    cloudfunctionRoot: cloud === undefined ? undefined : resolve(projectDir, cloud),
  };
}

async function readConfig(projectDir: string, file: string): Promise<JsonObject | undefined> {
  let text: string;
  try {
    text = await readFile(join(projectDir, file), 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
  return parseJson(file, text);
}
