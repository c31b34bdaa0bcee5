import type { EnterOptions } from '../bridge';
import type { MiniProgram } from './mini-program';
import { parseUrl, type Target } from './route';

/** The mini program comes, goes to the background and comes back (WeChat: framework/runtime/operating-mechanism.md). */
export class LifeCycle {
  #hidden = true;

  constructor(readonly program: MiniProgram) {}

  /** Runs app.js, then App.onLaunch and onShow, then opens `restored` pages, or the one that the entry names. */
  async launch(restored: readonly Target[] = []): Promise<void> {
    const { runtime, stack, enterOptions } = this.program;
    runtime.launch();
    runtime.app.call('onLaunch', this.program.launchOptions);
    this.#show(enterOptions);
    if (restored.length > 0) await stack.restore(restored);
    else await this.#openEntry(enterOptions);
    await new Promise<void>((resolve) => runtime.thread.post(resolve));
  }

  /** Back from the background: where the entry names a page, that page alone; else what was on top. */
  async enter(options: EnterOptions): Promise<void> {
    if (!this.#hidden) this.hide();
    this.program.enterOptions = options;
    this.#show(options);
    if (options.path === '') this.program.stack.top?.show();
    else await this.#openEntry(options);
  }

  hide(): void {
    if (this.#hidden) return;
    const { runtime, stack, events } = this.program;
    this.#hidden = true;
    stack.top?.hide();
    runtime.app.call('onHide');
    events.emit('appHide', { reason: 0 });
  }

  /**
   * WeChat shows something of its own in front (its list of chats) while `work` runs. The mini program comes back with
   * the options of its last entry. That it is hidden at all is seen on devices and documented nowhere: UNCONFIRMED.
   */
  async away<T>(work: () => Promise<T>): Promise<T> {
    this.hide();
    try {
      return await work();
    } finally {
      // Unless somebody opened another card meanwhile.
      if (this.#hidden) this.#comeBack();
    }
  }

  #comeBack(): void {
    this.#show(this.program.enterOptions);
    this.program.stack.top?.show();
  }

  #show(options: EnterOptions): void {
    this.#hidden = false;
    const { runtime, events } = this.program;
    runtime.app.call('onShow', { ...options });
    events.emit('appShow', { ...options });
  }

  async #openEntry({ path, query }: EnterOptions): Promise<void> {
    const { package: pkg, stack, runtime, events } = this.program;
    const target = parseUrl(`/${path}`, undefined);
    if (pkg.pages.includes(target.path)) {
      await stack.open({ path: target.path, query: { ...target.query, ...query } });
      return;
    }
    const missing = { path: target.path, query, isEntryPage: true };
    const handled = runtime.app.has('onPageNotFound');
    runtime.app.call('onPageNotFound', missing);
    events.emit('pageNotFound', missing);
    if (!handled) this.program.reportError(new Error(`page "${target.path}" is not found`));
    await stack.settled();
    const [home = ''] = pkg.pages;
    if (stack.pages.length === 0) await stack.open({ path: home, query: {} });
  }
}
