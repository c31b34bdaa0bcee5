import { ClosedScope } from '../engine/closed-scope';

export interface AppModule {
  exports: unknown;
}

export type ModuleFunction = (require: unknown, module: AppModule, exports: unknown) => void;

/** Globals of app code: name -> value. */
export type AppGlobals = Readonly<Record<string, unknown>>;

/** Makes modules of app code. Beside the language itself they see `globals` and nothing of the browser or of Node. */
export class Sandbox {
  readonly #scope: ClosedScope;

  constructor(
    globals: AppGlobals,
    /** Put before paths in stack traces, so that an error can be told from the host's own. */
    readonly origin: string,
  ) {
    this.#scope = new ClosedScope(globals);
  }

  /** Makes something a global of app code. */
  expose(name: string, value: unknown): void {
    this.#scope.global[name] = value;
  }

  /** The function of one module: strict code, as what DevTools makes. Throws SyntaxError. */
  compile(path: string, source: string): ModuleFunction {
    return this.#scope.evaluate(`function(require,module,exports){${source}\n}`, this.#url(path)) as ModuleFunction;
  }

  /** The value of an expression in app code. */
  evaluate(expression: string): unknown {
    return this.#scope.evaluate(expression, this.#url('evaluated.js'));
  }

  #url(path: string): string {
    return `${this.origin}${path}`;
  }
}
