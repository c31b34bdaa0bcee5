import { dataPath } from 'glass-easel';

/** `data.list[0].name` of an object; all of it without a path, undefined where it leads nowhere. */
export function pathInto(data: unknown, path: string | undefined): unknown {
  if (path === undefined) return data;
  return dataPath.parseSinglePath(path).reduce<unknown>((value, key) => {
    return value === undefined || value === null ? undefined : Reflect.get(Object(value), key);
  }, data);
}
