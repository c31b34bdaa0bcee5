/**
 * A copy as the JSON bridge between WeChat's threads makes it: functions and undefined are lost, dates are text.
 * Throws a TypeError on a cycle.
 */
export function jsonCopy<T>(value: T): T {
  const text: string | undefined = JSON.stringify(value);
  return text === undefined ? value : (JSON.parse(text) as T);
}

/** How WeChat's parameter errors name the type of a value: `String`, `Undefined`, `Array`, ... */
export function typeName(value: unknown): string {
  return Object.prototype.toString.call(value).slice('[object '.length, -1);
}
