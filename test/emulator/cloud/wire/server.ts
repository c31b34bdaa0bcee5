/**
 * The HTTP server that the genuine `wx-server-sdk` talks to: POST /admin with `{ action, ... }`. Errors are HTTP 200
 * with `{ code, message, requestId }`, as CloudBase's gateway answers.
 */
import { randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import type { Server } from 'node:http';
import { serve, type HttpBindings } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import { Hono, type Context } from 'hono';
import { ownOriginOnly } from '../../own-origin';
import { CloudError } from '../cloud-error';
import type { Invocation } from '../functions/invocation';
import type { OpenApi } from '../openapi/openapi';
import { WireBody, type Actions, type WireAnswer } from './action';
import { callDatabase, databaseActionOf } from './database-calls';
import { ConnectionLost, type DatabaseFaults } from './database-faults';
import { multipartFields } from './multipart';

export type WireApp = Hono<{ Bindings: HttpBindings }>;
type WireContext = Context<{ Bindings: HttpBindings }>;

export interface WireOptions {
  readonly actions: Actions;
  /** The invocation that a `wxCloudApiToken` belongs to. */
  invocationOf(token: string | undefined): Invocation | undefined;
  readonly openapi: OpenApi;
  readonly databaseFaults: DatabaseFaults;
  /** Adds routes beside /admin, which pages of other origins may reach: they check a signature. */
  mount(app: WireApp): void;
}

export class WireServer {
  readonly #app: WireApp = new Hono();
  readonly #options: WireOptions;
  #server: Server | undefined;
  #url: string | undefined;
  readonly #pending = new Set<Promise<Response>>();

  constructor(options: WireOptions) {
    this.#options = options;
    this.#app.post('/admin', ownOriginOnly, (context) => this.#track(this.#answer(context)));
    options.mount(this.#app);
  }

  /** Base URL, e.g. `http://127.0.0.1:40123`, once started. */
  get url(): string {
    if (this.#url === undefined) throw new Error('the local CloudBase has no URL before start()');
    return this.#url;
  }

  async start(): Promise<void> {
    const server = serve({ fetch: this.#app.fetch, hostname: '127.0.0.1', port: 0 }) as Server;
    await new Promise<void>((resolve, reject) => {
      server.once('listening', resolve);
      server.once('error', reject);
    });
    this.#server = server;
    this.#url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  /** Resolves when the last request is answered: after it, nothing writes to the storage. */
  async stop(): Promise<void> {
    const server = this.#server;
    if (server === undefined) return;
    this.#server = undefined;
    this.#url = undefined;
    server.closeAllConnections();
    await new Promise<void>((resolve, reject) => server.close((error) => (error ? reject(error) : resolve())));
    await Promise.all(this.#pending);
  }

  async #track(answer: Promise<Response>): Promise<Response> {
    this.#pending.add(answer);
    try {
      return await answer;
    } finally {
      this.#pending.delete(answer);
    }
  }

  async #answer(context: WireContext): Promise<Response> {
    const requestId = randomUUID();
    try {
      const contentType = context.req.header('content-type') ?? '';
      if (contentType.startsWith('multipart/')) return await this.#callOpenApi(context, contentType);
      const body = new WireBody(await context.req.json());
      return context.json({ ...(await this.#act(body)), requestId });
    } catch (error) {
      if (error instanceof ConnectionLost) {
        context.env.incoming.socket.destroy();
        return RESPONSE_ALREADY_SENT;
      }
      const { code, message } = error instanceof CloudError ? error : systemError(error);
      return context.json({ code, message, requestId });
    }
  }

  /** `wx.openApi`, the one request that is a form; its answer is protobuf. */
  async #callOpenApi(context: WireContext, contentType: string): Promise<Response> {
    const fields = multipartFields(contentType, Buffer.from(await context.req.arrayBuffer()));
    const answer = await this.#options.openapi.answer({
      apiName: fields.get('apiName')?.toString() ?? '',
      requestData: fields.get('requestData') ?? Buffer.alloc(0),
      invocation: this.#options.invocationOf(fields.get('wxCloudApiToken')?.toString()),
    });
    return context.body(Uint8Array.from(answer), 200, { 'Content-Type': 'application/octet-stream' });
  }

  async #act(body: WireBody): Promise<WireAnswer> {
    const name = body.text('action');
    const action = Object.hasOwn(this.#options.actions, name) ? this.#options.actions[name] : undefined;
    if (action === undefined) {
      throw new CloudError('INVALID_ACTION', `the local CloudBase does not know the action ${name}`);
    }
    const invocation = this.#options.invocationOf(body.optionalText('wxCloudApiToken'));
    const carryOut = () => action({ body, invocation });
    const database = databaseActionOf(body);
    if (database === undefined) return carryOut();
    return callDatabase({ action: database, invocation }, this.#options.databaseFaults, carryOut);
  }
}

function systemError(error: unknown): { readonly code: string; readonly message: string } {
  console.error('[local CloudBase]', error);
  return { code: 'SYS_ERR', message: error instanceof Error ? error.message : String(error) };
}
