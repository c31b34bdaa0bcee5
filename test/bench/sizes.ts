/** How large is what ships. */
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

export interface Size {
  readonly raw: number;
  /** Sum over the files, each compressed alone at level 9. */
  readonly gzip: number;
}

/** Bytes of every file below `folder`, leaving out what `skip` names (paths relative to it). */
export function sizeOfFolder(folder: string, skip: (path: string) => boolean = () => false, prefix = ''): Size {
  return readdirSync(join(folder, prefix))
    .map((name) => join(prefix, name))
    .filter((path) => !skip(path))
    .map((path) =>
      statSync(join(folder, path)).isDirectory() ? sizeOfFolder(folder, skip, path) : sizeOfFile(join(folder, path)),
    )
    .reduce((sum, size) => ({ raw: sum.raw + size.raw, gzip: sum.gzip + size.gzip }), { raw: 0, gzip: 0 });
}

/** A built mini program without its subpackages, as its app.json names them. */
export function sizeOfMainPackage(dist: string): Size {
  const app = JSON.parse(readFileSync(join(dist, 'app.json'), 'utf8')) as {
    readonly subPackages?: readonly { readonly root: string }[];
  };
  const roots = (app.subPackages ?? []).map(({ root }) => join(root, '.'));
  return sizeOfFolder(dist, (path) => roots.includes(path));
}

export function sizeOfFile(path: string): Size {
  const bytes = readFileSync(path);
  return { raw: bytes.length, gzip: gzipSync(bytes, { level: 9 }).length };
}
