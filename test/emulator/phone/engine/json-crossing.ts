/** What is left of a value that went from one of WeChat's threads to the other. */
export interface Crossing {
  readonly value: unknown;
  /** UTF-8 length of the JSON text. */
  readonly bytes: number;
  /** What JSON cannot carry, e.g. `"onTap" (a function)`. */
  readonly lost: readonly string[];
}

const encoder = new TextEncoder();

/** Sends a value through JSON. Throws TypeError for a cyclic value or a BigInt, as JSON.stringify does. */
export function crossAsJson(value: unknown): Crossing {
  const lost: string[] = [];
  const text = JSON.stringify(value, function (this: Record<string, unknown>, key, item: unknown) {
    const kind = lostKind(this[key]);
    if (kind !== undefined) lost.push(key === '' ? kind : `"${key}" (${kind})`);
    return item;
  }) as string | undefined;
  if (text === undefined) return { value: undefined, bytes: 0, lost };
  return { value: JSON.parse(text), bytes: encoder.encode(text).length, lost };
}

function lostKind(value: unknown): string | undefined {
  if (value === undefined) return 'undefined';
  if (typeof value === 'function') return 'a function';
  if (typeof value === 'symbol') return 'a symbol';
  if (typeof value === 'number') return Number.isFinite(value) ? undefined : String(value);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  if (value instanceof Date) return 'a Date becomes a string';
  if (value instanceof Map || value instanceof Set) return `a ${value.constructor.name}`;
  if (value instanceof RegExp || value instanceof Promise || value instanceof Error)
    return `a ${value.constructor.name}`;
  if (ArrayBuffer.isView(value) || value instanceof ArrayBuffer) return 'binary data';
  return undefined;
}
