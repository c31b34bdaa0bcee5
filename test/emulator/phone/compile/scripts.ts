import { transform } from 'esbuild';
import { esbuildError } from './esbuild-error';
import type { Sources } from './source-folder';

const MODULE_SYNTAX =
  /^\s*(?:import\s*(?:[\w*{'"]|\/\*)|export\s*(?:\{|\*|default|const|let|var|function|class|async))/m;

/** CommonJS of every script. Plain CommonJS stays byte for byte; ES modules and TypeScript are translated, as DevTools does. */
export class Scripts {
  readonly #made = new Map<string, { readonly text: string; readonly code: string }>();

  async compile(source: Sources): Promise<Record<string, string>> {
    const modules: Record<string, string> = {};
    for (const file of source.paths) {
      if (!/\.[jt]s$/.test(file) || file.endsWith('.d.ts')) continue;
      const text = await source.read(file);
      const known = this.#made.get(file);
      const code = known?.text === text ? known.code : await translate(file, text);
      this.#made.set(file, { text, code });
      modules[file.replace(/\.ts$/, '.js')] = code;
    }
    return modules;
  }
}

async function translate(file: string, text: string): Promise<string> {
  const typed = file.endsWith('.ts');
  if (!typed && !MODULE_SYNTAX.test(text)) return text;
  try {
    const { code } = await transform(text, {
      loader: typed ? 'ts' : 'js',
      format: 'cjs',
      target: 'es2020',
      charset: 'utf8',
      sourcefile: file,
    });
    return code;
  } catch (error) {
    throw esbuildError(file, error);
  }
}
