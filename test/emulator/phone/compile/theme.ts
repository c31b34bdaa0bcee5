import type { AppJson, Themes } from '../app-package';
import { CompileError } from './compile-error';
import { parseJson, stringMap } from './json';
import { resolveFrom } from './path';
import type { Sources } from './source-folder';

/** What `@name` in app.json and page JSON stands for in each theme (WeChat: framework/ability/darkmode.md). */
export async function readThemes(source: Sources, app: AppJson): Promise<Themes | undefined> {
  const location = app.themeLocation;
  if (location === undefined) return undefined;
  const file = resolveFrom('app.json', location);
  if (!source.has(file)) throw new CompileError({ file: 'app.json' }, `"themeLocation": ${location} not found`);
  const json = parseJson(file, await source.read(file));
  return { light: stringMap(file, 'light', json['light']), dark: stringMap(file, 'dark', json['dark']) };
}
