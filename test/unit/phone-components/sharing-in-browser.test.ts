/** The capsule's menu, the share sheet and pictures over the whole screen, on a phone in a real browser. */
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../../emulator/browser';
import { startEmulator, type Emulator } from '../../emulator/server/emulator';
import type { CardMessage } from '../../emulator/wechat/chats/types';
import { removeProjects, writeProject } from '../phone/project';

const FILES = {
  'app.json': JSON.stringify({
    pages: ['pages/index/index', 'pages/mute/mute'],
    window: {
      navigationBarTitleText: '周末徒步',
      navigationBarBackgroundColor: '#ffffff',
      navigationBarTextStyle: 'black',
    },
  }),
  'pages/index/index.wxml': `<button open-type="share">分享给群</button><button bindtap="choose">加照片</button>
    <button bindtap="preview">看照片</button><text class="sizes">{{sizes}}</text>`,
  'pages/index/index.js': `Page({
    data: { sizes: '' },
    onShareAppMessage: ({ from }) => ({ title: '周日一起走奥森吧，早上八点南门见 ' + from }),
    async choose() {
      const { tempFiles } = await wx.chooseMedia({ count: 3, mediaType: ['image'] });
      this.paths = tempFiles.map(({ tempFilePath }) => tempFilePath);
      this.setData({ sizes: tempFiles.map(({ width, height }) => width + 'x' + height).join() });
    },
    preview() { wx.previewImage({ urls: this.paths, current: this.paths[1] }) },
  })`,
  'pages/mute/mute.wxml': '<view>安静</view>',
  'pages/mute/mute.js': 'Page({})',
};

let emulator: Emulator;
let browser: Browser;
let page: Page;
let group: string;
const thrown: Error[] = [];

beforeAll(async () => {
  const projectDir = await writeProject(FILES);
  [emulator, browser] = await Promise.all([startEmulator({ projectDir }), launchBrowser()]);
  page = await browser.newPage({ viewport: { width: 390, height: 844 } });
  page.setDefaultTimeout(10_000);
  page.on('pageerror', (error) => thrown.push(error));
  await page.goto(`${emulator.url}/phone/${emulator.phones.find(undefined).id}`);
}, 60_000);

afterAll(async () => {
  await browser.close();
  await emulator.stop();
  await removeProjects();
});

beforeEach(async () => {
  const { openid } = await emulator.platform.createUser({ nickName: '小步' });
  const { openid: other } = await emulator.platform.createUser({ nickName: '小同' });
  const { chats } = emulator.platform;
  await chats.create({ kind: 'single', members: [openid, other] });
  ({ id: group } = await chats.create({ kind: 'group', name: '周末徒步', members: [openid, other] }));
  await emulator.platform.answerPrivacy(openid, true);
  await emulator.phones.restart(emulator.phones.find(undefined), { openid });
  await button('分享给群').waitFor();
});

afterEach(() => {
  expect(thrown.splice(0)).toEqual([]);
  expect(emulator.phones.find(undefined).records.read().exceptions).toEqual([]);
});

const sheet = (name: string) => page.getByRole('dialog', { name });
const button = (name: string) => page.getByRole('button', { name, exact: true });
async function sentCard(): Promise<CardMessage> {
  for (let tries = 0; tries < 100; tries += 1) {
    const [message] = emulator.platform.chats.messages(group);
    if (message) return message as CardMessage;
    await page.waitForTimeout(20);
  }
  throw new Error('no card arrived in the group');
}

/** A picture of this size, as a person has them. */
async function photo(width: number, height: number, colour: string): Promise<Buffer> {
  const url = await page.evaluate(
    ([w, h, fill]) => {
      const canvas = Object.assign(document.createElement('canvas'), { width: w, height: h });
      const context = canvas.getContext('2d');
      if (context) Object.assign(context, { fillStyle: fill }).fillRect(0, 0, Number(w), Number(h));
      return canvas.toDataURL('image/jpeg');
    },
    [width, height, colour] as const,
  );
  return Buffer.from(url.split(',')[1] ?? '', 'base64');
}

describe('the share sheet', () => {
  it('shows the card, lets a person choose a chat, and sends it there', async () => {
    await button('分享给群').click();
    await sheet('发送给').getByText('周日一起走奥森吧，早上八点南门见 button').waitFor();
    await page.getByRole('radio', { name: '周末徒步' }).check();
    await button('发送').click();
    await sheet('发送给').waitFor({ state: 'detached' });
    const card = await sentCard();
    expect(card).toMatchObject({ title: '周日一起走奥森吧，早上八点南门见 button', path: 'pages/index/index' });
    expect(card.imageUrl).toMatch(/^data:image\/jpeg;base64,/);
  });

  it('comes from the menu of the capsule, too, unless the page hides it or does not share', async () => {
    await button('更多').click();
    await sheet('菜单').getByRole('button', { name: '转发给朋友' }).click();
    await sheet('发送给')
      .getByText(/南门见 menu/)
      .waitFor();
    await button('取消').click();
    await sheet('发送给').waitFor({ state: 'detached' });
    expect(emulator.platform.chats.messages(group)).toEqual([]);
    await emulator.phones.restart(emulator.phones.find(undefined), { enter: { path: 'pages/mute/mute' } });
    await page.getByText('安静').waitFor();
    await button('更多').click();
    await button('设置').waitFor();
    expect(await button('转发给朋友').count()).toBe(0);
    await button('取消').click();
  });
});

describe('pictures', () => {
  it('are chosen, several at once, and shown over the whole screen', async () => {
    await button('加照片').click();
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), button('从手机相册选择').click()]);
    const files = await Promise.all([photo(600, 300, '#cc3333'), photo(300, 600, '#3366cc')]);
    await chooser.setFiles(files.map((buffer, at) => ({ name: `${at}.jpg`, mimeType: 'image/jpeg', buffer })));
    await page.getByText('600x300,300x600').waitFor();
    await button('看照片').click();
    const preview = sheet('图片预览');
    await preview.getByText('2/2').waitFor();
    await page.keyboard.press('ArrowLeft');
    await preview.getByText('1/2').waitFor();
    await preview.click();
    await preview.waitFor({ state: 'detached' });
  });
});
