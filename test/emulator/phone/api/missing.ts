import type { PhoneContext } from '../parts';

/** Names that engines and consoles read of any object. */
const ENGINES = ['then', 'toJSON', 'constructor', 'prototype', 'nodeType', '$$typeof', 'asymmetricMatch'];
/** Where Taro's webpack keeps the chunks of subpackages: read, found missing, and written. */
const BUNDLERS = ['webpackJsonp'];
const INNOCENT = new Set([...ENGINES, ...BUNDLERS]);

/**
 * `api`, which says aloud, once a name, that something is read of it that the local WeChat does not have. Reading gives
 * undefined, so that feature detection works; a call fails with a TypeError that names it.
 */
export function loudAboutMissing<T extends object>(context: PhoneContext, prefix: string, api: T): T {
  const told = new Set<string>();
  return new Proxy(api, {
    get(target, name, receiver) {
      if (typeof name === 'string' && !Reflect.has(target, name) && !INNOCENT.has(name) && !told.has(name)) {
        told.add(name);
        const message = `${prefix}.${name} is not in the local WeChat (or not in WeChat): it reads as undefined`;
        context.bridge.emit({ event: 'console', level: 'warn', args: [message], at: context.now() });
      }
      return Reflect.get(target, name, receiver) as unknown;
    },
  });
}
