import { createLanguage } from './language';

export interface ScopeOptions {
  /** What a name that nobody declared is: an error, or, as in WXS, a variable that may be assigned. */
  readonly undeclared: 'error' | 'variable';
}

/**
 * A global object of its own for code that shares the realm with the host. Beside the language the code sees what it is
 * given; whatever else the real global object has, now or later (`window`, `process`, an element's id), is undefined.
 */
export class ClosedScope {
  /** The global object of the code inside. What is added to it is seen by its name. */
  readonly global: Record<string, unknown>;
  readonly #proxy: object;

  constructor(visible: Readonly<Record<string, unknown>>, { undeclared }: ScopeOptions = { undeclared: 'error' }) {
    this.global = Object.assign(createLanguage(), visible);
    this.#proxy = new Proxy(this.global, {
      has: (target, name) => undeclared === 'variable' || name in target || name in globalThis,
    });
  }

  /** The value of an expression, as strict code: a call without `this` must not find the real global object. */
  evaluate(expression: string, sourceURL: string): unknown {
    // What is there already is found without the detour over the proxy.
    const names = Object.keys(this.global);
    const inner = `function(${names.join()}){"use strict";return (${expression}\n)}`;
    // The one way to run text with names of our choice. `with` hands every other name to the proxy.
    // eslint-disable-next-line @typescript-eslint/no-implied-eval
    const make = new Function(`with(this)return ${inner}\n//# sourceURL=${sourceURL}`) as () => (
      ...values: readonly unknown[]
    ) => unknown;
    return make.call(this.#proxy)(...Object.values(this.global));
  }
}
