import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import type { Emulator } from '../server/emulator';
import { changesBetween, stateOf } from './folder-poll';

/** How often files are looked at; a build is taken as written when a look finds nothing new, ms. */
const POLL_MS = 150;

/**
 * Puts what changes on disk on the phones and into the functions. Resolves when it watches; answers what ends it.
 *
 * It looks at the files instead of asking the system to tell: a build may delete its output folder and make it anew,
 * and the system's events stay with the folder that is gone.
 */
export async function watchProject(emulator: Emulator): Promise<() => Promise<void>> {
  const { miniprogramRoot, functionRoot } = emulator;
  const folders = [miniprogramRoot, ...(functionRoot === undefined ? [] : [functionRoot])];
  const contents = new Map<string, string>();
  const touched = new Set<string>();
  let state = await stateOf(folders);
  await changesOf([...state.keys()]);

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

  async function look(): Promise<void> {
    const now = await stateOf(folders);
    const changes = changesBetween(state, now);
    state = now;
    for (const path of changes) touched.add(path);
    if (changes.length > 0 || touched.size === 0) return;
    const paths = [...touched];
    touched.clear();
    await take(await changesOf(paths));
  }

  async function take(changed: readonly string[]): Promise<void> {
    const functions = new Set(changed.flatMap((path) => functionOf(path, functionRoot) ?? []));
    const began = Date.now();
    if (functions.size > 0) {
      await emulator.reloadFunctions([...functions]);
      console.log(`functions reloaded: ${[...functions].join(', ')}`);
    }
    const files = changed.filter((path) => functionOf(path, functionRoot) === undefined);
    // Taro empties its output before it builds: there is nothing to show until app.json is back.
    if (files.length === 0 || !existsSync(join(miniprogramRoot, 'app.json'))) return;
    if (await emulator.reloadPackage()) {
      console.log(`phones reloaded (${Date.now() - began} ms)`);
    }
  }

  let ended = false;
  let timer: NodeJS.Timeout | undefined;
  let turn: Promise<void> = Promise.resolve();
  function wait(): void {
    if (ended) return;
    timer = setTimeout(() => {
      // Half-written or wrong: the phones keep what they have until the next change.
      turn = look().catch((error: unknown) => console.error(error instanceof Error ? error.message : error));
      void turn.then(wait);
    }, POLL_MS);
  }
  wait();
  return async () => {
    ended = true;
    clearTimeout(timer);
    await turn;
  };
}

/** The function that a file belongs to; undefined where it belongs to the mini program. */
function functionOf(path: string, functionRoot: string | undefined): string | undefined {
  if (functionRoot === undefined || !path.startsWith(functionRoot + sep)) return undefined;
  return relative(functionRoot, path).split(sep)[0];
}

/** Undefined for what is gone. */
async function hashOf(path: string): Promise<string | undefined> {
  try {
    return createHash('sha1')
      .update(await readFile(path))
      .digest('base64');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
