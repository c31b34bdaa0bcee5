/** What was kept outlives the local WeChat: stop it, start it again on the same folder, and the chart is there. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { connectControl } from '../../emulator/control/client';
import { Person } from '../person';
import { printedAddress } from '../printed-address';

const root = resolve(__dirname, '../../..');
let folder: string;
let running: ChildProcess | undefined;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tongxing-restart-'));
});

afterAll(async () => {
  await stop();
  rmSync(folder, { recursive: true, force: true });
});

/** Answers the address that `start` prints. */
async function start(): Promise<string> {
  const args = ['--import', 'tsx', 'test/emulator/cli.ts', 'start', '--data', folder];
  const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });
  running = child;
  return printedAddress(child);
}

async function stop(): Promise<void> {
  const child = running;
  running = undefined;
  if (child === undefined || child.exitCode !== null) return;
  child.kill('SIGTERM');
  await once(child, 'exit');
}

async function withPhone<T>(url: string, act: (person: Person) => Promise<T>): Promise<T> {
  const phone = await connectControl(url).phones.open({ host: 'node' });
  const person = await Person.withPhone(phone.automator);
  try {
    return await act(person);
  } finally {
    person.leave();
  }
}

it('keeps the steps, the consents and the users over a restart', async () => {
  const before = await withPhone(await start(), async (person) => {
    await person.tap('.notice__action');
    await person.tap('.privacy-sheet__agree');
    await person.allow();
    return person.read('.step-count__number');
  });
  await stop();

  await withPhone(await start(), async (person) => {
    expect(await person.read('.step-count__number')).toBe(before);
  });
}, 60_000);
