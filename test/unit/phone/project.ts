import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

export type Files = Readonly<Record<string, string>>;

const folders: string[] = [];

/** A mini program in a folder of its own. `app.json` names the pages that have a wxml, unless it is given. */
export async function writeProject(files: Files): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'mini-program-'));
  folders.push(folder);
  const pages = Object.keys(files)
    .filter((file) => file.startsWith('pages/') && file.endsWith('.wxml'))
    .map((file) => file.replace(/\.wxml$/, ''));
  await write(folder, {
    'project.config.json': JSON.stringify({ appid: 'wx0123456789abcdef', projectname: 'test' }),
    'app.json': JSON.stringify({ pages }),
    'app.js': 'App({})',
    ...files,
  });
  return folder;
}

export async function write(folder: string, files: Files): Promise<void> {
  for (const [file, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, file)), { recursive: true });
    await writeFile(join(folder, file), text);
  }
}

export async function removeProjects(): Promise<void> {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true });
}
