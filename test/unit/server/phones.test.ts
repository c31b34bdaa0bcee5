import automator from 'miniprogram-automator';
import WebSocket from 'ws';
import type { Control } from '../../emulator/control/types';
import type { Emulator } from '../../emulator/server/emulator';
import { emulators } from './project';
import { eventually } from '../../eventually';

const world = emulators();
let emulator: Emulator;
let control: Control;

beforeAll(async () => {
  const projectDir = world.newProject({
    'miniprogram/app.js': `App({
      onLaunch(options) { console.log('launch', options.path, wx.getStorageSync('name') || 'nobody') },
      onShow(options) { console.log('show', options.query.from || 'nowhere') },
    })`,
  });
  ({ emulator, control } = await world.start({ projectDir, host: 'node' }));
});

const saidOn = async (id: string) => (await control.phones.records(id)).console.map(({ args }) => args.join(' '));

test('the first phone is in the hand of the first user, at the first page', async () => {
  const [ann] = await control.users.list();
  const port = new URL(emulator.url).port;
  expect(await control.phones.list()).toEqual([
    {
      id: 'p1',
      host: 'node',
      openid: ann?.openid,
      connected: true,
      ready: true,
      online: true,
      theme: 'light',
      client: { platform: 'devtools' },
      stack: ['pages/index/index'],
      url: `http://127.0.0.1:${port}/phone/p1`,
      automator: `ws://127.0.0.1:${port}/automator/p1`,
    },
  ]);
});

test('another person takes the phone: a cold start with what is theirs', async () => {
  const [, bo] = await control.users.list();
  await emulator.platform.setStorage(bo?.openid ?? '', 'name', 'Bo');
  await control.phones.clearRecords('p1');
  const phone = await control.phones.switchUser('p1', bo?.openid ?? '');
  expect(phone).toMatchObject({ openid: bo?.openid, ready: true });
  expect(await saidOn('p1')).toContain('launch pages/index/index Bo');
});

test('a warm start reaches the mini program, and does not launch it again', async () => {
  await control.phones.clearRecords('p1');
  await control.phones.hide('p1');
  await control.phones.enter('p1', { path: 'pages/index/index', query: { from: 'a card' }, scene: 1007 });
  await eventually(async () => (await saidOn('p1')).includes('show a card'), 'the app to say so');
  expect((await saidOn('p1')).filter((line) => line.startsWith('launch'))).toEqual([]);
});

test('what a phone prints is kept without phone numbers', async () => {
  const line = emulator.phones.find('p1');
  const heard: unknown[] = [];
  const end = line.onEvent((event) => heard.push(event));
  line.receive({ event: 'console', level: 'log', args: ['13800138000', { purePhoneNumber: '91234567' }], at: 0 });
  line.receive({ event: 'exception', message: 'no 13800138000', stack: 'Error: no 13800138000', at: 0 });
  end();
  const kept = JSON.stringify([heard, await control.phones.records('p1')]);
  expect(kept).toContain('138****8000');
  expect(kept).not.toMatch(/13800138000|91234567/);
});

test('records how often and how much the view was told', async () => {
  await control.phones.restart('p1');
  await control.phones.clearRecords('p1');
  const mini = await automator.connect({ wsEndpoint: (await control.phones.list())[0]?.automator ?? '' });
  const page = await mini.currentPage();
  await (await page?.$('.title'))?.tap();
  await eventually(async () => (await control.phones.records('p1')).setData.count === 1, 'a setData');
  const { setData } = await control.phones.records('p1');
  expect(setData).toMatchObject({
    count: 1,
    bytes: Buffer.byteLength('{"text":"你好!"}'),
    recent: [{ keys: ['text'] }],
  });
  mini.disconnect();
});

test('two phones are two: each client speaks to its own', async () => {
  await control.phones.restart('p1');
  const [ann] = await control.users.list();
  const second = await control.phones.open({ openid: ann?.openid ?? '' });
  const [one, two] = await Promise.all(
    (await control.phones.list()).map(({ automator: wsEndpoint }) => automator.connect({ wsEndpoint })),
  );
  await (await (await two?.currentPage())?.$('.title'))?.tap();
  const text = async (mini: typeof one) => (await (await mini?.currentPage())?.$('.title'))?.text();
  await eventually(async () => (await text(two)) === '你好!', 'the text');
  expect(await text(one)).toBe('你好');
  one?.disconnect();
  two?.disconnect();
  await control.phones.close(second.id);
  expect((await control.phones.list()).map(({ id }) => id)).toEqual(['p1']);
});

test('the network and the theme of one phone', async () => {
  expect(await control.phones.network('p1', false)).toMatchObject({ online: false });
  expect(await control.phones.theme('p1', 'dark')).toMatchObject({ theme: 'dark' });
  expect(await control.phones.network('p1', true)).toMatchObject({ online: true });
});

describe('a phone that a page shows', () => {
  const address = (path: string) => `${emulator.url.replace(/^http/, 'ws')}${path}`;
  const opened = (socket: WebSocket) => new Promise((resolve) => socket.once('open', resolve));
  const message = (socket: WebSocket) =>
    new Promise<Record<string, unknown>>((resolve) =>
      socket.once('message', (data: Buffer) => resolve(JSON.parse(data.toString('utf8')) as Record<string, unknown>)),
    );

  test('a client that comes early waits until the phone is ready', async () => {
    const { id } = await control.phones.open({ host: 'browser' });
    const client = new WebSocket(address(`/automator/${id}`));
    await opened(client);
    const answer = message(client);
    client.send(JSON.stringify({ id: 'a', method: 'Tool.getInfo', params: {} }));

    const page = new WebSocket(address(`/bridge/${id}`));
    await opened(page);
    const asked = message(page);
    page.send(JSON.stringify({ event: 'ready', life: emulator.phones.find(id).life, at: 1 }));
    expect(await asked).toEqual({
      command: 'automation',
      message: { id: 'a', method: 'Tool.getInfo', params: {} },
    });
    page.send(JSON.stringify({ event: 'automation', message: { id: 'a', result: { SDKVersion: '3.8.0' } } }));
    expect(await answer).toEqual({ id: 'a', result: { SDKVersion: '3.8.0' } });
    client.close();
    page.close();
    await control.phones.close(id);
  });

  test('asks over the line, and is told what failed', async () => {
    const { id } = await control.phones.open({ host: 'browser' });
    const page = new WebSocket(address(`/bridge/${id}`));
    await opened(page);
    const { life } = emulator.phones.find(id);
    page.send(JSON.stringify({ id: 1, method: 'getWeRunData', params: {}, life }));
    expect(await message(page)).toEqual({
      id: 1,
      error: { errMsg: 'getWeRunData:fail privacy permission is not authorized', errno: 104 },
    });
    page.send(JSON.stringify({ id: 2, method: 'checkSession', params: {}, life }));
    expect(await message(page)).toMatchObject({
      id: 2,
      error: { errMsg: expect.stringMatching(/^checkSession:fail/) as string },
    });
    page.close();
    await control.phones.close(id);
  });

  test('goes to the page that opened it last', async () => {
    const { id } = await control.phones.open({ host: 'browser' });
    const first = new WebSocket(address(`/bridge/${id}`));
    await opened(first);
    const closed = new Promise<number>((resolve) => first.once('close', resolve));
    const second = new WebSocket(address(`/bridge/${id}`));
    await opened(second);
    expect(await closed).toBe(4001);
    expect((await control.phones.list()).find((phone) => phone.id === id)?.connected).toBe(true);
    second.close();
    await control.phones.close(id);
  });

  test('a socket that does not speak JSON is ended', async () => {
    const { id } = await control.phones.open({ host: 'browser' });
    const page = new WebSocket(address(`/bridge/${id}`));
    await opened(page);
    const closed = new Promise<number>((resolve) => page.once('close', resolve));
    page.send('hello');
    expect(await closed).toBe(1007);
    await control.phones.close(id);
  });

  test('there is no line to a phone that there is not', async () => {
    const refused = (path: string) =>
      new Promise((_, reject) => new WebSocket(address(path)).once('error', (error: Error) => reject(error)));
    await expect(refused('/bridge/p99')).rejects.toThrow('404');
    await expect(refused('//')).rejects.toThrow('404');
  });
});
