import type { Context } from 'hono';
import { contentTypeOf } from '../files/content-type';
import type { Files, Method } from '../files/files';
import type { WireApp } from './server';

const ROUTE = '/files/';

/** PUT and GET of stored files by signed URL, as COS serves them; errors in COS' XML, which the SDK reads. */
export function mountFiles(app: WireApp, files: Files): void {
  app.put(`${ROUTE}*`, async (context) => {
    const bytes = new Uint8Array(await context.req.arrayBuffer());
    const path = authorized('PUT', context, files);
    if (path === undefined) return denied(context);
    await files.write(path, bytes);
    return context.body('');
  });

  app.get(`${ROUTE}*`, async (context) => {
    const path = authorized('GET', context, files);
    if (path === undefined) return denied(context);
    const bytes = await files.read(path);
    if (bytes === undefined) return failure(context, 404, 'NoSuchKey', 'The specified key does not exist.');
    return context.body(Uint8Array.from(bytes), 200, {
      'Content-Type': contentTypeOf(path),
      // The page that shows it comes from another port of this machine.
      'Access-Control-Allow-Origin': '*',
    });
  });
}

/** The path, where the URL's signature is good for this method. */
function authorized(method: Method, context: Context, files: Files): string | undefined {
  const path = decodeURIComponent(new URL(context.req.url).pathname.slice(ROUTE.length));
  const { sign = '', t = '' } = context.req.query();
  return files.verify(method, path, sign, Number(t)) ? path : undefined;
}

function denied(context: Context): Response {
  return failure(context, 403, 'AccessDenied', 'Request has expired or its signature does not match.');
}

function failure(context: Context, status: 403 | 404, code: string, message: string): Response {
  const id = '<RequestId>local</RequestId><TraceId>local</TraceId>';
  return context.body(
    `<?xml version='1.0'?><Error><Code>${code}</Code><Message>${message}</Message>${id}</Error>`,
    status,
    {
      'Content-Type': 'application/xml',
    },
  );
}
