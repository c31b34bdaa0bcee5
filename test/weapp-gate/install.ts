/** Brings WeChat's compilers into this folder's own node_modules, when they are first needed. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { GateFailure } from './failure';

interface Manifest {
  readonly dependencies: Readonly<Record<string, string>>;
}

/** Runs npm unless what package.json pins is there. About a minute and 280 MB the first time. */
export function ensureInstalled(): void {
  const { dependencies }: Manifest = readJson(join(__dirname, 'package.json'));
  const missing = Object.entries(dependencies).filter(([name, version]) => installedVersion(name) !== version);
  if (missing.length === 0) return;

  console.log(`Installing ${missing.map(([name, version]) => `${name} ${version}`).join(', ')} into ${__dirname} ...`);
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const flags = ['--no-audit', '--no-fund', '--ignore-scripts', '--loglevel=error'];
  const { status } = spawnSync(npm, ['install', ...flags], {
    cwd: __dirname,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new GateFailure(`npm install in ${__dirname} failed; its messages are above`);
}

/** A package of this folder's node_modules. The caller says what it looks like: types are not there before it is. */
export function requireInstalled<T>(name: string): T {
  return createRequire(join(__dirname, 'package.json'))(name) as T;
}

function installedVersion(name: string): string | undefined {
  const manifest = join(__dirname, 'node_modules', name, 'package.json');
  return existsSync(manifest) ? readJson<{ version: string }>(manifest).version : undefined;
}

function readJson<T>(path: string): T {
  return JSON.parse(readFileSync(path, 'utf8')) as T;
}
