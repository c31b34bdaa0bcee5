import { refusedFunction } from './refused-function';

/**
 * From now on `(() => {}).constructor` makes no code from text, for all code of this realm: app code shares it with the
 * host, and would find the real global object that way. Who says `Function` by name keeps the real one; the engine and
 * the libraries of the emulator do, or only read the constructor's name.
 */
export function closeFunctionConstructors(): void {
  // Read of values: where async functions are compiled away, their prototype is that of functions.
  const kinds = [() => {}, async () => {}, function* () {}, async function* () {}];
  for (const prototype of new Set(kinds.map((kind) => Object.getPrototypeOf(kind) as object))) {
    const { name } = prototype.constructor;
    const value = refusedFunction(name, prototype);
    Object.defineProperty(prototype, 'constructor', { value, configurable: true, writable: name === 'Function' });
  }
}
