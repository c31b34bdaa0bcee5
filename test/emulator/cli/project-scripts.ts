import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readProject } from '../phone/compile';
import type { Teardown } from '../server/teardown';
import { Child } from './child';
import { isStale, markBuilt } from './freshness';
import { withProgress } from './progress';

/** The scripts of the project's package.json; none where it has no such file. */
async function scriptsOf(projectDir: string): Promise<Readonly<Record<string, string>>> {
  try {
    const text = await readFile(join(projectDir, 'package.json'), 'utf8');
    return (JSON.parse(text) as { readonly scripts?: Record<string, string> }).scripts ?? {};
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return {};
    throw error;
  }
}

/** `npm run NAME` if the project has that script. */
export async function npmRun(projectDir: string, name: string): Promise<string | undefined> {
  return (await scriptsOf(projectDir))[name] === undefined ? undefined : `npm run ${name}`;
}

/**
 * Builds a project whose output is missing or older than its sources. A project without a build is its own output.
 * @throws Error if the build fails.
 */
export async function buildIfNeeded(
  projectDir: string,
  command: string | undefined,
  teardown: Teardown,
): Promise<void> {
  const line = command ?? (await npmRun(projectDir, 'build'));
  if (line === undefined) return;
  if (!(await isStale(projectDir, await readProject(projectDir)))) return;

  const began = Date.now();
  const child = Child.shell(line, { cwd: projectDir, stdio: ['ignore', 'pipe', 'pipe'] });
  await teardown.add(() => child.end());
  const output: Buffer[] = [];
  child.stdout?.on('data', (chunk: Buffer) => output.push(chunk));
  child.stderr?.on('data', (chunk: Buffer) => output.push(chunk));
  const code = await withProgress(`building (${line})`, () => child.ended);
  if (code !== 0)
    throw new Error(`${Buffer.concat(output).toString('utf8')}\nthe build failed: ${line} (exit code ${code})`);
  await markBuilt(projectDir, began);
}
