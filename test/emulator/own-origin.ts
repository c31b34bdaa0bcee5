import type { IncomingHttpHeaders } from 'node:http';

/**
 * Whether a request comes from this server's own pages, or from no page at all. Another site that a developer has open
 * could otherwise reach a server on localhost: by its address, or by a name that resolves to it.
 */
export function isOwn(headers: IncomingHttpHeaders): boolean {
  const { host = '', origin } = headers;
  if (!/^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/.test(host)) return false;
  return origin === undefined || origin === `http://${host}`;
}
