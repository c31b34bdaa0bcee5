import { Hono, type Context } from 'hono';
import { METHODS, type ControlMethod } from './methods';
import type { ServedControl } from './types';

type Call = (...args: readonly unknown[]) => unknown;

/**
 * `POST /control/<method>` with a JSON array of arguments answers `{ result }`, or status 400 and `{ error }`.
 * What only reads can be asked with GET, its arguments as `?args=<JSON array>`.
 *
 * @example curl -d '[60000]' http://127.0.0.1:8420/control/clock.advance
 */
export function controlRoutes(control: ServedControl): Hono {
  const routes = new Hono();
  routes.get('/:method', (c) => answer(c, control, 'read', c.req.query('args')));
  routes.post('/:method', async (c) => answer(c, control, 'write', await c.req.text()));
  return routes;
}

async function answer(c: Context, control: ServedControl, right: 'read' | 'write', text: string | undefined) {
  const method = c.req.param('method') ?? '';
  if (!isMethod(method))
    return c.json({ error: `there is no ${method}; there is ${Object.keys(METHODS).join(', ')}` }, 404);
  if (right === 'read' && METHODS[method] === 'write')
    return c.json({ error: `${method} changes things: use POST` }, 405);
  try {
    const args: unknown = text === undefined || text === '' ? [] : JSON.parse(text);
    if (!Array.isArray(args)) throw new TypeError('the body is a JSON array of arguments');
    // JSON has no undefined: null is an argument that was left out.
    const given = (args as unknown[]).map((argument) => argument ?? undefined);
    return c.json({ result: (await find(control, method)(...given)) ?? null });
  } catch (error) {
    return c.json({ error: messageOf(error) }, 400);
  }
}

const isMethod = (name: string): name is ControlMethod => Object.hasOwn(METHODS, name);

function find(control: ServedControl, method: ControlMethod): Call {
  const found = method.split('.').reduce<unknown>((at, key) => (at as Record<string, unknown>)[key], control);
  return found as Call;
}

/** CloudBase fails with `{ errCode, errMsg }`. */
function messageOf(error: unknown): string {
  if (error instanceof Error) return error.message;
  if (typeof error === 'object' && error !== null && 'errMsg' in error) return String(error.errMsg);
  return String(error);
}
