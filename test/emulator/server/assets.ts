import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { extname, resolve, sep } from 'node:path';
import type { Context } from 'hono';

const TYPES: Readonly<Record<string, string>> = {
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.gif': 'image/gif',
  '.webp': 'image/webp',
  '.svg': 'image/svg+xml',
  '.mp3': 'audio/mpeg',
  '.mp4': 'video/mp4',
  '.ttf': 'font/ttf',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
  '.json': 'application/json; charset=utf-8',
};

/**
 * A file of the mini program's package. Browsers keep it and ask whether it changed: a package's files have no
 * versions in their names. Nothing outside the folder is served.
 */
export async function serveAsset(c: Context, root: string, path: string): Promise<Response> {
  const file = resolve(root, `.${sep}${path}`);
  if (!file.startsWith(root + sep)) return c.notFound();
  let bytes: Buffer;
  try {
    bytes = await readFile(file);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'EISDIR' || code === 'ENOTDIR') return c.notFound();
    throw error;
  }
  const etag = `"${createHash('sha1').update(bytes).digest('base64url')}"`;
  const headers = { ETag: etag, 'Cache-Control': 'no-cache' };
  if (c.req.header('if-none-match') === etag) return c.body(null, 304, headers);
  const type = TYPES[extname(file).toLowerCase()] ?? 'application/octet-stream';
  return c.body(new Uint8Array(bytes), 200, { ...headers, 'Content-Type': type });
}
