/** Joins paths of a package; `..` above the root stays at the root. */
export function joinPath(...parts: readonly string[]): string {
  const path: string[] = [];
  for (const part of parts.join('/').split('/')) {
    if (part === '..') path.pop();
    else if (part !== '' && part !== '.') path.push(part);
  }
  return path.join('/');
}

export function folderOf(path: string): string {
  return path.split('/').slice(0, -1).join('/');
}
