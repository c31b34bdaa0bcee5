import type { IncomingHttpHeaders } from 'node:http';
import type { HttpBindings } from '@hono/node-server';
import type { MiddlewareHandler } from 'hono';

/**
 * Whether a request comes from this server's own pages, or from no page at all. Another site that a developer has open
 * could otherwise reach a server on localhost: by its address, or by a name that resolves to it.
 */
export function isOwn(headers: IncomingHttpHeaders): boolean {
  const { host = '', origin } = headers;
  if (!/^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/.test(host)) return false;
  return origin === undefined || origin === `http://${host}`;
}

/** Answers 403 to whatever is not {@link isOwn}, before anything happens. */
export const ownOriginOnly: MiddlewareHandler<{ Bindings: HttpBindings }> = async (context, next) => {
  if (!isOwn(context.env.incoming.headers)) {
    return context.text('the local WeChat answers its own pages and programs only', 403);
  }
  await next();
  return undefined;
};
