import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** One cloud function: where its source is and where its deployable folder goes. */
export interface FunctionFolder {
  readonly name: string;
  readonly source: string;
  readonly target: string;
}

/** Every folder of `cloud/functions` with an index.ts. */
export async function listFunctions(cloud: string): Promise<readonly FunctionFolder[]> {
  const entries = await readdir(join(cloud, 'functions'), { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory() && existsSync(join(cloud, 'functions', entry.name, 'index.ts')))
    .map(({ name }) => ({ name, source: join(cloud, 'functions', name), target: join(cloud, 'dist', name) }));
}

/** Removes what was built of functions that are no more. */
export async function removeOthers(cloud: string, functions: readonly FunctionFolder[]): Promise<void> {
  const dist = join(cloud, 'dist');
  if (!existsSync(dist)) return;
  const names = functions.map(({ name }) => name);
  const others = (await readdir(dist)).filter((name) => !names.includes(name));
  await Promise.all(others.map((name) => rm(join(dist, name), { recursive: true })));
}

/** What is copied beside the bundle; a change of one is a change of the function. */
export const besides = (folder: FunctionFolder): readonly string[] =>
  ['config.json', 'package.json'].map((file) => join(folder.source, file));

/** Writes the deployable folder: the bundle, `config.json`, and a `package.json` that asks for no install. */
export async function writeFunction(folder: FunctionFolder, bundle: Uint8Array): Promise<void> {
  await mkdir(folder.target, { recursive: true });
  const [config = '', manifest = ''] = besides(folder);
  const { name, version } = JSON.parse(await readFile(manifest, 'utf8')) as { name: string; version: string };
  if (name !== folder.name) throw new Error(`${manifest} must be named ${folder.name}, not ${name}`);
  await writeIfChanged(join(folder.target, 'config.json'), await readFile(config));
  await writeIfChanged(
    join(folder.target, 'package.json'),
    Buffer.from(`${JSON.stringify({ name, version, main: 'index.js' }, null, 2)}\n`),
  );
  await writeIfChanged(join(folder.target, 'index.js'), bundle);
}

/** Whoever watches the file sees each change once, and never half of it. */
async function writeIfChanged(file: string, content: Uint8Array): Promise<void> {
  if (existsSync(file) && Buffer.compare(await readFile(file), content) === 0) return;
  const draft = `${file}.${process.pid}.draft`;
  await writeFile(draft, content);
  await rename(draft, file);
}
