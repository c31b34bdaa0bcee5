import { join } from 'node:path';
import WebSocket from 'ws';
import type { Control } from '../../emulator/control/types';
import type { Card, EncryptedOpenData, EnterOptions, PhoneCommand } from '../../emulator/phone/bridge';
import type { Emulator } from '../../emulator/server/emulator';
import { decryptOpenData } from '../../emulator/wechat/open-data';
import { PageOfPhone } from './page-of-phone';
import { emulators } from './project';
import { eventually } from '../../eventually';

const world = emulators();
const APP_ID = 'wx00000000000000aa';
const CARD: Card = { title: '走', path: 'pages/walk/index?id=7', withShareTicket: true };
let emulator: Emulator;
let control: Control;
let ann: string;
let bo: string;
let group: string;
let single: string;
/** Ann's phone, whose page is this test. */
let page: PageOfPhone;

beforeAll(async () => {
  const projectDir = world.newProject({
    'miniprogram/app.json': JSON.stringify({ pages: ['pages/index/index', 'pages/walk/index'] }),
    'miniprogram/app.js': `App({
      onLaunch(options) { console.log('launch', options.path, options.scene) },
      onShow(options) { console.log('show', JSON.stringify(options)) },
    })`,
    'miniprogram/pages/walk/index.json': '{}',
    'miniprogram/pages/walk/index.wxml': '<view />',
    'miniprogram/pages/walk/index.js': 'Page({})',
  });
  ({ emulator, control } = await world.start({ projectDir, host: 'node' }));
  [ann, bo] = (await control.users.list()).map(({ openid }) => openid) as [string, string];
  [group, single] = (await control.chats.list()).map(({ id }) => id) as [string, string];
  page = await PageOfPhone.open(emulator.url, (await control.phones.open({ openid: ann, host: 'browser' })).id);
});
afterAll(() => page.close());

async function sent(card: Partial<Card> = {}, chatId = group): Promise<string> {
  await page.hold(control, ann);
  return (await page.ask('sendCard', { chatId, card: { ...CARD, ...card } })).messageId;
}

/** What App.onShow was told on this phone, newest last. */
async function shown(phoneId: string): Promise<readonly EnterOptions[]> {
  const { console: lines } = await control.phones.records(phoneId);
  return lines.flatMap(({ args: [name, json] }) => (name === 'show' ? [JSON.parse(String(json)) as EnterOptions] : []));
}

const decrypted = (openid: string, encrypted: EncryptedOpenData) =>
  decryptOpenData(encrypted, emulator.platform.sessionKey(openid), APP_ID);

describe('the share sheet', () => {
  test('has the chats of who holds the phone, under the names that they see', async () => {
    await page.hold(control, bo);
    expect(await page.ask('shareTargets', {})).toEqual({
      chats: [
        { id: group, kind: 'group', name: '周末徒步' },
        { id: single, kind: 'single', name: '安 Ann' },
      ],
    });
    const cy = await control.users.create({ nickName: 'Cy' });
    await page.hold(control, cy.openid);
    expect(await page.ask('shareTargets', {})).toEqual({ chats: [] });
    await expect(page.ask('sendCard', { chatId: group, card: CARD })).rejects.toMatchObject({
      errMsg: `sendCard:fail ${cy.openid} is not in the chat ${group}`,
    });
  });

  test('sends a card that everybody in the chat sees', async () => {
    const id = await sent({ title: '周六' });
    expect((await control.chats.messages(group)).at(-1)).toMatchObject({ id, title: '周六', from: ann, chatId: group });
    expect((await control.chats.messages(group, bo)).at(-1)).toMatchObject({ id });
  });
});

describe('two phones', () => {
  let bosPhone: string;
  beforeAll(async () => {
    bosPhone = (await control.phones.open({ openid: bo })).id;
  });
  afterAll(() => control.phones.close(bosPhone));

  test('the running mini program is entered, not launched again', async () => {
    const id = await sent();
    await control.phones.clearRecords(bosPhone);
    await control.phones.clearRecords('p1');
    await control.chats.open(bosPhone, id);
    const [enter] = await eventually(
      async () => (await shown(bosPhone)).length > 0 && shown(bosPhone),
      'the app to be shown',
    );
    expect(enter).toMatchObject({ path: 'pages/walk/index', query: { id: '7' }, scene: 1044, chatType: 3 });
    expect(enter?.shareTicket).toEqual(expect.any(String));
    await eventually(async () => {
      const phone = (await control.phones.list()).find(({ id: one }) => one === bosPhone);
      return phone?.stack.join() === 'pages/walk/index';
    }, 'the page of the walk');
    const said = (await control.phones.records(bosPhone)).console.map(({ args }) => args[0]);
    expect(said).not.toContain('launch');
    expect(await shown('p1')).toEqual([]);
  });

  test('a cold start launches it with the card', async () => {
    const id = await sent({ withShareTicket: false });
    await control.phones.clearRecords(bosPhone);
    const phone = await control.chats.open(bosPhone, id, { cold: true });
    expect(phone).toMatchObject({ ready: true, openid: bo, stack: ['pages/walk/index'] });
    const said = (await control.phones.records(bosPhone)).console.map(({ args }) => args.join(' '));
    expect(said).toContain('launch pages/walk/index 1008');
  });

  test('a card of a page that is not there opens the home page, and says so', async () => {
    const id = await sent({ path: 'pages/gone/index' });
    await control.phones.clearRecords(bosPhone);
    const phone = await control.chats.open(bosPhone, id, { cold: true });
    expect(phone.stack).toEqual(['pages/index/index']);
    expect((await control.phones.records(bosPhone)).exceptions).toMatchObject([
      { message: expect.stringContaining('page "pages/gone/index" is not found') as string },
    ]);
  });

  test('a card without a path opens the home page', async () => {
    const id = await sent({ path: '' });
    expect((await control.chats.open(bosPhone, id)).id).toBe(bosPhone);
    await eventually(async () => (await shown(bosPhone)).at(-1)?.path === 'pages/index/index', 'the first page');
  });

  test('a card is not opened by who is not in the chat; who left does, from what is on the phone', async () => {
    const cy = await control.users.create({ nickName: 'Cy' });
    const { id: cysPhone } = await control.phones.open({ openid: cy.openid });
    const id = await sent();
    await expect(control.chats.open(cysPhone, id)).rejects.toThrow('is not in the chat');
    await control.chats.join(group, cy.openid);
    await control.chats.leave(group, cy.openid);
    const later = await sent();
    await expect(control.chats.open(cysPhone, later)).rejects.toThrow('left the chat');
    await expect(control.chats.open(cysPhone, 'message-x')).rejects.toThrow('there is no message message-x');
    expect(await shown(cysPhone)).toHaveLength(1);
    await control.chats.open(cysPhone, id, { fromHistory: true, cold: true });
    expect((await shown(cysPhone)).at(-1)).toMatchObject({ scene: 1044 });
    await control.phones.close(cysPhone);
  });
});

describe('which group', () => {
  /** Bo has the phone and opens the card. */
  async function enterAsBo(messageId: string): Promise<EnterOptions & { readonly shareTicket: string }> {
    await page.hold(control, bo);
    await control.chats.open(page.id, messageId, { cold: true });
    return { ...page.enter, shareTicket: page.enter.shareTicket ?? '' };
  }

  test('is told to who entered by a card; its name to its members', async () => {
    const { shareTicket } = await enterAsBo(await sent());
    const info = decrypted(bo, await page.ask('getGroupEnterInfo', { shareTicket }));
    const share = decrypted(bo, await page.ask('getShareInfo', { shareTicket }));
    expect(info).toMatchObject({ opengid: expect.any(String) as string, chat_type: 3 });
    const openGid = String(info.opengid);
    expect(share.openGId).not.toBe(openGid);
    expect(await page.ask('groupName', { openGid })).toEqual({ name: '周末徒步' });
    await page.hold(control, (await control.users.create({})).openid);
    expect(await page.ask('groupName', { openGid })).toEqual({ name: null });
  });

  test('loading the page again is no new life; a cold start is', async () => {
    const { shareTicket } = await enterAsBo(await sent());
    await page.reconnect();
    expect((await page.ask('boot', {})).enter.shareTicket).toBe(shareTicket);
    expect(await page.ask('getShareInfo', { shareTicket })).toHaveProperty('cloudID');
    await control.phones.restart(page.id, { shareTicket, scene: 1044 });
    await expect(page.ask('getShareInfo', { shareTicket })).rejects.toEqual({
      errMsg: 'getShareInfo:fail invalid shareTicket',
    });
    await expect(page.ask('getGroupEnterInfo', { shareTicket })).rejects.toMatchObject({ errCode: 40097 });
  });

  test('is not told by a ticket of who held the phone before, nor on another phone', async () => {
    const { shareTicket } = await enterAsBo(await sent());
    const other = await control.phones.open({ openid: bo, host: 'browser' });
    const second = await PageOfPhone.open(emulator.url, other.id);
    await expect(second.ask('getShareInfo', { shareTicket })).rejects.toHaveProperty('errMsg');
    second.close();
    await control.phones.close(other.id);
    await page.hold(control, ann);
    await expect(page.ask('getShareInfo', { shareTicket })).rejects.toHaveProperty('errMsg');
  });

  test('is not told to who left: 65206', async () => {
    const { shareTicket } = await enterAsBo(await sent());
    await control.chats.leave(group, bo);
    await expect(page.ask('getGroupEnterInfo', { shareTicket })).rejects.toMatchObject({
      errCode: 65206,
      errMsg: expect.stringMatching(/^getGroupEnterInfo:fail/) as string,
    });
    await control.chats.join(group, bo);
  });
});

test('a phone that is still starting is entered by a cold start', async () => {
  const id = await sent();
  const phone = await control.phones.open({ openid: bo, host: 'browser' });
  const socket = new WebSocket(`${emulator.url.replace(/^http/, 'ws')}/bridge/${phone.id}`);
  await new Promise((resolve) => socket.once('open', resolve));
  const told = new Promise<PhoneCommand>((resolve) => {
    socket.once('message', (data: Buffer) => resolve(JSON.parse(data.toString()) as PhoneCommand));
  });
  const opened = control.chats.open(phone.id, id);
  const restart = await told;
  expect(restart).toMatchObject({ command: 'restart', boot: { enter: { scene: 1044, chatType: 3 } } });
  const life = restart.command === 'restart' ? restart.boot.life : '';
  socket.send(JSON.stringify({ event: 'ready', life, at: Date.now() }));
  expect(await opened).toMatchObject({ ready: true });
  socket.close();
  await control.phones.close(phone.id);
});

test('a phone is an iPhone from its next cold start, and enters as one', async () => {
  const id = await sent();
  await page.hold(control, bo);
  const phone = await control.phones.setClient(page.id, { platform: 'ios', libraryVersion: '2.16.0' });
  expect(phone.client).toEqual({ platform: 'ios', libraryVersion: '2.16.0' });
  expect(page.boot.client).toEqual({ platform: 'ios', libraryVersion: '2.16.0' });
  await control.chats.open(page.id, id, { cold: true });
  expect(page.enter).toMatchObject({ scene: 1008, chatType: 3, shareTicket: expect.any(String) as string });
  const wrong = { platform: 'symbian' } as unknown as Parameters<typeof control.phones.setClient>[1];
  await expect(control.phones.setClient(page.id, wrong)).rejects.toThrow("got 'symbian'");
  const version = { platform: 'ios', libraryVersion: 'new' } as const;
  await expect(control.phones.setClient(page.id, version)).rejects.toThrow('a library version is like 2.16.0');
  await control.phones.setClient(page.id, { platform: 'devtools' });
});

test('a card with a ticket is not sent on; another is', async () => {
  const cy = await control.users.create({ nickName: 'Cy' });
  const other = await control.chats.create({ kind: 'group', name: '夜跑', members: [bo, cy.openid] });
  await expect(control.chats.forward(await sent(), bo, other.id)).rejects.toThrow('该消息不支持转发');
  const { id } = await control.chats.forward(await sent({ withShareTicket: false }), bo, other.id);
  expect(await control.chats.messages(other.id, cy.openid)).toMatchObject([{ id, from: bo, title: '走' }]);
});

test("a picture in cloud storage is drawn for everybody, whoever's it is, until it is deleted", async () => {
  await page.hold(control, ann);
  const base64 = Buffer.from('a picture').toString('base64');
  const { fileID: imageUrl } = await page.ask('uploadFile', { cloudPath: 'share/a.png', base64 });
  const id = await sent({ imageUrl });
  const picture = async () => {
    const message = (await control.chats.messages(group, bo)).find((one) => one.id === id);
    return message?.kind === 'card' ? message.imageUrl : undefined;
  };
  const response = await fetch((await picture()) ?? '');
  expect(await response.text()).toBe('a picture');
  await page.ask('deleteFile', { fileList: [imageUrl] });
  expect(await picture()).toBeUndefined();
  await expect(sent({ imageUrl })).rejects.toMatchObject({
    errMsg: expect.stringContaining('is not in this environment') as string,
  });
});

test('the workbench hears of it', async () => {
  const socket = new WebSocket(`${emulator.url.replace(/^http/, 'ws')}/workbench`);
  await new Promise((resolve) => socket.once('open', resolve));
  const heard = new Promise<void>((resolve) => {
    socket.on('message', (data: Buffer) => {
      if ((JSON.parse(data.toString()) as { topic: string }).topic === 'chats') resolve();
    });
  });
  await sent();
  await heard;
  socket.close();
});

test('chats are read by GET, and are there again after a restart', async () => {
  const projectDir = world.newProject();
  const options = { projectDir, dataFolder: join(projectDir, '.emulator') };
  const first = await world.start(options);
  const [one = ''] = (await first.control.users.list()).map(({ openid }) => openid);
  const made = await first.control.chats.create({ kind: 'group', name: '夜跑', members: [one] });
  await first.emulator.stop();
  const second = await world.start(options);
  const response = await fetch(`${second.emulator.url}/control/chats.list`);
  expect(((await response.json()) as { result: readonly unknown[] }).result).toHaveLength(3);
  expect(await second.control.chats.list(one)).toContainEqual(made);
  await expect(second.control.chats.join('chat-x', one)).rejects.toThrow('there is no chat chat-x');
});
