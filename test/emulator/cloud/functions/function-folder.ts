/** A cloud function as it lies on disk: `<functionRoot>/<name>/{index.js, package.json, config.json}`. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { isRecord } from '../record';
import { readTimer, type TimerTrigger } from './timer-trigger';

export interface FunctionFolder {
  readonly name: string;
  readonly directory: string;
  /** The file that exports `main`: `main` of package.json, else index.js. */
  readonly entry: string;
  /** `timeout` of config.json, 1-60 s; WeChat's default is 3 s. */
  readonly timeoutSeconds: number;
  /** `permissions.openapi` of config.json. */
  readonly openapi: ReadonlySet<string>;
  /** `triggers` of config.json. Throws where CloudBase would not take it. */
  readTimer(): TimerTrigger | undefined;
}

const DEFAULT_TIMEOUT = 3;
const MAX_TIMEOUT = 60;

export function functionNames(root: string | undefined): readonly string[] {
  // Not there: nothing is built yet.
  if (root === undefined || statSync(root, { throwIfNoEntry: false }) === undefined) return [];
  const folders = readdirSync(root, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return folders
    .map((entry) => entry.name)
    .filter((name) => readFunction(root, name) !== undefined)
    .sort();
}

/** Undefined where there is no such function. Throws where config.json or package.json cannot be read. */
export function readFunction(root: string | undefined, name: string): FunctionFolder | undefined {
  if (root === undefined || !/^[A-Za-z][\w-]{0,59}$/.test(name)) return undefined;
  const directory = path.join(root, name);
  const main = readJson(path.join(directory, 'package.json'))['main'];
  const entry = path.join(directory, typeof main === 'string' ? main : 'index.js');
  if (statSync(entry, { throwIfNoEntry: false })?.isFile() !== true) return undefined;
  const configFile = path.join(directory, 'config.json');
  const config = readJson(configFile);
  return {
    name,
    directory,
    entry,
    timeoutSeconds: timeoutOf(config['timeout']),
    openapi: openapiOf(config),
    readTimer: () => readTimer(config, configFile),
  };
}

function timeoutOf(value: unknown): number {
  return typeof value === 'number' && value >= 1 ? Math.min(value, MAX_TIMEOUT) : DEFAULT_TIMEOUT;
}

function openapiOf(config: Readonly<Record<string, unknown>>): ReadonlySet<string> {
  const permissions = config['permissions'];
  const names = isRecord(permissions) ? permissions['openapi'] : undefined;
  return new Set(Array.isArray(names) ? names.map(String) : []);
}

function readJson(file: string): Readonly<Record<string, unknown>> {
  if (statSync(file, { throwIfNoEntry: false }) === undefined) return {};
  try {
    const value: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return isRecord(value) ? value : {};
  } catch (cause) {
    throw new Error(`${file} is not valid JSON`, { cause });
  }
}
