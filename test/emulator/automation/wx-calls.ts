import { apiKind } from '../phone/api/calling';

type Fn = (this: unknown, ...args: unknown[]) => unknown;

/** A function of `wx` by its path (`login`, `cloud.callFunction`). */
export function wxFunction(wx: object, path: string): Fn {
  const value = path.split('.').reduce<unknown>((owner, name) => Reflect.get(Object(owner), name), wx);
  if (typeof value === 'function') return value as Fn;
  throw new Error(`wx.${path} is not in the local WeChat`);
}

/** Calls it as a test does: with its options, without callbacks, for what `success` would get. */
export function callWx(wx: object, path: string, args: readonly unknown[]): unknown {
  const fn = wxFunction(wx, path);
  if (apiKind(fn) !== 'callbackOnly') return fn.apply(wx, [...args]);
  const [options, ...rest] = args;
  return new Promise((success, fail) => fn.call(wx, { ...Object(options), success, fail }, ...rest));
}
