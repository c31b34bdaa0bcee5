import type { WxFailure } from '../bridge';
import { folderOf, joinPath } from './module-path';

export interface Target {
  /** Without a leading slash. */
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
}

/** Where a url leads that a page at `from` opens. Query values stay as written: WeChat does not decode them. */
export function parseUrl(url: string, from: string | undefined): Target {
  const [address = '', search = ''] = url
    .split('#', 1)
    .join('')
    .split(/\?(.*)/s);
  const base = address.startsWith('/') || from === undefined ? '' : folderOf(from);
  return { path: joinPath(base, address).replace(/\.html$/, ''), query: parseQuery(search) };
}

function parseQuery(search: string): Record<string, string> {
  return Object.fromEntries(
    search
      .split('&')
      .filter((pair) => pair !== '')
      .map((pair): [string, string] => {
        const equals = pair.indexOf('=');
        return equals < 0 ? [pair, ''] : [pair.slice(0, equals), pair.slice(equals + 1)];
      }),
  );
}

/** Refuses a navigation in WeChat's words. */
export function refuse(api: string, reason: string): never {
  const failure: WxFailure = { errMsg: `${api}:fail ${reason}` };
  // A plain object: app code gets it as it is, and WeChat's failures are no Errors.
  // eslint-disable-next-line @typescript-eslint/only-throw-error
  throw failure;
}
