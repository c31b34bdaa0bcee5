import { cpSync, existsSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { connectControl } from '../../emulator/control/client';
import { CommandLine } from './command-line';
import { newProject, SDK, writeIn } from './project';
import { eventually } from '../../eventually';

// Several processes for each test, on machines that are busy.
jest.setTimeout(90_000);

const folders: string[] = [];
const project = (changes?: Readonly<Record<string, string>>): string => {
  const dir = newProject(changes);
  folders.push(dir);
  return dir;
};
afterAll(async () => {
  await CommandLine.endAll();
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

const ADDRESS = /(http:\/\/127\.0\.0\.1:\d+)\//;

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** A script that writes its process id into `file` and never ends. */
const lasting = (file: string): string =>
  `require('fs').writeFileSync(${JSON.stringify(file)}, String(process.pid)); setInterval(() => {}, 1000)`;

describe('start', () => {
  test('prints one address; Ctrl-C ends it and all that it started', async () => {
    const dir = project();
    writeIn(dir, 'lasting.js', lasting(join(dir, 'pid')));
    const cli = new CommandLine('start', '--project', dir, '--watch', '--dev-command', 'node lasting.js & wait');
    const [, url = ''] = await cli.says(ADDRESS);
    expect((await connectControl(url).info()).project.dir).toBe(dir);
    const pid = Number(
      await eventually(
        () => textOf(join(dir, 'pid')),
        () => 'the watching build',
      ),
    );
    expect(isRunning(pid)).toBe(true);
    cli.signal('SIGINT');
    expect(await cli.ends()).toBe(0);
    await eventually(
      () => (isRunning(pid) ? undefined : true),
      () => `process ${pid} to end`,
    );
    await expect(fetch(url)).rejects.toThrow('fetch failed');
    expect(existsSync(join(dir, '.emulator'))).toBe(true);
  });

  test('puts edits on the phones and into the functions; a file written again as it was changes nothing', async () => {
    const dir = project();
    const cli = new CommandLine('start', '--project', dir, '--in-memory', '--watch');
    const [, url = ''] = await cli.says(ADDRESS);
    const control = connectControl(url);
    const before = await control.info();

    writeIn(dir, 'miniprogram/app.js', 'App({})');
    writeIn(dir, 'cloudfunctions/echo/index.js', 'exports.main = async () => ({ version: 2 })');
    await cli.says(/functions reloaded: echo\n/);
    expect((await control.functions.call('echo')).result).toEqual({ version: 2 });
    expect((await control.info()).packageHash).toBe(before.packageHash);
    expect(cli.said).not.toContain('phones reloaded');

    writeIn(dir, 'miniprogram/pages/index/index.json', '{');
    await cli.says(/index\.json/);
    writeIn(dir, 'miniprogram/pages/index/index.json', '{}');
    writeIn(dir, 'miniprogram/pages/index/index.wxml', '<view>edited</view>');
    await cli.says(/phones reloaded/);
    expect((await control.info()).packageHash).not.toBe(before.packageHash);
    cli.signal('SIGTERM');
    expect(await cli.ends()).toBe(143);
    expect(existsSync(join(dir, '.emulator'))).toBe(false);
  });

  test('follows a build that deletes its folder and makes it anew', async () => {
    const dir = project();
    const cli = new CommandLine('start', '--project', dir, '--in-memory', '--watch');
    const [, url = ''] = await cli.says(ADDRESS);
    const control = connectControl(url);
    const root = join(dir, 'miniprogram');
    const kept = join(dir, 'kept');
    cpSync(root, kept, { recursive: true });
    rmSync(root, { recursive: true });
    cpSync(kept, root, { recursive: true });
    writeIn(dir, 'miniprogram/app.js', 'App({ built: 1 })');
    await cli.says(/phones reloaded/);
    const built = (await control.info()).packageHash;
    const { length } = cli.said;

    writeIn(dir, 'miniprogram/pages/index/index.wxml', '<view>edited</view>');
    await eventually(
      () => cli.said.slice(length).includes('phones reloaded') || undefined,
      () => 'the edit to arrive',
    );
    expect((await control.info()).packageHash).not.toBe(built);
    cli.signal('SIGINT');
    expect(await cli.ends()).toBe(0);
  });

  test('builds what is missing, and not again', async () => {
    const dir = project({ 'project.config.json': JSON.stringify({ miniprogramRoot: 'dist/' }) });
    writeIn(dir, 'build.js', "require('fs').cpSync('miniprogram', 'dist', { recursive: true }); console.log('built')");
    const args = ['exec', '--project', dir, '--host', 'node', '--build', 'node build.js', '--', 'node', '-e', '0'];
    const first = new CommandLine(...args);
    expect(await first.ends()).toBe(0);
    expect(first.said).toContain('building (node build.js)');
    const second = new CommandLine(...args);
    expect(await second.ends()).toBe(0);
    expect(second.said).not.toContain('building');
  });

  test('a port that was asked for and is taken', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as AddressInfo;
    const cli = new CommandLine('start', '--project', project(), '--in-memory', '--port', String(port));
    expect(await cli.ends()).toBe(1);
    expect(cli.said).toContain(`port ${port} is taken`);
    await new Promise((resolve) => other.close(resolve));
  });
});

describe('exec', () => {
  test('gives the command what it needs, ends with its code, and leaves nothing behind', async () => {
    const dir = project();
    const file = join(dir, 'found.json');
    const script = `
      const cloud = require(${SDK});
      cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV });
      require('child_process').spawn(process.execPath, ['-e', ${JSON.stringify(lasting(join(dir, 'pid')))}], { stdio: 'ignore' }).unref();
      (async () => {
        const phones = await (await fetch(process.env.EMULATOR_URL + '/control/phones.list')).json();
        const notes = await cloud.database().collection('notes').get();
        require('fs').writeFileSync(${JSON.stringify(file)}, JSON.stringify({ phones: phones.result, notes: notes.data }));
        while (!require('fs').existsSync(${JSON.stringify(join(dir, 'pid'))})) await new Promise((r) => setTimeout(r, 20));
        process.exit(7);
      })();`;
    writeIn(dir, 'script.js', script);
    const cli = new CommandLine(
      ...['exec', '--project', dir, '--host', 'node', '--setup', 'setup', '--', 'node', join(dir, 'script.js')],
    );
    expect(await cli.ends()).toBe(7);
    const found = JSON.parse(readFileSync(file, 'utf8')) as { phones: unknown[]; notes: unknown[] };
    expect(found.phones).toEqual([expect.objectContaining({ id: 'p1', host: 'node', ready: true })]);
    expect(found.notes).toEqual([{ _id: 'first', text: 'hello' }]);
    const pid = Number(readFileSync(join(dir, 'pid'), 'utf8'));
    await eventually(
      () => (isRunning(pid) ? undefined : true),
      () => `process ${pid} to end`,
    );
  });

  test("knows who receives WeChat's pushes only where it was told", async () => {
    const dir = project();
    const ask = `fetch(process.env.EMULATOR_URL + '/control/contentChecks.deliver', { method: 'POST' })
      .then((response) => response.text()).then(console.log)`;
    writeIn(dir, 'deliver.js', ask);
    const run = async (...options: string[]) => {
      const command = ['--', 'node', join(dir, 'deliver.js')];
      const cli = new CommandLine('exec', '--project', dir, '--host', 'node', ...options, ...command);
      expect(await cli.ends()).toBe(0);
      return cli.said;
    };
    expect(await run('--push-receiver', 'echo')).toContain('{"result":0}');
    expect(await run()).toContain('--push-receiver');
  });

  test('a signal ends the command too', async () => {
    const dir = project();
    writeIn(dir, 'lasting.js', lasting(join(dir, 'pid')));
    const cli = new CommandLine('exec', '--project', dir, '--host', 'node', '--', 'node', join(dir, 'lasting.js'));
    const pid = Number(
      await eventually(
        () => textOf(join(dir, 'pid')),
        () => 'the command',
      ),
    );
    cli.signal('SIGINT');
    expect(await cli.ends()).toBe(130);
    expect(isRunning(pid)).toBe(false);
  });
});

test.each([
  [['start', '--prot', '1'], "Unknown option '--prot'; did you mean --port?"],
  [['start', '--port', 'x'], "--port takes a number from 1 to 65535, got 'x'"],
  [['exec', '--host', 'node'], 'exec needs a command after --'],
  [['fly'], "there is no command 'fly'"],
])('%j fails with the help', async (args, message) => {
  const cli = new CommandLine(...args);
  expect(await cli.ends()).toBe(1);
  expect(cli.said).toContain(message);
  expect(cli.said).toContain(args[0] === 'fly' ? 'Each of them has --help' : '--project DIR');
});

test('what was exported can be imported elsewhere', async () => {
  const dir = project();
  const file = join(dir, 'data.jsonl');
  const first = new CommandLine(
    'exec',
    '--project',
    dir,
    '--host',
    'node',
    '--data',
    join(dir, '.emulator'),
    '--setup',
    'setup',
    '--',
    'node',
    '-e',
    '0',
  );
  expect(await first.ends()).toBe(0);
  expect(await new CommandLine('export', file, '--project', dir).ends()).toBe(0);
  const other = project();
  expect(await new CommandLine('import', file, '--project', other).ends()).toBe(0);
  const look = `fetch(process.env.EMULATOR_URL + '/control/database.documents?args=["notes"]').then((r) => r.text()).then(console.log)`;
  writeIn(other, 'look.js', look);
  const cli = new CommandLine(
    ...[
      'exec',
      '--project',
      other,
      '--host',
      'node',
      '--data',
      join(other, '.emulator'),
      '--',
      'node',
      join(other, 'look.js'),
    ],
  );
  expect(await cli.ends()).toBe(0);
  expect(cli.said).toContain('"text":"hello"');
});

const textOf = (file: string): string | undefined =>
  existsSync(file) ? readFileSync(file, 'utf8') || undefined : undefined;
