export type ConsoleLevel = 'log' | 'info' | 'warn' | 'error' | 'debug';

/** `console` of app code: everything is recorded, as JSON. */
export function createAppConsole(record: (level: ConsoleLevel, args: readonly unknown[]) => void) {
  const counts = new Map<string, number>();
  const starts = new Map<string, number>();
  const level =
    (name: ConsoleLevel) =>
    (...args: unknown[]): void =>
      record(
        name,
        args.map((arg) => toRecord(arg)),
      );
  const log = level('log');
  const elapsed = (label: string): void => log(`${label}: ${Date.now() - (starts.get(label) ?? Date.now())} ms`);
  return {
    log,
    info: level('info'),
    warn: level('warn'),
    error: level('error'),
    debug: level('debug'),
    trace: level('debug'),
    table: log,
    dir: log,
    group: log,
    groupCollapsed: log,
    groupEnd: (): void => {},
    clear: (): void => {},
    assert: (condition: unknown, ...args: unknown[]): void => {
      if (!condition) record('error', ['Assertion failed', ...args.map((arg) => toRecord(arg))]);
    },
    count: (label = 'default'): void => {
      counts.set(label, (counts.get(label) ?? 0) + 1);
      log(`${label}: ${counts.get(label)}`);
    },
    time: (label = 'default'): void => void starts.set(label, Date.now()),
    timeLog: (label = 'default'): void => elapsed(label),
    timeEnd: (label = 'default'): void => {
      elapsed(label);
      starts.delete(label);
    },
  };
}

/** A value as the records keep it: JSON that says what it was. */
export function toRecord(value: unknown, seen: readonly unknown[] = []): unknown {
  if (value === undefined) return 'undefined';
  if (typeof value === 'function') return `ƒ ${value.name}()`;
  if (typeof value === 'symbol' || typeof value === 'bigint') return String(value);
  if (typeof value === 'number') return Number.isFinite(value) ? value : String(value);
  if (typeof value !== 'object' || value === null) return value;
  if (seen.includes(value)) return '[Circular]';
  if (value instanceof Error) return value.stack ?? String(value);
  if (value instanceof Date) return value.toISOString();
  if (seen.length >= 8) return Array.isArray(value) ? '[Array]' : '[Object]';
  const inside = [...seen, value];
  if (Array.isArray(value)) return value.map((item) => toRecord(item, inside));
  if (value instanceof Map || value instanceof Set)
    return [value.constructor.name, ...value].map((item) => toRecord(item, inside));
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, toRecord(item, inside)]));
}
