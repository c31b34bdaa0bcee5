/** The page itself, in a browser, around a phone with a mini program as tutorials write it. */
import { join } from 'node:path';
import automator from 'miniprogram-automator';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../../emulator/browser';
import { startEmulator, type Emulator } from '../../emulator/server/emulator';

const PROJECT = join(__dirname, '../../fixtures/tutorial');

let emulator: Emulator;
let browser: Browser;
let page: Page;
const thrown: Error[] = [];

beforeAll(async () => {
  [emulator, browser] = await Promise.all([startEmulator({ projectDir: PROJECT }), launchBrowser()]);
  page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  page.setDefaultTimeout(10_000);
  page.on('pageerror', (error) => thrown.push(error));
  await page.goto(emulator.url);
  await page.getByText('pages/index/index').waitFor();
}, 60_000);

afterAll(async () => {
  await browser.close();
  await emulator.stop();
});

const holder = () => emulator.phones.find(undefined).openid;

it('shows the phone, in the hands of the first user', async () => {
  expect(await page.frameLocator('iframe').locator('body').innerText()).not.toBe('');
  expect(await page.getByRole('combobox', { name: 'User' }).inputValue()).toBe(emulator.platform.users[0]?.openid);
});

it('hands the phone to somebody new', async () => {
  await page.getByRole('button', { name: 'New user' }).click();
  await page.getByPlaceholder('Nickname').fill('李四');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: '李四' }).waitFor();
  expect(emulator.platform.user(holder()).nickName).toBe('李四');
});

it('answers a consent, and forgets it', async () => {
  await page.getByRole('radio', { name: 'Refused' }).click();
  await page.getByRole('radio', { name: 'Refused', checked: true }).waitFor();
  expect(emulator.platform.getSetting(holder())).toEqual({ 'scope.werun': false });

  await page.getByRole('button', { name: 'Forget all' }).click();
  await page.getByRole('radio', { name: 'Refused', checked: false }).waitFor();
  expect(emulator.platform.getSetting(holder())).toEqual({});
});

it('withdraws a declaration, which then fails with 112', async () => {
  await page.getByRole('checkbox', { name: 'scope.werun' }).click();
  await page.getByRole('checkbox', { name: 'scope.werun', checked: false }).waitFor();
  expect(emulator.platform.access(holder(), 'getWeRunData')).toMatchObject({ failure: { errno: 112 } });
});

it('binds a phone number, masked, and removes it', async () => {
  const before = emulator.platform.user(holder()).phoneNumbers;
  await page.getByPlaceholder('+852 51234567').fill('+852 51234567');
  await page.getByRole('button', { name: 'Bind' }).click();
  await page.getByText('+852 51****67').waitFor();
  expect(emulator.platform.user(holder()).phoneNumbers[0]).toEqual({
    phoneNumber: '+85251234567',
    purePhoneNumber: '51234567',
    countryCode: '852',
  });
  await page.getByRole('button', { name: 'Remove +852 51****67' }).click();
  await page.getByText('+852 51****67').waitFor({ state: 'detached' });
  expect(emulator.platform.user(holder()).phoneNumbers).toEqual(before);

  await page.getByPlaceholder('+852 51234567').fill('none');
  await page.getByRole('button', { name: 'Bind' }).click();
  await page.getByText('a phone number is like').waitFor();
});

it('takes phone numbers from a personal subject, and counts what they cost', async () => {
  await page.getByRole('radio', { name: 'Personal' }).click();
  await page.getByRole('radio', { name: 'Personal', checked: true }).waitFor();
  expect(emulator.platform.phoneOffer(holder(), 'getPhoneNumber')).toMatchObject({ state: 'fail' });
  await page.getByRole('radio', { name: 'Company' }).click();
  await page.getByRole('checkbox', { name: /1421102/ }).click();
  await page.getByRole('checkbox', { name: /1421102/, checked: true }).waitFor();
  expect(emulator.platform.phoneOffer(holder(), 'getPhoneNumber')).toMatchObject({ failure: { errno: 1421102 } });
  await page.getByRole('checkbox', { name: /1421102/ }).click();

  await page.getByRole('spinbutton', { name: 'Quota' }).fill('1');
  await page.keyboard.press('Enter');
  await page.getByText('0 used · 1 left').waitFor();
  await emulator.platform.answerPrivacy(holder(), true);
  const offer = emulator.platform.phoneOffer(holder(), 'getPhoneNumber');
  const [number] = offer.state === 'choose' ? offer.numbers : [];
  await emulator.platform.givePhoneNumber(holder(), 'getPhoneNumber', number?.id ?? '');
  await page.getByText('1 used · 0 left').waitFor();
});

it('pushes a verdict as the developer judges', async () => {
  const pushed: unknown[] = [];
  const stop = emulator.platform.onPush((message) => Promise.resolve(void pushed.push(message.result?.suggest)));
  await emulator.platform.contentChecks.submit(holder(), 'pass');
  await page.getByRole('button', { name: 'Refuse' }).click();
  await page.getByText('risky, delivered').waitFor();
  expect(pushed).toEqual(['risky']);
  stop();
});

it('pushes every verdict that is still to come', async () => {
  await emulator.platform.contentChecks.submit(holder(), 'pass');
  await emulator.platform.contentChecks.submit(holder(), 'review');
  const pushed: unknown[] = [];
  const stop = emulator.platform.onPush((message) => Promise.resolve(void pushed.push(message.result?.suggest)));
  await page.getByRole('button', { name: 'Push 2 verdicts' }).click();
  await page.getByText('2 pushed.').waitFor();
  expect(pushed.sort()).toEqual(['pass', 'review']);
  stop();
});

it('moves the one clock and says by how much', async () => {
  await page.getByRole('button', { name: '+6 min' }).click();
  await page.getByText('+6 min', { exact: true }).last().waitFor();
  expect(emulator.clock.offset).toBe(6 * 60_000);
  await page.getByRole('button', { name: 'Reset' }).click();
  await page.getByText('real time').waitFor();
  expect(emulator.clock.offset).toBe(0);
});

it('lists a call with what its function wrote', async () => {
  const [name] = emulator.cloud.functions;
  expect(name).toBeDefined();
  await emulator.cloud
    .callFunction({ source: '' }, { name: name ?? '', data: '{"hello":"workbench"}' })
    .catch(() => {});
  await page.locator('.call-line').first().click();
  expect(await page.locator('.call-details').innerText()).toContain('"workbench"');
});

it('takes the network from the phone, also after a cold start', async () => {
  await page.getByRole('radio', { name: 'Offline' }).click();
  await page.getByRole('radio', { name: 'Offline', checked: true }).waitFor();
  await emulator.phones.restart(emulator.phones.find(undefined));
  await page.getByText('pages/index/index').waitFor();

  const wsEndpoint = `${emulator.url.replace('http', 'ws')}/automator/${emulator.phones.find(undefined).id}`;
  const phone = await automator.connect({ wsEndpoint });
  expect(await phone.callWxMethod('getNetworkType')).toMatchObject({ networkType: 'none' });
  phone.disconnect();
});

it('throws nothing of its own', () => expect(thrown).toEqual([]));
