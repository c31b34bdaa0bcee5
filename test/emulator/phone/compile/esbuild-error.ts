import { CompileError } from './compile-error';

/** The first thing that esbuild found wrong, as the compiler's own error; anything else as it is. */
export function esbuildError(file: string, error: unknown): unknown {
  if (!(error instanceof Error) || !('errors' in error) || !Array.isArray(error.errors)) return error;
  const [first] = error.errors as readonly { text: string; location: { line: number; column: number } | null }[];
  if (!first) return error;
  const at = first.location ? { line: first.location.line, column: first.location.column + 1 } : {};
  return new CompileError({ file, ...at }, first.text, { cause: error });
}
