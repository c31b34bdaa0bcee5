/** Faults, timers and what a call examined, as the page shows them. */
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../../emulator/browser';
import { connectControl } from '../../emulator/control/client';
import type { Emulator } from '../../emulator/server/emulator';
import { emulators, SDK } from '../server/project';

const local = emulators();
let emulator: Emulator;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  const projectDir = local.newProject({
    'cloudfunctions/tidy/index.js': `const cloud = require(${SDK})
      cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV })
      exports.main = async () => cloud.database().collection('notes').where({ text: 'hello' }).get()`,
    'cloudfunctions/card/index.js': `const cloud = require(${SDK})
      cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV })
      exports.main = async () => {
        await cloud.openapi.updatableMessage.createActivityId()
        await cloud.openapi.security.msgSecCheck({ content: 'x' }).catch(() => undefined)
      }`,
    'cloudfunctions/card/config.json': JSON.stringify({
      permissions: { openapi: ['updatableMessage.createActivityId'] },
    }),
    'cloudfunctions/tidy/config.json': JSON.stringify({
      triggers: [{ name: 'nightly', type: 'timer', config: '0 30 3 * * * *' }],
    }),
  });
  [{ emulator }, browser] = await Promise.all([local.start({ projectDir, setup: 'setup' }), launchBrowser()]);
  page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  page.setDefaultTimeout(10_000);
  await page.goto(emulator.url);
  await page.getByText('pages/index/index').waitFor();
}, 60_000);

afterAll(() => browser.close());

const tab = (name: RegExp) => page.getByRole('tab', { name }).click();
const form = (name: string) => page.getByRole('form', { name });
const arm = (name: string) => form(name).getByRole('button', { name: 'Arm' }).click();
const armed = () => page.getByRole('list', { name: 'Armed faults' });
const kinds = () => emulator.cloud.faults.armed.map(({ kind }) => kind);

it('lists the timers with their next time in UTC+8, and fires one', async () => {
  await tab(/Timers/);
  await page.getByText('03:30:00').waitFor();
  await page.getByRole('button', { name: 'Fire tidy now' }).click();
  await page.getByText('tidy was fired.').waitFor();
  expect(emulator.cloud.calls.at(-1)).toMatchObject({ name: 'tidy', source: 'wx_trigger' });
});

it('marks a call that read a whole collection, and shows each of its database calls', async () => {
  await tab(/Functions/);
  const line = page.getByRole('button', { name: /tidy/ });
  expect(await line.innerText()).toContain('scan');
  expect(await page.getByRole('button', { name: /setup/ }).innerText()).not.toContain('scan');
  await line.click();
  expect(await page.locator('.database-calls tbody').innerText()).toBe('find\tnotes\tscan\t1\t1');
});

it('shows what a call asked WeChat, and what WeChat answered', async () => {
  await connectControl(emulator.url).functions.call('card');
  await page.getByRole('button', { name: /card/ }).click();
  expect(await page.locator('.openapi-calls tbody').innerText()).toBe(
    'updatableMessage.createActivityId\t0\nsecurity.msgSecCheck\t-604101',
  );
});

it('shows a fault that somebody else arms, and takes back', async () => {
  await tab(/Faults/);
  const { faults } = connectControl(emulator.url);
  await faults.delayFunction('echo', 3_000);
  await armed().getByText('echo waits').waitFor();
  await faults.clear();
  await page.getByText('No fault is armed.').waitFor();
});

it('arms faults of every kind, and says what will happen', async () => {
  await tab(/Faults/);
  await form('Kill').getByLabel('Function').selectOption('whoami');
  await form('Kill').getByLabel('after').fill('2');
  await form('Kill').getByLabel('Times').fill('3');
  await arm('Kill');
  await armed().getByText('whoami is killed after 2 database calls').waitFor();
  for (const name of ['Delay', 'Deliver twice', 'Slow database', 'Busy database', 'Fail a call', 'Slow call']) {
    await arm(name);
  }
  await form('Lose the answer').getByLabel('Function').selectOption('echo');
  await arm('Lose the answer');
  await armed().getByText('the answer to a write of echo is lost').waitFor();
  expect(emulator.cloud.faults.armed).toEqual(
    expect.arrayContaining([
      { kind: 'killFunction', name: 'whoami', afterDatabaseCalls: 2, left: 3 },
      { kind: 'loseAnswer', which: { function: 'echo' }, left: 1 },
      { kind: 'failOpenApi', name: 'updatableMessage.setUpdatableMsg', errcode: -1, left: 1 },
    ]),
  );
  expect(kinds()).toHaveLength(8);
});

it('clears one fault, then all', async () => {
  await page.getByRole('button', { name: 'Clear: whoami is killed' }).click();
  await armed().getByText('whoami is killed').waitFor({ state: 'detached' });
  expect(kinds()).not.toContain('killFunction');
  expect(kinds()).toHaveLength(7);
  await page.getByRole('button', { name: 'Clear all' }).click();
  await page.getByText('No fault is armed.').waitFor();
  expect(kinds()).toEqual([]);
});

it('shows a fault no longer that has happened', async () => {
  await form('Kill').getByLabel('Function').selectOption('echo');
  await form('Kill').getByLabel('Times').fill('1');
  await arm('Kill');
  await armed().getByText('echo is killed').waitFor();
  const call = emulator.cloud.callFunction({ source: '' }, { name: 'echo', data: '{}' });
  await expect(call).rejects.toMatchObject({ errCode: expect.any(Number) as number });
  await page.getByText('No fault is armed.').waitFor();
});

it('refuses what is no fault', async () => {
  await form('Kill').getByLabel('after').fill('1.5');
  await arm('Kill');
  expect(kinds()).toEqual([]);
});

it('jumps with the clock, and limits how often updatable messages may be called', async () => {
  await form('Clock jump').getByLabel('by').fill('24');
  await form('Clock jump').getByRole('button', { name: 'Jump' }).click();
  await form('Clock jump').getByText('+1 d').waitFor();
  expect(emulator.clock.offset).toBe(24 * 3_600_000);
  await form('Clock jump').getByRole('button', { name: 'Real time' }).click();
  await form('Clock jump').getByText('now real time').waitFor();
  expect(emulator.clock.offset).toBe(0);

  const limit = page.getByLabel('Rate limit');
  await limit.fill('2');
  await limit.press('Enter');
  await page.waitForFunction(() => document.querySelector<HTMLInputElement>('.faults input[value="2"]') !== null);
  expect(emulator.platform.app.updatableLimit).toBe(2);
});
