import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

const HOST = '127.0.0.1';
/** How many ports after the preferred one are tried. */
const TRIES = 50;

/** A port: exactly this one; this one or the next that is free; or any. */
export type PortChoice = { readonly exactly: number } | { readonly from: number } | 'any';

/** A port that was asked for is taken, or none is free. */
export class PortTakenError extends Error {
  constructor(readonly port: number) {
    super(`port ${port} is taken: end what uses it, or leave --port out to get a free one`);
    this.name = 'PortTakenError';
  }
}

/** Listens on 127.0.0.1 and answers the port. */
export async function listen(server: Server, choice: PortChoice): Promise<number> {
  if (choice === 'any') return tryPort(server, 0);
  if ('exactly' in choice) return tryPort(server, choice.exactly);
  for (let port = choice.from; port < choice.from + TRIES; port += 1) {
    try {
      return await tryPort(server, port);
    } catch (error) {
      if (!(error instanceof PortTakenError)) throw error;
    }
  }
  throw new PortTakenError(choice.from);
}

function tryPort(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const onError = (error: NodeJS.ErrnoException) => {
      server.off('listening', onListening);
      reject(error.code === 'EADDRINUSE' ? new PortTakenError(port) : error);
    };
    const onListening = () => {
      server.off('error', onError);
      resolve((server.address() as AddressInfo).port);
    };
    server.once('error', onError).once('listening', onListening).listen(port, HOST);
  });
}
