import type { Control } from '../../emulator/control/types';
import type { Emulator } from '../../emulator/server/emulator';
import { PageOfPhone } from './page-of-phone';
import { emulators } from './project';
import { eventually } from '../../eventually';

const world = emulators();
let emulator: Emulator;
let control: Control;
let ann: string;
let bo: string;

beforeAll(async () => {
  const projectDir = world.newProject({
    'miniprogram/pages/index/index.js': `Page({
      onUnload() {
        wx.setStorageSync('draft', 'of the one who wrote it')
        wx.cloud.init()
        wx.cloud.callFunction({ name: 'whoami' })
      },
    })`,
  });
  ({ emulator, control } = await world.start({ projectDir, host: 'node' }));
  [ann, bo] = (await control.users.list()).map(({ openid }) => openid) as [string, string];
});

/** Who called a function, once so many calls have ended. */
const callers = (count: number): Promise<readonly (string | undefined)[]> =>
  eventually(async () => {
    const calls = await control.functions.calls();
    return calls.length >= count && calls.map(({ openid }) => openid);
  }, `${count} calls`);

test('what an app says while it ends is said by who held the phone until then', async () => {
  await control.phones.switchUser('p1', bo);
  expect(emulator.platform.storageOf(ann)).toEqual({ draft: 'of the one who wrote it' });
  expect(emulator.platform.storageOf(bo)).toEqual({});
  expect(await callers(1)).toEqual([ann]);
});

test('also where the phone goes on to a third one at once', async () => {
  const { openid: cy } = await control.users.create({ nickName: 'Cy' });
  await Promise.all([control.phones.switchUser('p1', ann), control.phones.switchUser('p1', cy)]);
  expect(emulator.platform.storageOf(cy)).toEqual({});
  expect((await callers(3)).slice(1).sort()).toEqual([ann, bo].sort());
});

test('after a reset nothing of the app of before is heard', async () => {
  await control.phones.switchUser('p1', ann);
  await callers(4);
  await control.reset();
  expect(emulator.platform.storageOf(ann)).toEqual({});
  expect(await control.phones.list()).toMatchObject([{ openid: ann, ready: true }]);
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(await callers(4)).toHaveLength(4);
});

test('an app that has ended is answered no more', async () => {
  const page = await PageOfPhone.open(emulator.url, (await control.phones.open({ openid: ann, host: 'browser' })).id);
  const { life } = page.boot;
  await control.phones.switchUser(page.id, bo);
  const late = page.ask('setStorage', { key: 'late', value: 1 }, life);
  await expect(late).rejects.toEqual({ errMsg: 'setStorage:fail the mini program that asks this has ended' });
  await expect(page.ask('getSetting', {}, '')).rejects.toMatchObject({
    errMsg: expect.stringContaining('has ended') as string,
  });
  await page.ask('setStorage', { key: 'mine', value: 1 });
  expect(emulator.platform.storageOf(bo)).toMatchObject({ mine: 1 });
  page.close();
});
