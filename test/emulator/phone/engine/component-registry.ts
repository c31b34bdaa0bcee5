import type * as glassEasel from 'glass-easel';
import { MiniProgramEnv, type CodeSpace } from 'glass-easel-miniprogram-adapter';
import type { AppPackage, PageJson } from '../app-package';
import { FROM_APP } from './app-event';
import { sendData, type SetDataHooks } from './set-data';

type Caller = { readonly _$: glassEasel.GeneralComponent };
type StaticConfig = Parameters<CodeSpace['addComponentStaticConfig']>[1];

/** Components' options as `Component({ options })` has them. */
interface StyleOptions {
  readonly styleIsolation?: string;
  readonly addGlobalClass?: boolean;
}

/** Additions to `this` of pages and components: name -> function, called with `this`. */
export type InstanceMethods = Readonly<Record<string, (this: Caller, ...args: never[]) => unknown>>;

export interface InstanceHooks {
  /** Hears of each component that is put on a page. */
  readonly ready: { add(component: glassEasel.GeneralComponent): void };
  readonly methods: InstanceMethods;
}

/** The pages and components of one package, as glass-easel and WeChat's adapter hold them. */
export class ComponentRegistry {
  readonly codeSpace: CodeSpace;
  readonly space: glassEasel.ComponentSpace;

  constructor(
    readonly pkg: AppPackage,
    templates: ReadonlyMap<string, glassEasel.template.ComponentTemplate>,
    hooks: SetDataHooks,
    instances: InstanceHooks,
  ) {
    this.codeSpace = new MiniProgramEnv().createCodeSpace('app', true);
    this.space = this.codeSpace.getComponentSpace();
    this.space.updateComponentOptions({ writeFieldsToNode: false, writeIdToDOM: true, useMethodCallerListeners: true });
    this.#keepIds();
    this.codeSpace.setOverallBehavior(this.#everyInstance(hooks, instances));
    for (const [path, config] of Object.entries(pkg.configs)) {
      const template = templates.get(path);
      if (template) this.codeSpace.addCompiledTemplate(path, template);
      this.codeSpace.addStyleSheet(path, undefined, scopeName(path));
      this.codeSpace.addComponentStaticConfig(path, this.#staticConfig(path, config));
    }
  }

  /** Before `Component()` registers it: where the script says how styles are isolated, the adapter reads JSON only. */
  useStyleOptions(path: string, options: StyleOptions | undefined): void {
    const config = this.codeSpace.getComponentStaticConfig(path);
    if (!config || !options || (options.styleIsolation === undefined && !options.addGlobalClass)) return;
    const styleIsolation = config.styleIsolation ?? options.styleIsolation ?? 'apply-shared';
    this.codeSpace.addComponentStaticConfig(path, { ...config, styleIsolation } as StaticConfig);
  }

  /** Other templates for what is registered already, and for what comes. Pages that are open are told apart. */
  useTemplates(templates: ReadonlyMap<string, glassEasel.template.ComponentTemplate>): void {
    for (const path of Object.keys(this.pkg.configs)) {
      const template = templates.get(path);
      if (!template) continue;
      this.codeSpace.addCompiledTemplate(path, template);
      const definition = this.definition(path);
      definition?.prepare();
      definition?.updateTemplate({ ...template });
    }
  }

  definition(path: string): glassEasel.GeneralComponentDefinition | undefined {
    return this.space.getComponentByUrlWithoutDefault(`/${path}`, '') ?? undefined;
  }

  /** The prefix of a component's classes; '' where it shares the page's. */
  classPrefix(path: string): string {
    const { styleScope } = this.definition(path)?.getComponentOptions() ?? {};
    return styleScope ? (this.space.styleScopeManager.queryName(styleScope) ?? '') : '';
  }

  /** What every page and component has, or does, on top of its own definition. */
  #everyInstance(hooks: SetDataHooks, { ready, methods }: InstanceHooks): glassEasel.GeneralBehavior {
    return this.space
      .defineBehavior({
        methods: { ...instanceMethods(hooks), ...methods },
        lifetimes: {
          created(this: unknown) {
            const { _$: component } = this as Caller;
            const host = component.getBackendElement() as { setAttribute(name: string, value: string): void } | null;
            host?.setAttribute('is', component.is);
          },
          attached(this: unknown) {
            ready.add((this as Caller)._$);
          },
        },
      })
      .general();
  }

  /** A page that is written with `Component()` is not isolated, whatever its JSON says of being a component. */
  #staticConfig(path: string, config: PageJson): StaticConfig {
    const page = this.pkg.pages.includes(path);
    return { ...config, ...(page ? { component: false } : {}) } as StaticConfig;
  }

  /** `#id` in WXSS means the id that the template says; the adapter would prefix it. */
  #keepIds(): void {
    type Prepare = (is: string, options?: unknown) => [glassEasel.ComponentOptions, unknown];
    const target = this.codeSpace as unknown as { prepareComponentOptions: Prepare };
    const prepare = target.prepareComponentOptions.bind(target);
    target.prepareComponentOptions = (is, options) => {
      const [prepared, isolation] = prepare(is, options);
      return [{ ...prepared, idPrefixGenerator: null }, isolation];
    };
  }
}

const scopeName = (path: string): string => path.replace(/[^\w-]/g, '-');

function instanceMethods(hooks: SetDataHooks) {
  return {
    setData(this: Caller, data: unknown, callback?: () => void): void {
      sendData(this._$, data, callback?.bind(this), hooks);
    },
    triggerEvent(this: Caller, name: string, detail?: unknown, options: glassEasel.EventOptions = {}): void {
      const { bubbles, composed, capturePhase } = options;
      this._$.triggerEvent(name, detail ?? {}, {
        bubbles: Boolean(bubbles),
        composed: Boolean(composed),
        capturePhase: Boolean(capturePhase),
        extraFields: { [FROM_APP]: true },
      });
    },
  };
}
