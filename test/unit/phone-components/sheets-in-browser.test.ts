/** WeChat's sheets on a phone in a real browser: what a person sees and taps, and what needs a canvas or an image. */
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../../emulator/browser';
import { startEmulator, type Emulator } from '../../emulator/server/emulator';

const PROJECT = join(__dirname, '../../fixtures/tutorial');
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAIAAAADCAIAAAA2iEnWAAAAEElEQVR4nGNgP5gARAwoFABG1wbxCO84hgAAAABJRU5ErkJggg==',
  'base64',
);

let emulator: Emulator;
let browser: Browser;
let page: Page;
let openid: string;
const thrown: Error[] = [];

beforeAll(async () => {
  [emulator, browser] = await Promise.all([startEmulator({ projectDir: PROJECT }), launchBrowser()]);
  page = await browser.newPage({ viewport: { width: 390, height: 844 } });
  page.setDefaultTimeout(10_000);
  page.on('pageerror', (error) => thrown.push(error));
  await page.goto(`${emulator.url}/phone/${emulator.phones.find(undefined).id}`);
}, 60_000);

afterAll(async () => {
  await browser.close();
  await emulator.stop();
});

beforeEach(async () => {
  ({ openid } = await emulator.platform.createUser({ nickName: '小步' }));
  await emulator.platform.answerPrivacy(openid, true);
  const line = emulator.phones.find(undefined);
  await emulator.phones.restart(line, { openid, enter: { path: 'pages/mine/mine' } });
  await page.getByText('手机号快速验证').waitFor();
});

afterEach(() => {
  expect(thrown.splice(0)).toEqual([]);
  expect(emulator.phones.find(undefined).records.read().exceptions).toEqual([]);
});

const sheet = (name: RegExp | string) => page.getByRole('dialog', { name });
const button = (name: string) => page.getByRole('button', { name, exact: true });

describe('the sheet of a phone button', () => {
  beforeEach(async () => {
    await emulator.platform.addPhoneNumber(openid, {
      phoneNumber: '13900139000',
      purePhoneNumber: '13900139000',
      countryCode: '86',
    });
  });

  it('lets a person choose a number and allow', async () => {
    const second = emulator.platform.user(openid).phoneNumbers[1]?.purePhoneNumber ?? '';
    await button('手机号快速验证').click();
    const numbers = sheet(/获取并验证你的手机号/).getByRole('radio');
    expect(await numbers.count()).toBe(2);
    expect(await numbers.first().isChecked()).toBe(true);
    await numbers.nth(1).check();
    await button('允许').click();
    await page.getByText(`+86 ${second}`).waitFor();
  });

  it('shows no number in full', async () => {
    await button('手机号快速验证').click();
    const text = await sheet(/获取并验证你的手机号/).innerText();
    expect(text).toContain('139****9000');
    expect(text).not.toMatch(/\d{11}/);
    await button('不允许').click();
    await page.getByText('getPhoneNumber:fail user deny').waitFor();
  });

  it('leads to the page of numbers and comes back with what was added there', async () => {
    await button('手机号快速验证').click();
    await button('使用其它号码').click();
    await page.getByText('管理手机号').waitFor();
    await page.getByRole('textbox', { name: '手机号' }).fill('13700137000');
    await button('添加').click();
    await page.getByText('137****7000').waitFor();
    await button('返回').click();
    expect(
      await sheet(/获取并验证你的手机号/)
        .getByRole('radio')
        .first()
        .getAttribute('aria-label'),
    ).toBe('137****7000');
    await button('允许').click();
    await page.getByText('+86 13700137000').waitFor();
  });

  it('tells that there is no quota, over the page that already knows', async () => {
    await emulator.platform.declare({ phoneQuota: 0 });
    try {
      await button('手机号快速验证').click();
      await page.getByText('1400001').waitFor();
      await button('我知道了').click();
      await sheet('暂时无法获取手机号').waitFor({ state: 'detached' });
    } finally {
      await emulator.platform.declare({ phoneQuota: 1000 });
    }
  });
});

describe('the sheet of chooseAvatar', () => {
  /** What the uploaded file's image says of itself once it is loaded: a `cloud://` id in `<image src>`. */
  const uploaded = (size: string) => page.getByText(size, { exact: true }).waitFor();

  it('gives the WeChat avatar as a picture of its own, shown from cloud storage', async () => {
    await page.locator('.avatar-wrapper').click();
    await button('用微信头像').click();
    await uploaded('132x132');
  });

  it('gives a picture from the album as it is', async () => {
    await page.locator('.avatar-wrapper').click();
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), button('从相册选择').click()]);
    await chooser.setFiles({ name: 'me.png', mimeType: 'image/png', buffer: PNG });
    await uploaded('2x3');
    const path = (await emulator.cloud.files.list()).at(-1) ?? '';
    expect(path).toMatch(/^avatars\/\d+\.png$/);
  });

  it('is closed by 取消', async () => {
    await page.locator('.avatar-wrapper').click();
    await button('取消').click();
    await sheet('选择头像').waitFor({ state: 'detached' });
  });
});

it("keeps WeChat's own look out of a page whose classes have the same names", async () => {
  const position = await button('手机号快速验证').evaluate((element) => getComputedStyle(element).position);
  expect(position).not.toBe('fixed');
});

describe('the row above the keyboard', () => {
  it('fills the nickname in', async () => {
    await page.getByRole('textbox', { name: '请输入昵称' }).focus();
    await button('用微信昵称 小步').click();
    expect(await page.getByRole('textbox', { name: '请输入昵称' }).inputValue()).toBe('小步');
    await button('用微信昵称 小步').waitFor({ state: 'hidden' });
    await button('保存').click();
    await page.getByText('小步', { exact: true }).waitFor();
  });
});
