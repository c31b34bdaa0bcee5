import { writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { emulators } from './project';

const world = emulators();

test('everything is there again after a restart, and is not set up twice', async () => {
  const projectDir = world.newProject();
  const options = { projectDir, dataFolder: join(projectDir, '.emulator'), setup: 'setup' };
  const first = await world.start(options);
  const carl = await first.control.users.create({ nickName: 'Carl' });
  await first.emulator.stop();

  const second = await world.start(options);
  expect(await second.control.users.list()).toContainEqual(carl);
  expect(await second.control.database.documents('notes')).toEqual([{ _id: 'first', text: 'hello' }]);
  expect(await second.control.functions.calls()).toEqual([]);
});

test('a clock that was moved stays moved over a restart, until it is put back', async () => {
  const projectDir = world.newProject();
  const options = { projectDir, dataFolder: join(projectDir, '.emulator') };
  const first = await world.start(options);
  await first.control.clock.advance(3_600_000);
  const { offset, now } = await first.control.clock.advance(-60_000);
  expect(offset).toBe(3_540_000);
  await first.emulator.stop();

  const second = await world.start(options);
  const moved = await second.control.clock.get();
  expect(moved.offset).toBe(offset);
  expect(moved.now).toBeGreaterThanOrEqual(now);
  await second.control.clock.reset();
  await second.emulator.stop();

  const third = await world.start(options);
  expect((await third.control.clock.get()).offset).toBe(0);
});

test('two cannot run on the same data', async () => {
  const projectDir = world.newProject();
  const options = { projectDir, dataFolder: join(projectDir, '.emulator') };
  await world.start(options);
  await expect(world.start(options)).rejects.toThrow('another local WeChat runs on');
});

test('a setup function that fails is a clear error', async () => {
  const projectDir = world.newProject({
    'cloudfunctions/setup/index.js': 'exports.main = async () => { throw new Error("no collections today") }',
  });
  await expect(world.start({ projectDir, setup: 'setup' })).rejects.toThrow(
    /setup function 'setup' failed: .*no collections today/s,
  );
});

test('a folder without a project is a clear error', async () => {
  await expect(world.start({ projectDir: join(__dirname) })).rejects.toThrow('project.config.json');
});

test('a taken port is a clear error where it was asked for, and otherwise the next one is used', async () => {
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  const { port } = other.address() as AddressInfo;
  const projectDir = world.newProject();
  await expect(world.start({ projectDir, port: { exactly: port } })).rejects.toThrow(`port ${port} is taken`);
  const { emulator } = await world.start({ projectDir, port: { from: port } });
  expect(Number(new URL(emulator.url).port)).toBeGreaterThan(port);
  await new Promise((resolve) => other.close(resolve));
});

describe('settings in package.json', () => {
  test('name the setup function for whoever starts the project', async () => {
    const projectDir = world.newProject();
    writeFileSync(join(projectDir, 'package.json'), JSON.stringify({ localWeChat: { setup: 'setup' } }));
    const { control } = await world.start({ projectDir });
    expect((await control.functions.calls()).map(({ name }) => name)).toEqual(['setup']);
  });

  test('that are not known are refused by name', async () => {
    const projectDir = world.newProject();
    writeFileSync(join(projectDir, 'package.json'), JSON.stringify({ localWeChat: { setUp: 'setup' } }));
    await expect(world.start({ projectDir })).rejects.toThrow("localWeChat has no setting 'setUp'");
  });
});
