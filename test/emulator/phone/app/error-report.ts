import type { PhoneEvent } from '../bridge';
import type { AppEvents } from '../parts';
import type { AppHook } from './app-object';

export interface ErrorListener {
  readonly events: AppEvents;
  now(): number;
  emit(event: PhoneEvent): void;
  callApp(hook: AppHook, argument: unknown): void;
}

/** What app code throws: recorded, told to `App.onError` and `wx.onError`, and no further. */
export class ErrorReport {
  /** An `onError` that throws itself is recorded, not asked again. */
  #telling = false;

  constructor(readonly listener: ErrorListener) {}

  report(error: unknown): void {
    const { message, stack } = describe(error);
    const { listener } = this;
    listener.emit({ event: 'exception', message, stack, at: listener.now() });
    if (this.#telling) return;
    this.#telling = true;
    try {
      const text = stack.includes(message) ? stack : `${message}\n${stack}`;
      listener.callApp('onError', text);
      listener.events.emit('error', text);
    } finally {
      this.#telling = false;
    }
  }

  /** WeChat: framework/app-service/app.md, onUnhandledRejection. */
  reportRejection(reason: unknown, promise: unknown): void {
    const { message, stack } = describe(reason);
    const { listener } = this;
    listener.emit({ event: 'exception', message: `unhandled rejection: ${message}`, stack, at: listener.now() });
    listener.callApp('onUnhandledRejection', { reason, promise });
    listener.events.emit('unhandledRejection', { reason, promise });
  }
}

function describe(error: unknown): { message: string; stack: string } {
  if (error instanceof Error) return { message: error.message, stack: error.stack ?? String(error) };
  const { errMsg, message } = Object(error) as { errMsg?: unknown; message?: unknown };
  const text = errMsg ?? message;
  return { message: typeof text === 'string' ? text : String(error), stack: '' };
}
