import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { relative, sep } from 'node:path';
import { watch } from 'chokidar';
import type { Emulator } from '../server/emulator';

/** A build writes many files: how long after the last of them the project is taken as written, ms. */
const QUIET_MS = 150;
const IGNORED = /[\\/](node_modules|\.git|\.emulator)([\\/]|$)/;

/** Puts what changes on disk on the phones and into the functions. Resolves when it watches; answers what ends it. */
export async function watchProject(emulator: Emulator): Promise<() => Promise<void>> {
  const { miniprogramRoot, functionRoot } = emulator;
  const contents = new Map<string, string>();
  const touched = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  let turn: Promise<void> = Promise.resolve();

  /** Paths whose content is another than before: Taro writes every file at every build. */
  async function changesOf(paths: readonly string[]): Promise<readonly string[]> {
    const changed: string[] = [];
    for (const path of paths) {
      const hash = await hashOf(path);
      if (contents.get(path) === hash) continue;
      if (hash === undefined) contents.delete(path);
      else contents.set(path, hash);
      changed.push(path);
    }
    return changed;
  }

  async function take(): Promise<void> {
    const paths = [...touched];
    touched.clear();
    const changed = await changesOf(paths);
    const functions = new Set(changed.flatMap((path) => functionOf(path, functionRoot) ?? []));
    const began = Date.now();
    try {
      if (functions.size > 0) {
        await emulator.reloadFunctions([...functions]);
        console.log(`functions reloaded: ${[...functions].join(', ')}`);
      }
      const files = changed.filter((path) => functionOf(path, functionRoot) === undefined);
      if (files.length > 0 && (await emulator.reloadPackage())) {
        console.log(`phones reloaded (${Date.now() - began} ms)`);
      }
    } catch (error) {
      // Half-written or wrong: the phones keep what they have until the next change.
      console.error(error instanceof Error ? error.message : error);
    }
  }

  const folders = [miniprogramRoot, ...(functionRoot === undefined ? [] : [functionRoot])];
  const watcher = watch(folders, { ignored: IGNORED, ignoreInitial: true });
  watcher.on('all', (event, path) => {
    if (event === 'addDir' || event === 'unlinkDir') return;
    touched.add(path);
    clearTimeout(timer);
    timer = setTimeout(() => {
      turn = turn.then(take);
    }, QUIET_MS);
  });
  watcher.on('error', (error) => console.error(error));
  await new Promise<void>((resolve) => watcher.once('ready', resolve));
  await changesOf(watchedFiles(watcher.getWatched()));
  return async () => {
    clearTimeout(timer);
    await watcher.close();
    await turn;
  };
}

/** The function that a file belongs to; undefined where it belongs to the mini program. */
function functionOf(path: string, functionRoot: string | undefined): string | undefined {
  if (functionRoot === undefined || !path.startsWith(functionRoot + sep)) return undefined;
  return relative(functionRoot, path).split(sep)[0];
}

const watchedFiles = (watched: Readonly<Record<string, readonly string[]>>): readonly string[] =>
  Object.entries(watched).flatMap(([folder, names]) => names.map((name) => `${folder}${sep}${name}`));

/** Undefined for what is gone, or is a folder. */
async function hashOf(path: string): Promise<string | undefined> {
  try {
    return createHash('sha1')
      .update(await readFile(path))
      .digest('base64');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'EISDIR') return undefined;
    throw error;
  }
}
