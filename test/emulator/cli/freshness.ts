import { mkdir, readdir, stat, utimes, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

const NEVER = 0;
/** Folders that no build reads. */
const NO_SOURCE = new Set(['node_modules', 'test', 'tests', 'coverage', 'docs']);

/** Where a build puts what it makes. Absolute. */
interface Roots {
  readonly miniprogramRoot: string;
  readonly cloudfunctionRoot: string | undefined;
}

/**
 * Whether a project's output is missing or older than its sources. A build that had nothing to write leaves old files
 * behind, so the time of the last one is kept beside the data: `.emulator/built`.
 */
export async function isStale(projectDir: string, { miniprogramRoot, cloudfunctionRoot }: Roots): Promise<boolean> {
  // A build that was interrupted leaves other files, newer than every source.
  if ((await modified(join(miniprogramRoot, 'app.json'))) === NEVER) return true;
  const outputs = [miniprogramRoot, ...(cloudfunctionRoot === undefined ? [] : [cloudfunctionRoot])];
  const times = await Promise.all(outputs.map((folder) => newest(folder, () => true)));
  if (times.includes(NEVER)) return true;
  const built = Math.max(...times, await modified(stampOf(projectDir)));
  const isSource = (path: string) => !outputs.includes(path) && !isIgnored(basename(path));
  return (await newest(projectDir, isSource)) > built;
}

/** Remembers that the output is as new as `began`, ms. */
export async function markBuilt(projectDir: string, began: number): Promise<void> {
  const stamp = stampOf(projectDir);
  await mkdir(dirname(stamp), { recursive: true });
  await writeFile(stamp, '');
  await utimes(stamp, began / 1000, began / 1000);
}

const stampOf = (projectDir: string): string => join(projectDir, '.emulator', 'built');

/** `.env`, `.env.local`, `.env.production` ...: a build puts what they say into its output. */
const isEnvironment = (name: string): boolean => name === '.env' || name.startsWith('.env.');

const isIgnored = (name: string): boolean =>
  (name.startsWith('.') && !isEnvironment(name)) || name.endsWith('.md') || NO_SOURCE.has(name);

/** When the newest file under `folder` was written, ms; {@link NEVER} where there is none. */
async function newest(folder: string, isWanted: (path: string) => boolean): Promise<number> {
  let entries;
  try {
    entries = await readdir(folder, { withFileTypes: true });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return NEVER;
    throw error;
  }
  const times = await Promise.all(
    entries.map(async (entry) => {
      const path = join(folder, entry.name);
      if (!isWanted(path)) return NEVER;
      return entry.isDirectory() ? newest(path, isWanted) : modified(path);
    }),
  );
  return Math.max(NEVER, ...times);
}

async function modified(file: string): Promise<number> {
  try {
    return (await stat(file)).mtimeMs;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return NEVER;
    throw error;
  }
}
