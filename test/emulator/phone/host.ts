import { createAutomation, type Automation, type AutomationSession } from '../automation';
import { MiniProgram } from './app/mini-program';
import { PhoneState } from './app/phone-state';
import type { Target } from './app/route';
import type { AppPackage } from './app-package';
import type { Boot, Bridge, EnterOptions, PhoneCommand, PhoneEvent } from './bridge';
import { closeFunctionConstructors } from './engine/close-function-constructors';
import { createDomScreen, createEmptyScreen, type Screen } from './engine/screen';
import type { PhoneContext, PhoneView } from './parts';

export interface PhoneOptions {
  readonly bridge: Bridge;
  /** Where the phone is drawn; `draw` is called with each new run of the mini program. */
  readonly view?: PhoneView & { draw?(context: PhoneContext): void };
  readonly backend: 'dom' | 'empty';
  /** Hears what the phone tells the world, too. */
  readonly onEvent?: (event: PhoneEvent) => void;
}

interface Run {
  readonly program: MiniProgram;
  readonly automation: Automation;
  readonly listeners: Set<(event: PhoneEvent) => void>;
}

/** One phone with one mini program on it: the same in a browser and in Node. */
export class Phone {
  readonly #screen: Screen;
  #run: Run | undefined;
  #last: Promise<void> = Promise.resolve();
  #routes = '';
  readonly #automationSession: AutomationSession = { logEnabled: false };
  readonly #stopListeners = new Set<() => void>();

  constructor(readonly options: PhoneOptions) {
    closeFunctionConstructors();
    const { view } = options;
    if (options.backend === 'dom' && !view) throw new Error('a phone with the dom backend needs a view');
    this.#screen =
      view && options.backend === 'dom' ? createDomScreen(view, () => this.context.theme) : createEmptyScreen();
    options.bridge.onCommand((command) => void this.#queue(() => this.#obey(command)));
  }

  /** The mini program that runs now. */
  get context(): PhoneContext {
    return this.#running.program;
  }

  /** Asks for the boot and starts the mini program; resolves when its first page is shown. */
  start(): Promise<void> {
    return this.#queue(async () => this.#boot(await this.options.bridge.request('boot', {})));
  }

  /** Where scripts of this phone say they are, in stack traces. */
  get origin(): string {
    return `appservice/${this.#running.program.parts.state.boot.phoneId}/`;
  }

  onStop(listener: () => void): void {
    this.#stopListeners.add(listener);
  }

  stop(): void {
    void this.#run?.program.end();
    this.#screen.dispose();
    for (const listener of this.#stopListeners) listener();
  }

  /** A promise of app code that nobody handled. */
  reportRejection(reason: unknown, promise: unknown): void {
    this.#running.program.reportRejection(reason, promise);
  }

  get #running(): Run {
    if (!this.#run) throw new Error('the phone has not started yet');
    return this.#run;
  }

  /** Commands and starts run one after the other; what goes wrong in one is recorded and does not end the phone. */
  #queue(task: () => void | Promise<void>): Promise<void> {
    const run = this.#last.then(task);
    this.#last = run.catch((error: unknown) => this.#run?.program.reportError(error));
    return run;
  }

  async #obey(command: PhoneCommand): Promise<void> {
    if (command.command === 'restart') return this.#boot(command.boot);
    const { program, automation } = this.#running;
    const { life } = program;
    const { state } = program.parts;
    switch (command.command) {
      case 'automation':
        // Not waited for: a tap may lead to a dialog that a later message answers.
        void automation.handle(command.message).then((message) => this.#emit({ event: 'automation', message }));
        return;
      case 'reload':
        return this.#reload(command.package);
      case 'enter':
        return life.enter(command.enter);
      case 'hide':
        return life.hide();
      case 'clock':
        state.clockOffset = command.offset;
        return;
      case 'theme':
        state.theme = command.theme;
        if (program.package.app.darkmode === true) program.runtime.app.call('onThemeChange', { theme: command.theme });
        program.events.emit('themeChange', { theme: command.theme });
        return;
      case 'network':
        state.online = command.online;
        program.events.emit('networkStatusChange', {
          isConnected: command.online,
          networkType: command.online ? 'wifi' : 'none',
        });
    }
  }

  async #boot(boot: Boot): Promise<void> {
    await this.#end();
    await this.#begin(new PhoneState(boot), boot.package, boot.enter);
    this.#tellReady();
  }

  /** The same phone, other sources: pages that still exist are opened again. */
  async #reload(pkg: AppPackage): Promise<void> {
    const { program } = this.#running;
    if (program.swap(pkg)) return;
    const targets = program.stack.pages
      .filter(({ path }) => pkg.pages.includes(path))
      .map(({ path, query }) => ({ path, query }));
    const { launchOptions, enterOptions } = program;
    const { state } = program.parts;
    await this.#end();
    await this.#begin(state, pkg, launchOptions, enterOptions, targets);
    this.#tellReady();
  }

  async #end(): Promise<void> {
    const run = this.#run;
    this.#run = undefined;
    this.#routes = '';
    await run?.program.end();
    this.#screen.clearStyles();
  }

  async #begin(
    state: PhoneState,
    pkg: AppPackage,
    launch: EnterOptions,
    enter = launch,
    restored: readonly Target[] = [],
  ): Promise<void> {
    const { bridge, view } = this.options;
    const emit = (event: PhoneEvent): void => this.#emit(event);
    const program = new MiniProgram({ bridge, screen: this.#screen, view, state, emit }, pkg, launch, enter);
    const { runtime } = program;
    const listeners = new Set<(event: PhoneEvent) => void>();
    const automation = createAutomation(program, {
      wx: program.wx,
      session: this.#automationSession,
      evaluate: (source, args, self) => runtime.evaluate(source, args, self),
      expose: (name, fn) => runtime.expose(name, fn),
      onPhoneEvent: (listener) => void listeners.add(listener),
    });
    this.#run = { program, automation, listeners };
    program.stack.subscribe(() => this.#tellRoutes(program));
    view?.draw?.(program);
    await program.life.launch(restored);
  }

  #tellReady(): void {
    const { program } = this.#running;
    this.#emit({ event: 'ready', life: program.parts.state.boot.life, at: program.now() });
  }

  #tellRoutes(program: MiniProgram): void {
    const stack = program.stack.pages.map(({ path }) => path);
    if (this.#routes === stack.join()) return;
    this.#routes = stack.join();
    this.#emit({ event: 'page', stack, at: program.now() });
  }

  #emit(event: PhoneEvent): void {
    this.options.bridge.emit(event);
    this.options.onEvent?.(event);
    for (const listener of this.#run?.listeners ?? []) listener(event);
  }
}
