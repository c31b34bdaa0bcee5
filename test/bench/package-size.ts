/** The main package against the official empty template, both built here and now. */
import {
  createProject,
  type CompilerType,
  type CSSType,
  type FrameworkType,
  type NpmType,
  type PeriodType,
} from '@tarojs/binding';
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Row } from './row';
import { projectRoot } from '../project-copy';
import { sizeOfFolder, sizeOfMainPackage, type Size } from './sizes';

const load = createRequire(__filename);
/** Inside the project, so that the template finds the project's node_modules. */
const workshop = join(projectRoot, '.bench');

/** Writes Taro's own template with Taro's own generator and builds it as its package.json says. */
async function buildEmptyTemplate(): Promise<Size> {
  rmSync(workshop, { recursive: true, force: true });
  mkdirSync(workshop, { recursive: true });
  const cli = dirname(load.resolve('@tarojs/cli/package.json'));
  const { handler } = load(join(cli, 'templates/default/template_creator.js')) as {
    handler: Parameters<typeof createProject>[1];
  };
  await createProject(
    {
      projectRoot: workshop,
      projectName: 'empty',
      template: 'default',
      npm: 'Npm' as NpmType,
      framework: 'React' as FrameworkType,
      css: 'None' as CSSType,
      compiler: 'Webpack5' as CompilerType,
      period: 'CreateAPP' as PeriodType,
      autoInstall: false,
      templateRoot: cli,
      version: '4.2.1',
      typescript: true,
      buildEs5: false,
      date: '2026-01-01',
      description: '',
    },
    handler,
  );
  // The generator goes into the folder that it makes, which is gone when this is over.
  process.chdir(projectRoot);
  const project = join(workshop, 'empty');
  // The generator of new pages (`taro new`) has no part in a build, and is not installed here.
  const config = join(project, 'config/index.ts');
  writeFileSync(config, readFileSync(config, 'utf8').replace(/^.*plugin-generator.*$/m, ''));
  writeFileSync(join(workshop, 'package.json'), '{ "private": true }');
  const quiet = { cwd: workshop, stdio: 'pipe', shell: process.platform === 'win32' } as const;
  execFileSync('npm', ['install', '--legacy-peer-deps', 'tsconfig-paths-webpack-plugin@4'], quiet);
  execFileSync('npx', ['taro', 'build', '--type', 'weapp'], { ...quiet, cwd: project });
  const size = sizeOfFolder(join(project, 'dist'));
  rmSync(workshop, { recursive: true, force: true });
  return size;
}

export async function packageSize(): Promise<Row[]> {
  const empty = await buildEmptyTemplate();
  execFileSync('npm', ['run', 'build'], { cwd: projectRoot, stdio: 'pipe', shell: process.platform === 'win32' });
  const ours = sizeOfMainPackage(join(projectRoot, 'dist'));
  const row = (what: string, bytes: number, reference: number, bound: number): Row => ({
    what,
    measured: `${bytes.toLocaleString('en')} B`,
    reference: `empty template ${reference.toLocaleString('en')} B`,
    ratio: bytes / reference,
    bound,
  });
  return [row('main package, raw', ours.raw, empty.raw, 1.05), row('main package, gzip', ours.gzip, empty.gzip, 1.15)];
}
