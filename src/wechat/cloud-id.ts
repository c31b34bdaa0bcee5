import type { CloudID } from '../../cloud/contract/cloud-id';
import { OpenDataError } from './open-data-error';

/** "At most 5 are replaced" (framework/open-ability/signature.md). */
export const cloudIDLimit = 5;

/** CloudIDs live five minutes (framework/open-ability/signature.md). */
export const cloudIDLifetimeMs = 5 * 60_000;

const made = new WeakSet<object>();

/** Marks `id` as open data that WeChat puts into the event of a function. Top level only, see {@link CloudID}. */
export function cloudID<T>(id: string): CloudID<T> {
  if (wx.cloud === undefined)
    throw new OpenDataError('api-unsupported', 'wx.cloud is missing: base library below 2.2.3');
  const marked = wx.cloud.CloudID(id) as unknown as CloudID<T>;
  made.add(marked);
  return marked;
}

export const isCloudID = (value: unknown): boolean => typeof value === 'object' && value !== null && made.has(value);
