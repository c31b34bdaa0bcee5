import type { OpenDataError } from '../../../src/wechat/open-data-error';

/** Something that was asked; the test decides when it is answered. */
export interface Pending<T> {
  resolve(value: T): void;
  reject(error: OpenDataError): void;
}

/** A promise, and in `list` what settles it. */
export const askedIn = <T>(list: Pending<T>[]): Promise<T> =>
  new Promise((resolve, reject) => list.push({ resolve, reject }));

export function last<T>(list: readonly T[]): T {
  const item = list[list.length - 1];
  if (item === undefined) throw new Error('nothing was asked');
  return item;
}

export const settle = () => new Promise((done) => setImmediate(done));
