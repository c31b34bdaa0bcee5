/** WeChat beside the phones: two of them, each with its own user, as a developer works them in a browser. */
import type { Browser, Locator, Page } from 'playwright-core';
import { launchBrowser } from '../../emulator/browser';
import type { Emulator } from '../../emulator/server/emulator';
import type { Card } from '../../emulator/phone/bridge';
import type { Chat } from '../../emulator/wechat/chats/types';
import type { User } from '../../emulator/wechat/types';
import { emulators } from '../server/project';
import { BEGIN } from '../wechat/talk';
import { eventually } from '../../eventually';

const PICTURE =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==';

const local = emulators();
let emulator: Emulator;
let browser: Browser;
let page: Page;
let ann: User;
let bo: User;
let group: Chat;
const thrown: Error[] = [];

beforeAll(async () => {
  const projectDir = local.newProject({
    'miniprogram/app.json': JSON.stringify({ pages: ['pages/index/index', 'pages/walk/walk'] }),
    'miniprogram/pages/walk/walk.json': '{}',
    'miniprogram/pages/walk/walk.wxml': '<view>{{ text }}</view>',
    'miniprogram/pages/walk/walk.js': `Page({
      data: { text: '' },
      onLoad(query) { this.setData({ text: 'walk ' + query.walk }) },
    })`,
    'project.config.json': JSON.stringify({
      appid: 'wx00000000000000aa',
      projectname: '同行',
      miniprogramRoot: 'miniprogram/',
    }),
  });
  [{ emulator }, browser] = await Promise.all([local.start({ projectDir }), launchBrowser()]);
  const [first, second] = emulator.platform.users;
  const [weekend] = emulator.platform.chats.list();
  if (first === undefined || second === undefined || weekend === undefined) throw new Error('nobody is here');
  [ann, bo, group] = [first, second, weekend];
  page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  page.setDefaultTimeout(10_000);
  page.on('pageerror', (error) => thrown.push(error));
  await page.goto(emulator.url);
  await phoneOf(ann).getByText('pages/index/index').waitFor();
}, 60_000);

afterAll(() => browser.close());

const phoneOf = (user: User): Locator => page.getByRole('article', { name: `Phone of ${user.nickName}` });
const wechatOf = (user: User): Locator => page.getByRole('region', { name: `WeChat of ${user.nickName}` });
const open = (user: User, name: string) => wechatOf(user).getByRole('button', { name }).click();
const cardOn = (user: User, title: string): Locator =>
  wechatOf(user).locator('.wx-card', { has: page.getByText(title, { exact: true }) });
const lineOf = (user: User) => {
  const line = emulator.phones.all.find(({ openid }) => openid === user.openid);
  if (line === undefined) throw new Error(`${user.nickName} has no phone`);
  return line;
};
const share = (user: User, title: string, card: Partial<Card> = {}) =>
  emulator.platform.chats.send(user.openid, group.id, {
    title,
    path: 'pages/walk/walk?walk=7',
    withShareTicket: false,
    ...card,
  });

it('lists the chats of who holds the phone, under the names that they see', async () => {
  await wechatOf(ann).getByRole('button', { name: group.name }).waitFor();
  await wechatOf(ann).getByRole('button', { name: bo.nickName }).waitFor();
});

it('opens a second phone, in the hands of another user', async () => {
  await page.getByRole('button', { name: 'Another phone' }).click();
  await page.getByRole('dialog', { name: 'Another phone' }).getByRole('button', { name: bo.nickName }).click();
  await phoneOf(bo).getByText('pages/index/index').waitFor();
  await wechatOf(bo).getByRole('button', { name: ann.nickName }).waitFor();
  expect(emulator.phones.all.map(({ openid }) => openid)).toEqual([ann.openid, bo.openid]);
});

it('shows a card on every phone as soon as it is sent, with its picture and whose mini program it is', async () => {
  await open(bo, group.name);
  await wechatOf(bo).getByText('卡片会出现在这里').waitFor();
  await share(ann, '周六去香山', { withShareTicket: true, imageUrl: PICTURE });

  await cardOn(bo, '周六去香山').waitFor();
  expect(await cardOn(bo, '周六去香山').innerText()).toContain('同行');
  expect(await cardOn(bo, '周六去香山').locator('img').getAttribute('src')).toBe(PICTURE);
  const picture = await cardOn(bo, '周六去香山').locator('.wx-card-picture').boundingBox();
  expect((picture?.width ?? 0) / (picture?.height ?? 1)).toBeCloseTo(5 / 4, 1);
  expect(await wechatOf(ann).getByRole('button', { name: group.name }).innerText()).toContain('周六去香山');
});

it('opens the card on that phone and on no other: warm where the mini program runs', async () => {
  const { life } = lineOf(bo);
  await cardOn(bo, '周六去香山').getByRole('button').first().click();
  await phoneOf(bo).frameLocator('iframe').getByText('walk 7').waitFor();
  expect(lineOf(bo)).toMatchObject({ life, enter: { scene: 1044, chatType: 3, query: { walk: '7' } } });
  expect(lineOf(ann).enter.scene).toBe(1001);
});

it('starts the mini program anew from the menu of a card, by right click and by keyboard', async () => {
  const { life } = lineOf(bo);
  await cardOn(bo, '周六去香山').getByRole('button').first().click({ button: 'right' });
  await wechatOf(bo).getByRole('menuitem', { name: '冷启动打开' }).waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await eventually(() => lineOf(bo).life !== life, 'another life');
  await phoneOf(bo).frameLocator('iframe').getByText('walk 7').waitFor();
});

it('forwards a card into another chat, but none that was shared with a ticket', async () => {
  const forward = async (title: string) => {
    await cardOn(bo, title)
      .getByRole('button', { name: `更多：${title}` })
      .click();
    await wechatOf(bo).getByRole('menuitem', { name: '转发' }).click();
    await wechatOf(bo).getByRole('button', { name: ann.nickName }).click();
  };
  const single = emulator.platform.chats.list(bo.openid).find(({ kind }) => kind === 'single');
  const arrived = () => emulator.platform.chats.messages(single?.id ?? '', bo.openid);
  await forward('周六去香山');
  await page.getByText('该消息不支持转发').waitFor();
  expect(arrived()).toEqual([]);

  await wechatOf(bo).getByRole('button', { name: '返回' }).click();
  await share(ann, '没有票');
  await forward('没有票');
  await page.getByText('已转发').waitFor();
  expect(arrived()).toMatchObject([{ title: '没有票', from: bo.openid }]);
});

it('writes what an updatable card says now, takes 提醒我, and leads in by the reminder', async () => {
  const created = await emulator.platform.updatable.createActivityId({});
  const activityId = String(created.activity_id);
  const say = (target_state: number, more: { readonly name: string; readonly value: string }[]) =>
    emulator.platform.updatable.setUpdatableMsg({
      activity_id: activityId,
      target_state,
      template_info: { parameter_list: more },
    });
  const counts = (members: string) => [
    { name: 'member_count', value: members },
    { name: 'room_limit', value: '30' },
  ];
  await share(ann, '人数', { updatable: { activityId, templateId: BEGIN, parameters: counts('12') } });
  const card = cardOn(bo, '人数');
  await say(0, counts('12'));
  await card.getByText('12/30').waitFor();
  await say(0, counts('13'));
  await card.getByText('13/30').waitFor();
  await card.getByRole('button', { name: '提醒我' }).click();
  await card.getByRole('button', { name: '已设置提醒' }).waitFor();
  expect(emulator.platform.updatable.all[0]?.subscribers).toEqual([bo.openid]);

  await say(1, [
    { name: 'path', value: 'pages/walk/walk?walk=8' },
    { name: 'version_type', value: 'release' },
  ]);
  await card.getByText('已开始').waitFor();
  expect(await card.getByRole('button', { name: /提醒/ }).count()).toBe(0);
  await wechatOf(bo).locator('.wx-system').getByRole('button').click();
  await phoneOf(bo).frameLocator('iframe').getByText('walk 8').waitFor();
});

it('makes somebody new with a phone of their own, and asks them into the group', async () => {
  await page.getByRole('button', { name: 'Another phone' }).click();
  await page.getByPlaceholder('Somebody new').fill('Cy');
  await page.keyboard.press('Enter');
  const cys = page.getByRole('region', { name: 'WeChat of Cy' });
  await cys.getByText('还没有聊天').waitFor();
  const cy = emulator.platform.users.find(({ nickName }) => nickName === 'Cy');

  await wechatOf(bo).getByRole('button', { name: '聊天信息' }).click();
  await wechatOf(bo).getByLabel('添加成员').selectOption('Cy');
  await cys.getByRole('button', { name: group.name }).waitFor();
  expect(emulator.platform.chats.list(cy?.openid)).toMatchObject([{ id: group.id }]);
});

it('makes a single chat of two, and a group of more', async () => {
  const cys = page.getByRole('region', { name: 'WeChat of Cy' });
  await cys.getByRole('button', { name: '发起聊天' }).click();
  await cys.getByRole('checkbox', { name: ann.nickName }).check();
  await cys.getByRole('button', { name: '发起聊天' }).click();
  await cys.getByRole('heading', { name: ann.nickName }).waitFor();
  await cys.getByRole('button', { name: '返回' }).click();
  await cys.getByRole('button', { name: '发起聊天' }).click();
  await cys.getByRole('checkbox', { name: ann.nickName }).check();
  await cys.getByRole('checkbox', { name: bo.nickName }).check();
  await cys.getByLabel('群名').fill('三个人');
  await cys.getByRole('button', { name: '建群' }).click();
  await cys.getByRole('heading', { name: '三个人(3)' }).waitFor();
  expect(emulator.platform.chats.list().slice(-2)).toMatchObject([
    { kind: 'single', members: [expect.anything(), ann.openid] },
    { kind: 'group', name: '三个人', members: [expect.anything(), ann.openid, bo.openid] },
  ]);
});

it('leaves a group, which is gone from that phone', async () => {
  await wechatOf(bo).getByRole('button', { name: '退出群聊' }).click();
  await wechatOf(bo).getByRole('heading', { name: '微信' }).waitFor();
  expect(await wechatOf(bo).getByRole('button', { name: group.name }).count()).toBe(0);
  await wechatOf(ann).getByRole('button', { name: group.name }).waitFor();
  expect(emulator.platform.chats.list(bo.openid).map(({ id }) => id)).not.toContain(group.id);
});

it('gives a phone another WeChat, an older one too, and refuses what is no version', async () => {
  await phoneOf(bo).getByRole('combobox', { name: 'Client' }).selectOption('iOS');
  await eventually(() => lineOf(bo).client.platform === 'ios', 'an iPhone');
  const version = phoneOf(bo).getByRole('textbox', { name: 'Base library' });
  await version.fill('new');
  await version.press('Enter');
  await page.getByText('a library version is like 2.16.0').waitFor();
  expect(lineOf(bo).client).toEqual({ platform: 'ios' });
  await version.fill('2.16.0');
  await version.press('Enter');
  await eventually(() => lineOf(bo).client.libraryVersion === '2.16.0', 'the old library');
  expect(lineOf(bo).client.platform).toBe('ios');
});

it('shows the panels of the phone that was touched last, and closes a phone', async () => {
  await phoneOf(ann).getByText('pages/index/index').click();
  await page.getByRole('heading', { name: ann.nickName, level: 2 }).waitFor();
  await page
    .getByRole('article', { name: 'Phone of Cy' })
    .getByRole('button', { name: /^Close phone/ })
    .click();
  await page.getByRole('article', { name: 'Phone of Cy' }).waitFor({ state: 'detached' });
  expect(emulator.phones.all).toHaveLength(2);
});

it('throws nothing of its own', () => expect(thrown).toEqual([]));
