import type { RawData, WebSocket } from 'ws';

/** WebSocket close code: a message that cannot be read (RFC 6455, 7.4.1). */
const UNREADABLE = 1007;

/** A socket that carries one JSON text a message. A message that is no JSON ends it. */
export interface JsonSocket {
  /** Nothing happens once the other side is gone. */
  send(message: unknown): void;
  onMessage(listener: (message: unknown) => void): void;
  onClose(listener: () => void): void;
  close(code: number, reason: string): void;
}

export function jsonSocket(socket: WebSocket): JsonSocket {
  return {
    send(message) {
      if (socket.readyState === socket.OPEN) socket.send(JSON.stringify(message));
    },
    onMessage(listener) {
      socket.on('message', (data) => {
        let message: unknown;
        try {
          message = JSON.parse(textOf(data));
        } catch {
          socket.close(UNREADABLE, 'not JSON');
          return;
        }
        listener(message);
      });
    },
    onClose: (listener) => void socket.on('close', listener),
    close: (code, reason) => socket.close(code, reason),
  };
}

/** `ws` hands a message over in one piece or in several. */
function textOf(data: RawData): string {
  const bytes = Array.isArray(data) ? Buffer.concat(data) : Buffer.isBuffer(data) ? data : Buffer.from(data);
  return bytes.toString('utf8');
}
