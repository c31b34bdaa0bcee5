import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundleFunctions, type FunctionBundle } from '../../../config/functions/bundle';

const repository = join(__dirname, '../../..');

describe('the functions of this project, bundled', () => {
  let bundles: readonly FunctionBundle[];
  beforeAll(async () => {
    ({ bundles } = await bundleFunctions());
  });

  test('are folders ready to upload: one file, its configuration, and nothing to install', () => {
    const names = ['activity', 'album', 'me', 'opendata', 'setup', 'share', 'verdict'];
    expect(bundles.map(({ name }) => name).sort()).toEqual(names);
    for (const { name } of bundles) {
      const folder = join(repository, 'cloud/dist', name);
      expect(readdirSync(folder).sort()).toEqual(['config.json', 'index.js', 'package.json']);
      expect(JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))).toEqual({
        name,
        version: '0.1.0',
        main: 'index.js',
      });
    }
  });

  test('need nothing but Node: away from node_modules each loads and answers', () => {
    const away = mkdtempSync(join(tmpdir(), 'functions-'));
    cpSync(join(repository, 'cloud/dist'), away, { recursive: true });
    const script = `require(process.argv[1]).main({}).then((answer) => console.log(JSON.stringify(answer)))`;
    const environment = {
      PATH: process.env['PATH'],
      TENCENTCLOUD_RUNENV: 'SCF',
      TENCENTCLOUD_SECRETID: 'x',
      TENCENTCLOUD_SECRETKEY: 'x',
    };
    const { stdout } = spawnSync(process.execPath, ['-e', script, join(away, 'opendata')], {
      env: environment,
      encoding: 'utf8',
    });
    rmSync(away, { recursive: true });
    expect(JSON.parse(stdout)).toMatchObject({ ok: false, error: { code: 'unknown-route' } });
  });

  test('stay under 1.3 MB each and require built-in modules only', () => {
    for (const { bytes, file } of bundles) {
      expect(bytes).toBeLessThan(1_300_000);
      const required = [...readFileSync(file, 'utf8').matchAll(/\brequire\("([^"]+)"\)/g)].map(([, name = '']) => name);
      expect(required.filter((name) => !builtinModules.includes(name.replace(/^node:/, '')))).toEqual([]);
    }
  });
});

describe('a project of functions', () => {
  let cloud: string;
  beforeEach(() => {
    cloud = mkdtempSync(join(tmpdir(), 'cloud-'));
    write('first', 'export const main = () => "one";');
  });
  afterEach(() => rmSync(cloud, { recursive: true }));

  function write(name: string, code: string): void {
    mkdirSync(join(cloud, 'functions', name), { recursive: true });
    writeFileSync(join(cloud, 'functions', name, 'index.ts'), code);
    writeFileSync(join(cloud, 'functions', name, 'config.json'), '{"timeout":5}');
    writeFileSync(join(cloud, 'functions', name, 'package.json'), JSON.stringify({ name, version: '1.0.0' }));
  }
  const built = (file: string): string => readFileSync(join(cloud, 'dist', file), 'utf8');

  test('leaves nothing behind of a function that is gone', async () => {
    write('second', 'export const main = () => "two";');
    await bundleFunctions({ cloud });
    rmSync(join(cloud, 'functions/second'), { recursive: true });
    await bundleFunctions({ cloud });
    expect(readdirSync(join(cloud, 'dist'))).toEqual(['first']);
  });

  test('that does not compile is an error', async () => {
    write('first', 'export const main = (');
    await expect(bundleFunctions({ cloud, quiet: true })).rejects.toThrow(/Unexpected end of file/);
  });

  test('whose folder and package.json disagree about the name is an error', async () => {
    writeFileSync(join(cloud, 'functions/first/package.json'), '{"name":"other","version":"1.0.0"}');
    await expect(bundleFunctions({ cloud, quiet: true })).rejects.toThrow(/must be named first/);
  });

  test('is bundled again after every edit of code or configuration, also after one that did not compile', async () => {
    let seen: (outcome: string) => void = () => undefined;
    const next = () => new Promise<string>((done) => (seen = done));
    const { bundles, stop } = await bundleFunctions({
      cloud,
      watch: true,
      quiet: true,
      onBundle: () => seen('bundled'),
      onFailure: () => seen('failed'),
    });
    try {
      expect(bundles.map(({ name }) => name)).toEqual(['first']);
      expect(built('first/index.js')).toContain('"one"');

      let outcome = next();
      write('first', 'export const main = () => "changed";');
      expect(await outcome).toBe('bundled');
      expect(built('first/index.js')).toContain('"changed"');

      outcome = next();
      write('first', 'export const main = (');
      expect(await outcome).toBe('failed');
      expect(built('first/index.js')).toContain('"changed"');

      outcome = next();
      write('first', 'export const main = () => "repaired";');
      expect(await outcome).toBe('bundled');
      expect(built('first/index.js')).toContain('"repaired"');

      outcome = next();
      writeFileSync(join(cloud, 'functions/first/config.json'), '{"timeout":9}');
      expect(await outcome).toBe('bundled');
      expect(built('first/config.json')).toBe('{"timeout":9}');
    } finally {
      await stop();
    }
  });
});
