import type { AppThread } from '../engine/app-thread';
import type { AppEvents } from '../parts';

type Listener = (value: unknown) => void;

/** Listeners of `wx.onXxx`, and of the phone's own parts. */
export class AppEventBus implements AppEvents {
  readonly #listeners = new Map<string, readonly Listener[]>();

  constructor(readonly thread: AppThread) {}

  on(name: string, listener: Listener): void {
    this.#listeners.set(name, [...(this.#listeners.get(name) ?? []), listener]);
  }

  off(name: string, listener?: Listener): void {
    const left = listener ? (this.#listeners.get(name) ?? []).filter((one) => one !== listener) : [];
    this.#listeners.set(name, left);
  }

  emit(name: string, value: unknown): void {
    for (const listener of this.#listeners.get(name) ?? []) this.thread.run(() => listener(value));
  }
}
