/**
 * Stands for a constructor of functions in app code: `x instanceof Function` works, making code from text does not, but
 * for `new Function('return this')`, which answers `global` (WeChat: framework/runtime/js-support.md).
 */
export function refusedFunction(name: string, prototype: object, global?: object): FunctionConstructor {
  const stand = function (...texts: readonly unknown[]): () => unknown {
    if (global && texts.length === 1 && String(texts[0]).trim().replace(/;$/, '') === 'return this')
      return () => global;
    throw new Error(`${name}(...) cannot be used in a mini program: code cannot be made from text`);
  };
  Object.defineProperties(stand, { name: { value: name }, length: { value: 1 }, prototype: { value: prototype } });
  return stand as unknown as FunctionConstructor;
}
