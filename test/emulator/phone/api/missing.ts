import type { PhoneContext } from '../parts';

/** Names that engines and consoles read of any object; the last is webpack's place for chunks, read by every Taro build. */
const INNOCENT = new Set([
  'then',
  'toJSON',
  'constructor',
  'prototype',
  'nodeType',
  '$$typeof',
  'asymmetricMatch',
  'webpackJsonp',
]);

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
