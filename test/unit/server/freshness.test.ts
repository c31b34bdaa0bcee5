import { mkdtempSync, rmSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isStale, markBuilt } from '../../emulator/cli/freshness';
import { writeIn } from './project';

let project: string;
beforeEach(() => {
  project = mkdtempSync(join(tmpdir(), 'tongxing-freshness-'));
});
afterEach(() => rmSync(project, { recursive: true, force: true }));

const MINUTE = 60_000;
const BUILT = Date.now() - 10 * MINUTE;

function write(path: string, at: number): void {
  writeIn(project, path, 'text');
  utimesSync(join(project, path), at / 1000, at / 1000);
}

const stale = () => isStale(project, { miniprogramRoot: join(project, 'dist'), cloudfunctionRoot: undefined });

beforeEach(() => {
  write('dist/app.json', BUILT);
  for (const source of ['src/app.ts', '.env', '.env.production']) write(source, BUILT - MINUTE);
});

test('output that is newer than its sources is fresh', async () => {
  expect(await stale()).toBe(false);
});

test.each(['src/app.ts', 'src/new.ts', '.env', '.env.production', 'package.json'])(
  'an edit of %s makes it stale, until the next build',
  async (path) => {
    write(path, BUILT + MINUTE);
    expect(await stale()).toBe(true);
    await markBuilt(project, BUILT + 2 * MINUTE);
    expect(await stale()).toBe(false);
  },
);

test.each(['README.md', '.git/index', '.envrc', 'node_modules/a/index.js', 'test/a.test.ts'])(
  '%s is no source',
  async (path) => {
    write(path, BUILT + MINUTE);
    expect(await stale()).toBe(false);
  },
);
