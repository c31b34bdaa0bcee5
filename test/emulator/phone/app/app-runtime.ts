import type * as glassEasel from 'glass-easel';
import type { AppPackage } from '../app-package';
import type { AppThread } from '../engine/app-thread';
import { ComponentRegistry, type InstanceMethods } from '../engine/component-registry';
import { listenToEngine } from '../engine/engine-errors';
import { createEventHandler } from '../engine/handle-event';
import { dependenciesOf, showStyles } from '../engine/package-styles';
import type { Screen } from '../engine/screen';
import type { SetDataRecord } from '../engine/set-data';
import { evaluateTemplates } from '../engine/templates';
import { createAppConsole, type ConsoleLevel } from './app-console';
import { AppObject } from './app-object';
import { AppTimers } from './app-timers';
import { Definitions } from './definitions';
import { ModuleLoader } from './module-loader';
import { movedDate } from './moved-date';
import { ReadyQueue } from './ready-queue';
import { Sandbox, type AppGlobals } from './sandbox';

export interface RuntimeOptions {
  readonly thread: AppThread;
  readonly pkg: AppPackage;
  readonly screen: Screen;
  /** Names the scripts of this phone in stack traces. */
  readonly phoneId: string;
  /** What app code sees beside what this class gives it: `wx`, `getCurrentPages`. */
  readonly globals: AppGlobals;
  readonly instanceMethods: InstanceMethods;
  readonly registerBuiltIns: (space: glassEasel.ComponentSpace) => void;
  readonly now: () => number;
  readonly recordConsole: (level: ConsoleLevel, args: readonly unknown[]) => void;
  readonly recordSetData: (record: SetDataRecord) => void;
}

/** One run of a package, from the cold start until the mini program is closed or loaded again. */
export class AppRuntime {
  readonly thread: AppThread;
  readonly app: AppObject;
  readonly registry: ComponentRegistry;
  readonly #timers: AppTimers;
  readonly #sandbox: Sandbox;
  readonly #loader: ModuleLoader;
  readonly #definitions: Definitions;
  readonly #console: ReturnType<typeof createAppConsole>;
  readonly #date: DateConstructor;
  #pkg: AppPackage;
  readonly #ends: (() => void)[] = [];

  constructor(readonly options: RuntimeOptions) {
    const { pkg } = options;
    this.#pkg = pkg;
    this.thread = options.thread;
    this.app = new AppObject(this.thread);
    this.#timers = new AppTimers(this.thread);
    this.#console = createAppConsole(options.recordConsole);
    this.#date = movedDate(options.now);
    const hooks = {
      thread: this.thread,
      recordSetData: options.recordSetData,
      warn: (message: string) => options.recordConsole('warn', [message]),
    };
    this.registry = new ComponentRegistry(pkg, this.#evaluateTemplates(), hooks, {
      ready: new ReadyQueue(this.thread),
      methods: options.instanceMethods,
    });
    this.#ends.push(
      listenToEngine(this.registry.space, {
        error: (error) => this.thread.reportError(error),
        warning: once(hooks.warn),
      }),
    );
    options.registerBuiltIns(this.registry.space);
    this.#definitions = new Definitions(this.registry);
    this.#sandbox = this.#createSandbox({ ...this.app.globals, ...this.#definitions.globals });
    this.#loader = new ModuleLoader(pkg, this.#sandbox);
    this.registry.space.setComponentWaitingListener((_public, path) => this.thread.post(() => this.#define(path)));
  }

  /** Runs app.js and, without lazy loading, all pages and components of the main package. */
  launch(): void {
    const pkg = this.#pkg;
    this.thread.run(() => this.#loader.run('app.js'));
    if (pkg.app['lazyCodeLoading'] === 'requiredComponents') return;
    for (const page of pkg.pages) if (this.#loader.packageOf(page) === '') this.#defineAll(page);
  }

  /** Loads what a page needs and creates its component, not yet on the screen. */
  createPage(path: string): glassEasel.GeneralComponent {
    const pkg = this.#pkg;
    const { screen } = this.options;
    this.#loader.loadPackageOf(path);
    this.#defineAll(path);
    return this.#create(path, () => showStyles(screen, pkg, this.registry, path));
  }

  /** The same for a page of WeChat's own, whose script gets `host` as `wechat`, and runs anew each time. */
  createNativePage(path: string, host: unknown): glassEasel.GeneralComponent {
    const pkg = this.#pkg;
    const { screen } = this.options;
    const { Page, Component } = this.#definitions.globals;
    const loader = new ModuleLoader(pkg, this.#createSandbox({ Page, Component, wechat: host }));
    this.#definitions.within(path, () => void loader.run(`${path}.js`));
    return this.#create(path, () => showStyles(screen, pkg, this.registry, path));
  }

  /** Runs the source of a function with the globals of app code, as automation does. */
  evaluate(functionSource: string, args: readonly unknown[], self?: unknown): unknown {
    const evaluated = this.#sandbox.evaluate(functionSource);
    if (typeof evaluated !== 'function') throw new TypeError('a function was expected');
    return (evaluated as (...given: readonly unknown[]) => unknown).call(self, ...args);
  }

  /** Makes a function a global of code that is evaluated from now on. */
  expose(name: string, fn: (...args: unknown[]) => void): void {
    this.#sandbox.expose(name, fn);
  }

  /** Other templates and styles, the same scripts: pages keep their data. */
  swap(pkg: AppPackage, pages: readonly glassEasel.GeneralComponent[]): void {
    this.#pkg = pkg;
    this.registry.useTemplates(this.#evaluateTemplates());
    for (const page of pages) {
      showStyles(this.options.screen, pkg, this.registry, page.is);
      page.applyTemplateUpdates();
    }
  }

  stop(): void {
    this.thread.stop();
    this.#timers.stop();
    for (const end of this.#ends) end();
  }

  #evaluateTemplates() {
    const onEvent = createEventHandler(this.thread);
    return evaluateTemplates(this.#pkg.templates, { onEvent, console: this.#console, now: this.options.now });
  }

  #createSandbox(globals: AppGlobals): Sandbox {
    return new Sandbox(
      {
        ...this.options.globals,
        ...this.#timers.globals,
        console: this.#console,
        Date: this.#date,
        ...globals,
      },
      `appservice/${this.options.phoneId}/`,
    );
  }

  #create(path: string, beforehand: () => void): glassEasel.GeneralComponent {
    if (!this.registry.definition(path)) this.#defineEmpty(path);
    beforehand();
    return this.registry.space.createComponentByUrl('wx-page', `/${path}`, null, this.options.screen.backend);
  }

  /** The script failed, or forgot Page(): the page is opened all the same, with nothing behind its template. */
  #defineEmpty(path: string): void {
    this.thread.reportError(new Error(`Page "${path}" has not been registered yet: ${path}.js has not called Page()`));
    this.#definitions.within(path, () => this.#definitions.globals.Page({}));
  }

  /** Components first, the page last. What lies in a subpackage that is not loaded stays a placeholder. */
  #defineAll(path: string): void {
    const pkg = this.#pkg;
    const { componentPlaceholder = {}, usingComponents = {} } = pkg.configs[path] ?? {};
    const placed = new Set(Object.keys(componentPlaceholder).map((tag) => usingComponents[tag]?.replace(/^\//, '')));
    for (const dependency of dependenciesOf(pkg, path)) {
      const away = this.#loader.packageOf(dependency) !== this.#loader.packageOf(path);
      if (!(placed.has(dependency) && away)) this.#define(dependency);
    }
  }

  #define(path: string): void {
    const file = `${path}.js`;
    if (!this.#loader.has(file) || this.registry.definition(path)) return;
    this.#loader.loadPackageOf(path);
    this.thread.run(() => this.#definitions.within(path, () => void this.#loader.run(file)));
  }
}

function once(say: (message: string) => void): (message: string) => void {
  const said = new Set<string>();
  return (message) => {
    if (said.has(message)) return;
    said.add(message);
    say(message);
  };
}
