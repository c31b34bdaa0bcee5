import type { Bridge, PhoneCommand } from '../phone/bridge';
import type { Connection, PhoneLine } from './phone-line';
import { failureOf, type PhoneService } from './phone-service';

const asJson = <T>(value: T): T => (value === undefined ? value : (JSON.parse(JSON.stringify(value)) as T));

/** The line of a phone that runs in this process: as a socket, it carries JSON, later. */
export function createMemoryBridge(line: PhoneLine, service: PhoneService): { bridge: Bridge; connection: Connection } {
  const listeners: ((command: PhoneCommand) => void)[] = [];
  let open = true;
  const bridge: Bridge = {
    async request(method, params, life) {
      // An app that ends with its phone is answered no more; a phone that is closed before it started has to know.
      if (!open && life !== undefined) return new Promise(() => {});
      try {
        if (!open) throw new Error('the line is closed');
        return asJson(await service(method, asJson(params), life)) as Awaited<
          ReturnType<typeof bridge.request<typeof method>>
        >;
      } catch (error) {
        // A plain object, as after a socket: app code gets it as it is.
        // eslint-disable-next-line @typescript-eslint/only-throw-error
        throw failureOf(method, error);
      }
    },
    emit(event) {
      if (open) line.receive(asJson(event));
    },
    onCommand(listener) {
      listeners.push(listener);
    },
  };
  const connection: Connection = {
    send(command) {
      const copy = asJson(command);
      setImmediate(() => {
        if (open) for (const listener of listeners) listener(copy);
      });
    },
    close() {
      open = false;
    },
  };
  return { bridge, connection };
}
