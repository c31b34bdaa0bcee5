/** The built mini program of a project folder. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { GateFailure } from './failure';

export interface BuiltProject {
  readonly dir: string;
  readonly appId: string;
  /** Absolute path of miniprogramRoot. */
  readonly root: string;
}

/** Throws a {@link GateFailure} where `dir` is no project, or is not built. */
export function openProject(dir: string): BuiltProject {
  const config = join(dir, 'project.config.json');
  if (!existsSync(config)) throw new GateFailure(`${config} does not exist: --project takes the folder that has one`);
  const { appid, miniprogramRoot = '' } = JSON.parse(readFileSync(config, 'utf8')) as {
    appid?: string;
    miniprogramRoot?: string;
  };
  const root = join(dir, miniprogramRoot);
  if (!existsSync(join(root, 'app.json'))) {
    throw new GateFailure(`${join(root, 'app.json')} does not exist: build the mini program first (npm run build)`);
  }
  return { dir, appId: appid ?? 'touristappid', root };
}

/** Bytes of every file, by path with forward slashes. */
export function filesOf(root: string): ReadonlyMap<string, number> {
  const entries = readdirSync(root, { recursive: true, encoding: 'utf8' });
  const files = entries.map((path) => [path.replaceAll('\\', '/'), statSync(join(root, path))] as const);
  return new Map(files.filter(([, stat]) => stat.isFile()).map(([path, stat]) => [path, stat.size]));
}
