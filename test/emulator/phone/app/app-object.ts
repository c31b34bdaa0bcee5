import type { AppThread } from '../engine/app-thread';

export type AppHook =
  'onLaunch' | 'onShow' | 'onHide' | 'onError' | 'onPageNotFound' | 'onUnhandledRejection' | 'onThemeChange';

/** `App()` and `getApp()`. */
export class AppObject {
  #app: Record<string, unknown> | undefined;

  constructor(readonly thread: AppThread) {}

  readonly globals = {
    App: (definition: Record<string, unknown>): void => {
      this.#app = definition;
    },
    getApp: (): Record<string, unknown> | undefined => this.#app,
  };

  has(hook: AppHook): boolean {
    return typeof this.#app?.[hook] === 'function';
  }

  call(hook: AppHook, argument?: unknown): void {
    const app = this.#app;
    const method = app?.[hook];
    if (typeof method !== 'function') return;
    this.thread.run(() => (method as (argument: unknown) => unknown).call(app, argument));
  }
}
