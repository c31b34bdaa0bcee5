import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** Folders that are not looked into. */
const IGNORED: readonly string[] = ['node_modules', '.git', '.emulator'];

/** What tells one state of a file from another, by absolute path. */
export type FolderState = ReadonlyMap<string, string>;

/** The files of these folders as they are now; a folder that is not there (any more, or yet) has none. */
export async function stateOf(folders: readonly string[]): Promise<FolderState> {
  const lists = await Promise.all(folders.map(filesOf));
  const states = await Promise.all(lists.flat().map(async (path) => [path, await markOf(path)] as const));
  return new Map(states.filter((state): state is [string, string] => state[1] !== undefined));
}

/** Paths that came, went or were written between two states. */
export function changesBetween(before: FolderState, after: FolderState): readonly string[] {
  const paths = new Set([...before.keys(), ...after.keys()]);
  return [...paths].filter((path) => before.get(path) !== after.get(path));
}

async function filesOf(folder: string): Promise<readonly string[]> {
  const entries = (await unlessGone(() => readdir(folder, { withFileTypes: true }))) ?? [];
  const files = entries.filter((entry) => entry.isFile()).map(({ name }) => join(folder, name));
  const inner = entries.filter((entry) => entry.isDirectory() && !IGNORED.includes(entry.name));
  const deeper = await Promise.all(inner.map(({ name }) => filesOf(join(folder, name))));
  return [...files, ...deeper.flat()];
}

async function markOf(path: string): Promise<string | undefined> {
  const found = await unlessGone(() => stat(path, { bigint: true }));
  return found && `${found.ino} ${found.mtimeNs} ${found.size}`;
}

/** Undefined where what is read is deleted meanwhile. */
async function unlessGone<T>(read: () => Promise<T>): Promise<T | undefined> {
  try {
    return await read();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
