/** What was kept outlives the local WeChat: stop or kill it, start it again on the same folder, and all of it is there. */
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

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tongxing-restart-'));
});

afterEach(async () => {
  await stop('SIGTERM');
  rmSync(folder, { recursive: true, force: true });
});

/** Answers the address that `start` prints. */
async function start(): Promise<string> {
  const args = ['--import', 'tsx', 'test/emulator/cli.ts', 'start', '--data', folder];
  const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });
  running = child;
  return printedAddress(child);
}

async function stop(signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
  const child = running;
  running = undefined;
  if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
  child.kill(signal);
  await once(child, 'exit');
}

async function withPhone<T>(url: string, act: (person: Person, openid: string) => Promise<T>): Promise<T> {
  const { automator, openid } = await connectControl(url).phones.open({ host: 'node' });
  const person = await Person.withPhone(automator);
  try {
    return await act(person, openid);
  } finally {
    person.leave();
  }
}

it.each([
  ['it was stopped', 'SIGTERM'],
  ['it was killed as soon as the answer was on the screen', 'SIGKILL'],
] as const)(
  'keeps the steps, the consents and the users where %s',
  async (_how, signal) => {
    const first = await start();
    const users = await connectControl(first).users.list();
    const { openid, shown } = await withPhone(first, async (person, of) => {
      await person.tap('.notice__action');
      await person.tap('.privacy-sheet__agree');
      await person.allow();
      const number = await person.read('.step-count__number');
      // Nothing is asked or awaited in between: what is on the screen is on the disk.
      await stop(signal);
      return { openid: of, shown: number };
    });

    const second = await start();
    const control = connectControl(second);
    expect(await control.users.list()).toEqual(users);
    expect(await control.consents.get(openid)).toMatchObject({
      scopes: { 'scope.werun': true },
      privacy: { needAuthorization: false },
    });
    const steps = users.find((user) => user.openid === openid)?.steps;
    expect(await control.database.documents('steps')).toEqual([
      expect.objectContaining({ _id: openid, days: expect.objectContaining(steps) as unknown }),
    ]);
    await withPhone(second, async (person) => {
      expect(await person.read('.step-count__number')).toBe(shown);
    });
  },
  90_000,
);
