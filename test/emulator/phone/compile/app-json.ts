import { posix } from 'node:path';
import type { AppJson, SubPackage } from '../app-package';
import { CompileError } from './compile-error';
import { isObject, parseJson, stringList } from './json';
import type { Sources } from './source-folder';

export interface AppFile {
  readonly app: AppJson;
  /** Every page's route, main package first. */
  readonly pages: readonly string[];
}

/** Reads app.json and checks that every page that it names is there. */
export async function readApp(source: Sources): Promise<AppFile> {
  const file = 'app.json';
  if (!source.has(file)) throw new CompileError({ file }, `not found in ${source.root}`);
  const text = await source.read(file);
  const json = parseJson(file, text);
  const main = stringList(file, 'pages', json['pages']);
  if (main.length === 0) throw new CompileError({ file }, '"pages" must name at least one page');
  const subPackages = readSubPackages(file, json['subPackages'] ?? json['subpackages']);
  const pages = [
    ...main.map((page) => posix.normalize(page).replace(/^\//, '')),
    ...subPackages.flatMap(({ root, pages }) => pages.map((page) => posix.join(root, page).replace(/^\//, ''))),
  ];
  for (const page of pages) checkPage(source, file, text, page);
  return { app: { ...json, pages: main, ...(subPackages.length > 0 ? { subPackages } : {}) }, pages };
}

function readSubPackages(file: string, value: unknown): readonly SubPackage[] {
  if (value === undefined) return [];
  if (!Array.isArray(value)) throw new CompileError({ file }, '"subPackages" must be an array');
  return value.map((item: unknown, index) => {
    const field = `subPackages[${index}]`;
    if (!isObject(item)) throw new CompileError({ file }, `"${field}" must be an object`);
    const root = item['root'];
    if (typeof root !== 'string') throw new CompileError({ file }, `"${field}.root" must be a string`);
    return { ...item, root, pages: stringList(file, `${field}.pages`, item['pages']) };
  });
}

function checkPage(source: Sources, file: string, text: string, page: string): void {
  for (const suffix of ['.wxml', '.js']) {
    if (source.has(page + suffix) || (suffix === '.js' && source.has(`${page}.ts`))) continue;
    const line = text.split('\n').findIndex((content) => content.includes(posix.basename(page))) + 1;
    throw new CompileError({ file, ...(line > 0 ? { line } : {}) }, `page "${page}": ${page}${suffix} not found`);
  }
}
