/**
 * Stands for `Function` in app code: `x instanceof Function` works, making code from text does not, as on WeChat
 * (framework/runtime/js-support.md: `new Function` and `eval` cannot be used).
 */
export function createHiddenFunction(): FunctionConstructor {
  const stand = function Function(): never {
    throw new Error('Function(...) cannot be used in a mini program: code cannot be made from text');
  };
  Object.defineProperty(stand, 'prototype', { value: Function.prototype });
  return stand as unknown as FunctionConstructor;
}
