import { posix } from 'node:path';

/** Where `target`, written in the file `from`, points: `/a` from the root, everything else from the file's folder. */
export function resolveFrom(from: string, target: string): string {
  const path = target.startsWith('/') ? target : posix.join(posix.dirname(from), target);
  return posix.normalize(path).replace(/^\/+/, '');
}

export function withoutSuffix(path: string, suffix: string): string {
  return path.endsWith(suffix) ? path.slice(0, -suffix.length) : path;
}
