import { HIDDEN_GLOBALS } from '../engine/hidden-globals';
import { createHiddenFunction } from './hidden-function';

export interface AppModule {
  exports: unknown;
}

export type ModuleFunction = (require: unknown, module: AppModule, exports: unknown) => void;

/** Globals of app code: name -> value. */
export type AppGlobals = Readonly<Record<string, unknown>>;

/** Makes modules of app code. Beside the language itself they see `globals` and nothing of the browser or of Node. */
export class Sandbox {
  readonly #visible: Record<string, unknown>;

  constructor(
    globals: AppGlobals,
    /** Put before paths in stack traces, so that an error can be told from the host's own. */
    readonly origin: string,
  ) {
    this.#visible = { Function: createHiddenFunction(), ...globals };
  }

  /** Makes something a global of code that is compiled from now on. */
  expose(name: string, value: unknown): void {
    this.#visible[name] = value;
  }

  /**
   * The function of one module. It is strict code, as what DevTools makes: a call without `this` must not find the
   * browser's global object. Throws SyntaxError.
   */
  compile(path: string, source: string): ModuleFunction {
    return this.#make(`return function(require,module,exports){"use strict";${source}\n};`, path) as ModuleFunction;
  }

  /** The value of an expression in app code. */
  evaluate(expression: string): unknown {
    return this.#make(`return (${expression}\n);`, 'evaluated.js');
  }

  #make(body: string, path: string): unknown {
    const names = Object.keys(this.#visible);
    const hidden = HIDDEN_GLOBALS.filter((name) => !(name in this.#visible));
    // The one way to run text with names of our choice; strict mode and hidden names are what keeps it in.
    // eslint-disable-next-line @typescript-eslint/no-implied-eval
    const make = new Function(...names, ...hidden, `${body}\n//# sourceURL=${this.origin}${path}`) as (
      ...values: readonly unknown[]
    ) => unknown;
    return make(...Object.values(this.#visible));
  }
}
