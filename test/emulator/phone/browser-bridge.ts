import type { Bridge, PhoneCommand, PhoneEvent, WxFailure } from './bridge';

type FromServer =
  | { readonly id: number; readonly result?: unknown; readonly error?: WxFailure }
  | (PhoneCommand & { readonly id?: undefined });

interface Waiting {
  readonly resolve: (result: never) => void;
  readonly reject: (failure: WxFailure) => void;
}

/** Close code of a line that the server ended: another page shows this phone now. */
const HUNG_UP = 4001;
/** ms between attempts to get the line back. */
const RETRY = 500;

/**
 * The line of a phone in a browser: JSON over a WebSocket. What is said while the line is down waits for it. When the
 * emulator itself is started again the page is loaded again: it may be another phone than before.
 */
export function connectBridge(url: string): Bridge {
  const listeners: ((command: PhoneCommand) => void)[] = [];
  const waiting = new Map<number, Waiting>();
  const unsent: string[] = [];
  let socket = open();
  let opened = false;
  let last = 0;

  function open(): WebSocket {
    const next = new WebSocket(url);
    next.addEventListener('open', () => {
      if (opened) return location.reload();
      opened = true;
      for (const text of unsent.splice(0)) next.send(text);
    });
    next.addEventListener('message', ({ data }) => receive(JSON.parse(String(data)) as FromServer));
    next.addEventListener('close', ({ code, reason }) => {
      for (const { reject } of waiting.values()) reject({ errMsg: 'request:fail the line to the emulator is down' });
      waiting.clear();
      if (code === HUNG_UP) document.body.textContent = reason;
      else setTimeout(() => (socket = open()), RETRY);
    });
    return next;
  }

  function receive(message: FromServer): void {
    if (message.id === undefined) {
      for (const listener of listeners) listener(message);
      return;
    }
    const asked = waiting.get(message.id);
    waiting.delete(message.id);
    if (message.error) asked?.reject(message.error);
    else asked?.resolve(message.result as never);
  }

  function send(message: unknown): void {
    const text = JSON.stringify(message);
    if (socket.readyState === WebSocket.OPEN) socket.send(text);
    else unsent.push(text);
  }

  return {
    request(method, params, life) {
      const id = ++last;
      return new Promise((resolve, reject) => {
        waiting.set(id, { resolve, reject });
        send({ id, method, params, life });
      });
    },
    emit: (event: PhoneEvent) => send(event),
    onCommand: (listener) => void listeners.push(listener),
  };
}
