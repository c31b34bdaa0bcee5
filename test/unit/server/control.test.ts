import type { Control } from '../../emulator/control/types';
import type { Emulator } from '../../emulator/server/emulator';
import { emulators } from './project';

const world = emulators();
let emulator: Emulator;
let control: Control;
let ann: string;

beforeAll(async () => {
  ({ emulator, control } = await world.start({ projectDir: world.newProject(), setup: 'setup' }));
  [ann] = (await control.users.list()).map(({ openid }) => openid) as [string];
});

test('says what runs', async () => {
  const info = await control.info();
  expect(info).toMatchObject({ url: emulator.url, project: { appId: 'wx00000000000000aa' }, env: 'local' });
  expect(info).not.toHaveProperty('dataFolder');
});

test('a new environment is set up once, and again after it was emptied', async () => {
  expect(await control.database.collections()).toEqual(['notes']);
  expect(await control.database.documents('notes')).toEqual([{ _id: 'first', text: 'hello' }]);
  await control.database.clear();
  expect(await control.database.documents('notes')).toEqual([{ _id: 'first', text: 'hello' }]);
  const calls = await control.functions.calls();
  expect(calls.filter(({ name }) => name === 'setup')).toHaveLength(2);
});

test('calls a function as the console: nobody is the caller', async () => {
  expect(await control.functions.list()).toEqual(expect.arrayContaining(['echo', 'setup', 'whoami']));
  const { result } = await control.functions.call('whoami');
  expect(result).not.toHaveProperty('OPENID');
  expect((await control.functions.call('echo', { a: 1 })).result).toMatchObject({ event: { a: 1 } });
});

test('moves the one clock', async () => {
  const before = Date.now();
  const { now, offset } = await control.clock.advance(60_000);
  expect(offset).toBe(60_000);
  expect(now).toBeGreaterThanOrEqual(before + 60_000);
  const set = await control.clock.set(Date.parse('2030-01-01T00:00:00Z'));
  expect(new Date(set.now).getUTCFullYear()).toBe(2030);
  expect((await control.clock.reset()).offset).toBe(0);
});

test('makes users and changes their steps', async () => {
  const carl = await control.users.create({ nickName: '卡 Carl', steps: { '2026-03-01': 5 } });
  await control.users.setSteps(carl.openid, '2026-03-02', 7);
  await control.users.update(carl.openid, { weRun: 'off' });
  expect((await control.users.list()).find(({ openid }) => openid === carl.openid)).toMatchObject({
    nickName: '卡 Carl',
    steps: { '2026-03-01': 5, '2026-03-02': 7 },
    weRun: 'off',
  });
});

test('answers consents beforehand and forgets them', async () => {
  await control.consents.answerPrivacy(ann, true);
  expect(await control.consents.answerScope(ann, 'scope.werun', false)).toMatchObject({
    scopes: { 'scope.werun': false },
    privacy: { needAuthorization: false },
  });
  expect(await control.consents.forget(ann)).toMatchObject({ scopes: {}, privacy: { needAuthorization: true } });
});

test('a reset leaves nothing of what was done', async () => {
  await control.app.declare({ undeclared: ['scope.werun'] });
  await control.clock.advance(60_000);
  await control.database.createCollection('more');
  await control.reset();
  expect((await control.app.get()).undeclared).toEqual([]);
  expect((await control.clock.get()).offset).toBe(0);
  expect(await control.database.collections()).toEqual(['notes']);
  expect(await control.users.list()).toHaveLength(2);
});

test('what cannot be done says why', async () => {
  await expect(control.users.update('nobody', { nickName: 'x' })).rejects.toThrow('there is no user nobody');
  await expect(control.phones.restart('p9')).rejects.toThrow('there is no phone p9; there is p1');
  await expect(control.functions.call('nothing')).rejects.toThrow('FUNCTION_NOT_FOUND');
});

test('answers no page of another site', async () => {
  const headers = { Origin: 'https://example.com' };
  expect((await fetch(`${emulator.url}/control/info`, { headers })).status).toBe(403);
  expect((await fetch(`${emulator.url}/control/info`)).status).toBe(200);
});

test('a GET changes nothing', async () => {
  expect((await fetch(`${emulator.url}/control/reset`)).status).toBe(405);
});
