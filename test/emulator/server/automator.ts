import type { AutomationReply, AutomationRequest } from '../phone/bridge';
import type { JsonSocket } from './json-socket';
import type { PhoneLine } from './phone-line';

/** How long a client waits for a phone that is still starting, ms. */
const READY_TIMEOUT_MS = 30_000;

/**
 * Relays DevTools' automation protocol between a client (miniprogram-automator) and a phone, which answers it itself.
 * A client that comes before the phone is ready waits for it. Requests keep their order; a reply goes to the client
 * that asked, an event to all of them.
 */
export function relayAutomation(socket: JsonSocket, line: PhoneLine): void {
  const asked = new Set<string>();
  let turn: Promise<void> = Promise.resolve();
  const refuse = (id: string, message: string) => socket.send({ id, error: { message } } satisfies AutomationReply);

  async function forward(request: AutomationRequest): Promise<void> {
    try {
      await line.whenReady(READY_TIMEOUT_MS);
      if (request.method === 'App.captureScreenshot') {
        socket.send({ id: request.id, result: { data: await photograph() } } satisfies AutomationReply);
        return;
      }
    } catch (error) {
      refuse(request.id, error instanceof Error ? error.message : String(error));
      return;
    }
    asked.add(request.id);
    line.send({ command: 'automation', message: request });
  }

  /** The phone cannot see itself: the window around it takes the picture. */
  function photograph(): Promise<string> {
    if (line.screenshot !== undefined) return line.screenshot();
    throw new Error('a screenshot needs a window: it is there under `exec --host browser`');
  }

  const stopMessages = line.onAutomation((message) => {
    if (!('id' in message) || asked.delete(message.id)) socket.send(message);
  });
  const stopLeaving = line.onLeave(() => {
    for (const id of asked) refuse(id, `phone ${line.id} went away before it answered`);
    asked.clear();
  });
  socket.onMessage((message) => {
    const { id, method, params } = message as AutomationRequest;
    turn = turn.then(() => forward({ id, method, params: params ?? {} }));
  });
  socket.onClose(() => {
    stopMessages();
    stopLeaving();
  });
}
