import { METHODS } from './methods';
import type { Change, Control } from './types';

/**
 * The control API of a running local WeChat, for tests and for the workbench; needs `fetch` alone.
 *
 * @param url what `start` printed, or `EMULATOR_URL` inside `exec`
 * @example
 * const control = connectControl(process.env.EMULATOR_URL);
 * await control.clock.advance(5 * 60_000);
 */
export function connectControl(url: string): Control {
  const base = new URL('/control/', url).href;
  const control: Record<string, unknown> = {};
  for (const method of Object.keys(METHODS)) {
    const [group, name] = method.split('.');
    if (group === undefined) continue;
    const call = (...args: readonly unknown[]) => ask(`${base}${method}`, given(args));
    if (name === undefined) control[group] = call;
    else control[group] = { ...(control[group] as object | undefined), [name]: call };
  }
  // METHODS lists all of Control: its type says so.
  return control as unknown as Control;
}

/** JSON writes undefined as null: what was left out at the end stays left out. */
function given(args: readonly unknown[]): readonly unknown[] {
  return args.slice(0, args.findLastIndex((argument) => argument !== undefined) + 1);
}

async function ask(address: string, args: readonly unknown[]): Promise<unknown> {
  const response = await fetch(address, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(args),
  });
  const text = await response.text();
  if (!response.headers.get('content-type')?.includes('json'))
    throw new Error(`${address} answered ${response.status}: ${text}`);
  const { result, error } = JSON.parse(text) as { readonly result?: unknown; readonly error?: string };
  if (error !== undefined) throw new Error(error);
  return result ?? undefined;
}

export interface Connection {
  /** Changes are heard from now on; what happened before must be read. Also after a break. */
  readonly onOpen?: () => void;
  readonly onClose?: () => void;
}

/** Hears of every change, in a browser; returns what ends it. The socket comes back by itself after a break. */
export function watchChanges(url: string, listener: (change: Change) => void, connection: Connection = {}): () => void {
  const address = new URL('/workbench', url).href.replace(/^http/, 'ws');
  let ended = false;
  let socket: WebSocket | undefined;
  const open = () => {
    socket = new WebSocket(address);
    socket.onopen = () => connection.onOpen?.();
    socket.onmessage = ({ data }) => listener(JSON.parse(String(data)) as Change);
    socket.onclose = () => {
      if (ended) return;
      connection.onClose?.();
      setTimeout(open, 1000);
    };
  };
  open();
  return () => {
    ended = true;
    socket?.close();
  };
}
