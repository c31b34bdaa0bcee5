/**
 * `npm run budgets`: fails when what ships has outgrown its bounds. The reference of the main package is the official
 * empty Taro 4.2.1 React template as it ships; `npm run bench` builds it anew and measures both in one run.
 */
import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { sizeOfFile, sizeOfMainPackage } from './sizes';

const root = resolve(__dirname, '../..');
const EMPTY_TEMPLATE = { raw: 284_408, gzip: 78_877 };

interface Budget {
  readonly what: string;
  readonly measured: number;
  readonly bound: number;
}

function budgets(): Budget[] {
  const main = sizeOfMainPackage(join(root, 'dist'));
  const functions = join(root, 'cloud/dist');
  return [
    { what: 'main package, raw bytes', measured: main.raw, bound: Math.floor(EMPTY_TEMPLATE.raw * 1.05) },
    { what: 'main package, gzip bytes', measured: main.gzip, bound: Math.floor(EMPTY_TEMPLATE.gzip * 1.15) },
    ...readdirSync(functions).map((name) => ({
      what: `function ${name}, raw bytes`,
      measured: sizeOfFile(join(functions, name, 'index.js')).raw,
      bound: 1_300_000,
    })),
  ];
}

if (!existsSync(join(root, 'dist')) || !existsSync(join(root, 'cloud/dist'))) {
  console.error('dist/ or cloud/dist/ is missing: run `npm run build` first');
  process.exit(1);
}
const rows = budgets();
for (const { what, measured, bound } of rows) {
  console.log(`${measured <= bound ? 'ok  ' : 'OVER'} ${what}: ${measured} of ${bound}`);
}
process.exit(rows.every(({ measured, bound }) => measured <= bound) ? 0 : 1);
