import type { Change } from '../control/types';
import type { JsonSocket } from './json-socket';

/** Tells every open workbench page what changed. */
export class Changes {
  readonly #sockets = new Set<JsonSocket>();

  attach(socket: JsonSocket): void {
    this.#sockets.add(socket);
    socket.onClose(() => this.#sockets.delete(socket));
  }

  tell(change: Change): void {
    for (const socket of this.#sockets) socket.send(change);
  }
}
