import { createWx, type Wx } from '../api';
import { Consent } from '../api/consent';
import type { AppPackage } from '../app-package';
import type { Bridge, EnterOptions, PhoneEvent } from '../bridge';
import { registerBuiltIns } from '../components';
import { AppThread } from '../engine/app-thread';
import type { Screen } from '../engine/screen';
import { TempFiles } from '../files/temp-files';
import { createNativeUI } from '../native';
import type { ConsentGate, NativeUI, PhoneContext, PhoneView, Sharing } from '../parts';
import { CardSharing } from '../share/card-sharing';
import { AppEventBus } from './app-events';
import { AppRuntime } from './app-runtime';
import { ErrorReport } from './error-report';
import { LifeCycle } from './life-cycle';
import { instanceMethods } from './instance-methods';
import { PageMaker } from './page-maker';
import { AppPageStack } from './page-stack';
import type { PhoneState } from './phone-state';

export interface MiniProgramParts {
  readonly bridge: Bridge;
  readonly screen: Screen;
  readonly view: PhoneView | undefined;
  readonly state: PhoneState;
  /** Tells the world, and who listens on the phone itself. */
  emit(event: PhoneEvent): void;
}

/** One run of the mini program, as all parts of the phone see it: from a cold start, or a reload, to the next. */
export class MiniProgram implements PhoneContext {
  readonly bridge: Bridge;
  readonly native: NativeUI = createNativeUI();
  readonly files = new TempFiles();
  readonly events: AppEventBus;
  readonly consent: ConsentGate;
  readonly stack: AppPageStack;
  readonly wx: Wx;
  readonly runtime: AppRuntime;
  readonly sharing: Sharing;
  readonly life = new LifeCycle(this);
  readonly #errors: ErrorReport;
  #package: AppPackage;
  #ended = false;

  constructor(
    readonly parts: MiniProgramParts,
    pkg: AppPackage,
    readonly launchOptions: EnterOptions,
    public enterOptions: EnterOptions = launchOptions,
  ) {
    const { bridge, screen, state } = parts;
    const emit = (event: PhoneEvent): void => {
      if (!this.#ended) parts.emit(event);
    };
    this.#package = pkg;
    this.bridge = {
      request: (method, params) => this.#whileRunning(() => bridge.request(method, params, state.boot.life)),
      onCommand: (listener) => bridge.onCommand(listener),
      emit,
    };
    const thread = new AppThread((error) => this.reportError(error));
    this.events = new AppEventBus(thread);
    this.#errors = new ErrorReport({
      events: this.events,
      now: () => state.now(),
      emit,
      callApp: (hook, argument) => this.runtime.app.call(hook, argument),
    });
    this.consent = new Consent(this);
    this.stack = new AppPageStack(new PageMaker(this));
    this.sharing = new CardSharing(this, (work) => this.life.away(work));
    this.wx = createWx(this);
    this.runtime = new AppRuntime({
      thread,
      screen,
      pkg,
      phoneId: state.boot.phoneId,
      globals: { wx: this.wx, getCurrentPages: () => [...this.stack.callers] },
      instanceMethods: instanceMethods(() => this.wx),
      registerBuiltIns: (space) => registerBuiltIns(space, this),
      now: () => state.now(),
      recordConsole: (level, args) => emit({ event: 'console', level, args, at: state.now() }),
      recordSetData: (record) => emit({ event: 'setData', ...record, at: state.now() }),
    });
  }

  /** Pages are unloaded. Promises that app code still waits for stay open, so that nothing of it goes on. */
  async end(): Promise<void> {
    await this.stack.closeAll();
    this.#ended = true;
    this.runtime.stop();
  }

  /** Takes over another package where only templates and styles differ; false if more does. */
  swap(pkg: AppPackage): boolean {
    const rest = ({ hash: _hash, templates: _templates, styles: _styles, ...others }: AppPackage): string =>
      JSON.stringify(others);
    if (rest(pkg) !== rest(this.package)) return false;
    this.#package = pkg;
    this.runtime.swap(
      pkg,
      this.stack.pages.map(({ component }) => component),
    );
    return true;
  }

  #whileRunning<T>(ask: () => Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      if (this.#ended) return;
      ask().then(
        (answer) => !this.#ended && resolve(answer),
        (failure: Error) => !this.#ended && reject(failure),
      );
    });
  }

  get package(): AppPackage {
    return this.#package;
  }
  get view(): PhoneView | undefined {
    return this.parts.view;
  }
  get theme(): 'light' | 'dark' {
    return this.parts.state.theme;
  }
  get online(): boolean {
    return this.parts.state.online;
  }
  get user(): PhoneContext['user'] {
    return this.parts.state.boot.user;
  }
  get client(): PhoneContext['client'] {
    return this.parts.state.client;
  }
  get storage(): Map<string, unknown> {
    return this.parts.state.storage;
  }

  now(): number {
    return this.parts.state.now();
  }

  reportError(error: unknown): void {
    this.#errors.report(error);
  }

  reportRejection(reason: unknown, promise: unknown): void {
    this.#errors.reportRejection(reason, promise);
  }
}
