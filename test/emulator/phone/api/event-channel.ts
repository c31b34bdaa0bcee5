type Listener = (...args: unknown[]) => void;

/** One line between the page that opened and the page that was opened (api/route/EventChannel.html). */
export class EventChannel implements WechatMiniprogram.EventChannel {
  private readonly listeners = new Map<string, { readonly listener: Listener; readonly once: boolean }[]>();

  constructor(private readonly reportError: (error: unknown) => void) {}

  on(name: string, listener: Listener): void {
    this.add(name, listener, false);
  }

  once(name: string, listener: Listener): void {
    this.add(name, listener, true);
  }

  /** Without a listener: all of that name. */
  off(name: string, listener?: Listener): void {
    const rest = listener ? this.of(name).filter((entry) => entry.listener !== listener) : [];
    this.listeners.set(name, rest);
  }

  emit(name: string, ...args: unknown[]): void {
    const entries = this.of(name);
    this.listeners.set(
      name,
      entries.filter((entry) => !entry.once),
    );
    for (const { listener } of entries) {
      try {
        listener(...args);
      } catch (error) {
        this.reportError(error);
      }
    }
  }

  private add(name: string, listener: Listener, once: boolean): void {
    this.listeners.set(name, [...this.of(name), { listener, once }]);
  }

  private of(name: string) {
    return this.listeners.get(name) ?? [];
  }
}
