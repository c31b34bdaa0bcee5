import { refusedFunction } from './refused-function';

/** What ECMAScript itself defines; WeChat adds what an old system lacks (framework/runtime/js-support.md). */
const NAMES = [
  ...['undefined', 'NaN', 'Infinity', 'isFinite', 'isNaN', 'parseFloat', 'parseInt', 'escape', 'unescape'],
  ...['decodeURI', 'decodeURIComponent', 'encodeURI', 'encodeURIComponent'],
  ...['Object', 'Boolean', 'Symbol', 'Number', 'BigInt', 'Math', 'Date', 'String', 'RegExp', 'Array', 'JSON', 'Intl'],
  ...['Error', 'AggregateError', 'EvalError', 'RangeError', 'ReferenceError', 'SyntaxError', 'TypeError', 'URIError'],
  ...['ArrayBuffer', 'DataView', 'Int8Array', 'Uint8Array', 'Uint8ClampedArray', 'Int16Array', 'Uint16Array'],
  ...['Int32Array', 'Uint32Array', 'Float32Array', 'Float64Array', 'BigInt64Array', 'BigUint64Array'],
  ...['Map', 'Set', 'WeakMap', 'WeakSet', 'WeakRef', 'FinalizationRegistry', 'Promise', 'Proxy', 'Reflect'],
] as const;

/** The global object of app code before WeChat adds its own: the language, and `Function` as WeChat has it. */
export function createLanguage(): Record<string, unknown> {
  const language: Record<string, unknown> = {};
  for (const name of NAMES) if (name in globalThis) language[name] = Reflect.get(globalThis, name);
  language['Function'] = refusedFunction('Function', Function.prototype, language);
  return language;
}
