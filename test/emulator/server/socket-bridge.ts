import type { PhoneEvent } from '../phone/bridge';
import type { JsonSocket } from './json-socket';
import type { Connection, PhoneLine } from './phone-line';
import { failureOf, type PhoneService } from './phone-service';

/** `{ id, method, params, life }` asks, `{ event }` tells. */
type FromPhone =
  | { readonly id: number; readonly method: string; readonly params: unknown; readonly life?: unknown }
  | (PhoneEvent & { readonly id?: undefined });

/** Close code of a line that the server ended: the page must not call again. */
const HUNG_UP = 4001;

/** Puts the page at the other end of `socket` on the phone's line. */
export function attachPhoneSocket(socket: JsonSocket, line: PhoneLine, service: PhoneService): void {
  const connection: Connection = {
    send: (command) => socket.send(command),
    close: (reason) => socket.close(HUNG_UP, reason),
  };

  async function answer(id: number, method: string, params: unknown, life: unknown): Promise<void> {
    try {
      socket.send({ id, result: await service(method, params, life) });
    } catch (error) {
      socket.send({ id, error: failureOf(method, error) });
    }
  }

  socket.onMessage((received) => {
    const message = received as FromPhone;
    if (message.id === undefined) line.receive(message);
    else void answer(message.id, message.method, message.params, message.life);
  });
  socket.onClose(() => line.disconnect(connection));
  line.connect(connection);
}
