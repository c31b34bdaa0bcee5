/** What the emulator and a function worker (worker.cjs) say to each other. */
export interface WorkerData {
  readonly entry: string;
  /** The clock's offset in ms, shared. */
  readonly clock: SharedArrayBuffer;
}

export interface InvokeMessage {
  /** JSON text of the event. */
  readonly event: string;
  readonly context: Readonly<Record<string, unknown>>;
  /** Set for this invocation, removed after it. */
  readonly environment: Readonly<Record<string, string>>;
}

export type WorkerMessage =
  | { readonly kind: 'loaded' }
  | { readonly kind: 'console'; readonly level: string; readonly text: string }
  /** JSON text of what `main` returned. */
  | { readonly kind: 'done'; readonly result: string }
  /** `main` threw, or the code could not be loaded. */
  | { readonly kind: 'failed'; readonly stack: string };
