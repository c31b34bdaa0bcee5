/** The Chromium that comes from npm in @sparticuz/chromium: nothing to download, no root. Linux on x64 only. */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

export interface BundledBrowser {
  readonly executablePath: string;
  /** Environment in which it finds its libraries and, on a machine without any, a font. */
  readonly env: Readonly<Record<string, string>>;
}

/** Unpacks it under `node_modules/.cache` at the first call (about 3 s, 200 MB). Throws where it cannot run. */
export async function bundledBrowser(): Promise<BundledBrowser> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error(`the Chromium from npm is for Linux on x64; this is ${process.platform} on ${process.arch}`);
  }
  const folder = await unpacked();
  const libraries = [join(folder, 'al2023', 'lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(':');
  const env = { ...definedVariables(), LD_LIBRARY_PATH: libraries };
  return {
    executablePath: join(folder, 'chromium'),
    env: existsSync('/etc/fonts/fonts.conf') ? env : { ...env, FONTCONFIG_PATH: join(folder, 'fonts') },
  };
}

async function unpacked(): Promise<string> {
  const packageFolder = dirname(dirname(createRequire(__filename).resolve('@sparticuz/chromium')));
  const { version } = JSON.parse(await readFile(join(packageFolder, 'package.json'), 'utf8')) as { version: string };
  const cache = join(packageFolder, '..', '..', '.cache', 'chromium');
  const folder = join(cache, version);
  if (existsSync(folder)) return folder;

  // Two runs may unpack at once: each into a folder of its own, and a rename makes one of them count.
  await mkdir(cache, { recursive: true });
  const stage = await mkdtemp(join(cache, 'unpacking-'));
  try {
    await promisify(execFile)(process.execPath, [join(__dirname, 'unpack.mjs'), packageFolder], {
      env: { ...process.env, TMPDIR: stage, NODE_OPTIONS: '' },
    });
    await rename(stage, folder).catch((error: unknown) => {
      if (!existsSync(folder)) throw error;
    });
  } finally {
    await rm(stage, { recursive: true, force: true });
  }
  return folder;
}

function definedVariables(): Record<string, string> {
  const variables = Object.entries(process.env);
  return Object.fromEntries(variables.filter((variable): variable is [string, string] => variable[1] !== undefined));
}
