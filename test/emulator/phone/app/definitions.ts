import type { ComponentRegistry } from '../engine/component-registry';

type Definition = Readonly<Record<string, unknown>>;
type Space = ComponentRegistry['codeSpace'];
type BehaviorHandle = ReturnType<ReturnType<Space['behavior']>['register']>;

/** `Page`, `Component` and `Behavior` of app code: what they define is kept under the path of the file that runs. */
export class Definitions {
  #path: string | undefined;
  readonly #formField: BehaviorHandle;

  constructor(readonly registry: ComponentRegistry) {
    this.#formField = registry.codeSpace
      .behavior()
      .definition({ properties: { name: String, value: null } })
      .register();
  }

  readonly globals = {
    Page: (definition: Definition): void => {
      const path = this.#current('Page');
      this.registry.codeSpace
        .component(path)
        .pageDefinition(this.#prepare(definition) as never)
        .register();
    },
    Component: (definition?: Definition): unknown => {
      const path = this.#current('Component');
      if (definition === undefined) return this.registry.codeSpace.component(path);
      this.registry.useStyleOptions(path, definition['options'] as Parameters<ComponentRegistry['useStyleOptions']>[1]);
      return this.registry.codeSpace.component(path).definition(this.#prepare(definition)).register();
    },
    Behavior: (definition?: Definition): unknown => {
      if (definition === undefined) return this.registry.codeSpace.behavior();
      return this.registry.codeSpace.behavior().definition(this.#prepare(definition)).register();
    },
  };

  /** Runs the script of a page or component: what it defines is that page or component. */
  within(path: string, run: () => void): void {
    const before = this.#path;
    this.#path = path;
    try {
      run();
    } finally {
      this.#path = before;
    }
  }

  #current(name: string): string {
    if (this.#path === undefined)
      throw new Error(`${name}() can only be called while the script of a page or component runs`);
    return this.#path;
  }

  /** WeChat's own behaviors are named by strings (WeChat: framework/custom-component/behaviors.md, 内置 behaviors). */
  #prepare(definition: Definition): Definition {
    const behaviors = definition['behaviors'];
    if (!Array.isArray(behaviors)) return definition;
    const known = behaviors.flatMap((behavior: unknown) => {
      if (typeof behavior !== 'string') return [behavior];
      if (behavior === 'wx://component-export') return [];
      if (/^wx:\/\/form-field(-group|-button)?$/.test(behavior)) return [this.#formField];
      throw new Error(`behavior "${behavior}" is not available in the local WeChat`);
    });
    return { ...definition, behaviors: known };
  }
}
