import { transform } from 'esbuild';
import { CompileError } from './compile-error';
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
    throw compileError(file, error);
  }
}

function compileError(file: string, error: unknown): unknown {
  if (!(error instanceof Error) || !('errors' in error) || !Array.isArray(error.errors)) return error;
  const [first] = error.errors as readonly { text: string; location: { line: number; column: number } | null }[];
  if (!first) return error;
  const at = first.location ? { line: first.location.line, column: first.location.column + 1 } : {};
  return new CompileError({ file, ...at }, first.text, { cause: error });
}
