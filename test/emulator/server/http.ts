import type { HttpBindings } from '@hono/node-server';
import { Hono, type Context } from 'hono';
import { controlRoutes } from '../control/routes';
import type { ServedControl } from '../control/types';
import { ownOriginOnly } from '../own-origin';
import { serveAsset } from './assets';
import type { BundleName, Bundles } from './bundles';
import { failureHtml, pageHtml } from './pages';
import type { Phones } from './phones';

export interface HttpParts {
  readonly bundles: Bundles;
  readonly control: ServedControl;
  readonly phones: Phones;
  /** Absolute. */
  readonly miniprogramRoot: string;
  /** `auth.code2Session`, as a developer's own server asks api.weixin.qq.com. */
  code2Session(query: Readonly<Record<string, string>>): Promise<unknown>;
  /** `phonenumber.getPhoneNumber`, likewise. */
  getUserPhoneNumber(body: unknown): Promise<unknown>;
}

const ASSETS = '/project/assets/';
const TITLES: Readonly<Record<BundleName, string>> = { workbench: '本地微信', phone: '手机' };

/** Everything that the local WeChat serves over HTTP. */
export function createHttpApp(parts: HttpParts): Hono<{ Bindings: HttpBindings }> {
  const { bundles, control, phones, miniprogramRoot } = parts;
  const app = new Hono<{ Bindings: HttpBindings }>();

  async function page(c: Context, name: BundleName) {
    try {
      return c.html(pageHtml(TITLES[name], name, await bundles.get(name)), 200, { 'Cache-Control': 'no-store' });
    } catch (error) {
      return c.html(failureHtml(error instanceof Error ? error.message : String(error)), 500);
    }
  }

  app.use(ownOriginOnly);
  app.get('/', (c) => page(c, 'workbench'));
  app.get('/phone/:id', (c) => {
    const known = phones.all.some(({ id }) => id === c.req.param('id'));
    return known ? page(c, 'phone') : c.html(failureHtml(`there is no phone ${c.req.param('id')}`), 404);
  });
  app.get('/bundles/*', (c) => {
    const name = c.req.path.slice('/bundles/'.length);
    const bytes = bundles.file(name);
    if (bytes === undefined) return c.notFound();
    const headers = { 'Content-Type': typeOf(name), 'Cache-Control': 'public, max-age=31536000, immutable' };
    return c.body(new Uint8Array(bytes), 200, headers);
  });
  app.get(`${ASSETS}*`, (c) => serveAsset(c, miniprogramRoot, decodeURIComponent(c.req.path.slice(ASSETS.length))));
  app.get('/sns/jscode2session', async (c) => c.json(await parts.code2Session(c.req.query())));
  app.post('/wxa/business/getuserphonenumber', async (c) => c.json(await parts.getUserPhoneNumber(await c.req.json())));
  app.route('/control', controlRoutes(control));
  return app;
}

function typeOf(name: string): string {
  if (name.endsWith('.js')) return 'text/javascript; charset=utf-8';
  if (name.endsWith('.css')) return 'text/css; charset=utf-8';
  if (name.endsWith('.map')) return 'application/json; charset=utf-8';
  if (name.endsWith('.woff2')) return 'font/woff2';
  return 'application/octet-stream';
}
