import { CompileError } from './compile-error';

export type JsonObject = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Parses a JSON file that must hold an object; what is wrong is said with its line. An empty file is an empty object. */
export function parseJson(file: string, text: string): JsonObject {
  if (text.trim() === '') return {};
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new CompileError(positionOf(file, text, error), reasonOf(error), { cause: error });
  }
  if (!isObject(value)) throw new CompileError({ file, line: 1 }, 'must contain a JSON object');
  return value;
}

const reasonOf = (error: unknown): string => `bad JSON: ${error instanceof Error ? error.message : String(error)}`;

/** V8 names an offset in some messages; otherwise the end of the input is where it went wrong. */
function positionOf(file: string, text: string, error: unknown): { file: string; line: number; column: number } {
  const offset = Number(/at position (\d+)/.exec(String(error))?.[1] ?? text.length);
  const before = text.slice(0, offset).split('\n');
  return { file, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

/** Strings of an object of strings, e.g. `usingComponents`; anything else is an error that names the file. */
export function stringMap(file: string, field: string, value: unknown): Readonly<Record<string, string>> {
  if (value === undefined) return {};
  if (!isObject(value)) throw new CompileError({ file }, `"${field}" must be an object`);
  return Object.fromEntries(
    Object.entries(value).map(([key, path]) => {
      if (typeof path !== 'string') throw new CompileError({ file }, `"${field}.${key}" must be a string`);
      return [key, path];
    }),
  );
}

export function stringList(file: string, field: string, value: unknown): readonly string[] {
  if (!Array.isArray(value) || !value.every((item) => typeof item === 'string')) {
    throw new CompileError({ file }, `"${field}" must be an array of strings`);
  }
  return value;
}
