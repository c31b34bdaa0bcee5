import TcbRouter from 'tcb-router';
import * as v from 'valibot';
import type { AnyCall } from '../contract/call';
import { CallError } from '../contract/call-error';
import { contract, type FunctionName, type Output, type Route, type ServerInput } from '../contract/contract';
import type { Answer } from '../contract/errors';
import { readContext } from './context';
import { reportFailure } from './log';
import { verifyOpenData } from './open-data';
import { readRequest } from './request';
import { getOpenData, getWXContext } from './sdk';
import { toCallError } from './sdk-failure';

/** The person who calls, as WeChat says. */
export interface Person {
  readonly openid: string;
}

export type Handlers<F extends FunctionName> = {
  readonly [R in Route<F>]: (input: ServerInput<F, R>, caller: Person) => Promise<Output<F, R>>;
};

/**
 * `main` of a function that people call. Every event gets an answer of the contract: nothing is ever thrown out of it,
 * a handler sees only input of the declared shape whose open data WeChat vouches for, and an answer holds only what
 * the contract declares. Refusals happen before the handler runs.
 */
export function serve<F extends FunctionName>(
  name: F,
  handlers: Handlers<F>,
): (event: unknown) => Promise<Answer<unknown>> {
  const calls: Readonly<Record<string, AnyCall>> = contract[name];
  return async (event) => {
    try {
      return { ok: true, data: await answer(event, calls, handlers as UntypedHandlers) };
    } catch (thrown) {
      const error = toCallError(thrown);
      reportFailure(name, error);
      return { ok: false, error: error.toFailure() };
    }
  };
}

/** Handlers by route, after the contract has checked what each is given. */
type UntypedHandlers = Readonly<Record<string, (input: unknown, caller: Person) => Promise<unknown>>>;

async function answer(event: unknown, calls: Readonly<Record<string, AnyCall>>, handlers: UntypedHandlers) {
  const request = readRequest(event, calls);
  const context = readContext(getWXContext());
  const { openid } = context;
  if (openid === undefined) throw new CallError('not-signed-in', 'Only a person in WeChat may call this function.');

  // tcb-router answers undefined for a route that it does not know and runs '*' twice: it only sees the contract's own.
  const router = new TcbRouter<unknown>({ event: { $url: request.route } });
  for (const [route, handler] of Object.entries(handlers)) {
    router.router(route, async (routed) => {
      const call = declared(calls, route);
      const now = Math.floor(Date.now() / 1000);
      const openData = await verifyOpenData(request.openData, call.openData, { context, resolve: getOpenData, now });
      const data = await handler({ ...request.input, ...openData }, { openid });
      routed.body = v.parse(call.output, data);
    });
  }
  return router.serve();
}

function declared(calls: Readonly<Record<string, AnyCall>>, route: string): AnyCall {
  const call = calls[route];
  if (call === undefined) throw new CallError('unknown-route', `The contract has no route ${route}.`);
  return call;
}
