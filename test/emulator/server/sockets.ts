import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import { isOwn } from '../own-origin';
import { relayAutomation } from './automator';
import type { Changes } from './changes';
import { jsonSocket, type JsonSocket } from './json-socket';
import { createPhoneService, type ServiceParts } from './phone-service';
import type { Phones } from './phones';
import { attachPhoneSocket } from './socket-bridge';

export interface SocketParts extends ServiceParts {
  readonly phones: Phones;
  readonly changes: Changes;
}

/** Answers of a pushed database or file can be large; WeChat's own limits are checked where the data is made. */
const MAX_MESSAGE = 64 * 1024 * 1024;

/** The WebSockets: /bridge/<phone>, /automator/<phone> or / (the first phone), /workbench. Returns what ends them. */
export function serveSockets(server: Server, parts: SocketParts): () => void {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: MAX_MESSAGE });
  server.on('upgrade', (request: IncomingMessage, stream: Duplex, head: Buffer) => {
    const attach = isOwn(request.headers) ? attachmentFor(request.url ?? '/', parts) : undefined;
    if (attach === undefined) {
      stream.end('HTTP/1.1 404 Not Found\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
      return;
    }
    sockets.handleUpgrade(request, stream, head, (socket) => attach(jsonSocket(socket)));
  });
  return () => {
    for (const socket of sockets.clients) socket.terminate();
    sockets.close();
  };
}

type Attach = (socket: JsonSocket) => void;

/** Undefined: there is nothing at this address. */
function attachmentFor(url: string, parts: SocketParts): Attach | undefined {
  const { phones, changes } = parts;
  // A request may name anything: `//` is no address at all.
  if (!URL.canParse(url, 'http://localhost')) return undefined;
  const [, subject = '', id] = new URL(url, 'http://localhost').pathname.split('/');
  const line = id === undefined || id === '' ? phones.all[0] : phones.all.find((phone) => phone.id === id);
  if (subject === 'workbench') return (socket) => changes.attach(socket);
  if (line === undefined) return undefined;
  if (subject === 'automator' || subject === '') return (socket) => relayAutomation(socket, line);
  if (subject === 'bridge') return (socket) => attachPhoneSocket(socket, line, createPhoneService(parts, line));
  return undefined;
}
