import type { EnterOptions } from '../../emulator/phone/bridge';
import { PageOfPhone } from '../server/page-of-phone';
import { emulators, SDK } from '../server/project';
import { BEGIN, begun, counts, listOf, OLD } from './talk';

const world = emulators();
const APP_JSON = JSON.stringify({
  pages: ['pages/index/index', 'pages/activity/index'],
  window: { navigationBarTitleText: '同行' },
});

test('a function tells, both see it, and a reminder leads a phone to where WeChat was told', async () => {
  const permissions = { openapi: ['updatableMessage.createActivityId', 'updatableMessage.setUpdatableMsg'] };
  const projectDir = world.newProject({
    'miniprogram/app.json': APP_JSON,
    'miniprogram/app.js': `App({ onShow(options) { console.log('show', JSON.stringify(options)) } })`,
    'miniprogram/pages/activity/index.json': '{}',
    'miniprogram/pages/activity/index.wxml': '<view />',
    'miniprogram/pages/activity/index.js': 'Page({})',
    'cloudfunctions/card/config.json': JSON.stringify({ permissions }),
    'cloudfunctions/card/index.js': `const cloud = require(${SDK})
      cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV })
      exports.main = ({ api, fields }) => cloud.openapi.updatableMessage[api](fields)`,
  });
  const { emulator, control } = await world.start({ projectDir, host: 'node' });
  const [ann = '', bo = ''] = (await control.users.list()).map(({ openid }) => openid);
  const [group = ''] = (await control.chats.list()).map(({ id }) => id);
  const card = async (api: string, fields: object) =>
    (await control.functions.call('card', { api, fields })).result as { readonly activityId: string };

  const { activityId } = await card('createActivityId', {});
  const updatable = { activityId, templateId: BEGIN, parameters: listOf(counts(1)) };
  const shared = { title: '走', path: 'pages/index/index', withShareTicket: true, updatable };
  const { id } = await emulator.platform.chats.send(ann, group, shared);
  await card('setUpdatableMsg', { activityId, targetState: 0, templateInfo: { parameterList: listOf(counts(2)) } });
  expect(await control.chats.messages(group, bo)).toMatchObject([{ look: { text: '成员正在加入，当前 2/30 人' } }]);
  const [plain] = await control.chats.messages(group, bo, OLD);
  expect(plain).not.toHaveProperty('look');

  await control.chats.subscribe(id, bo);
  await expect(control.chats.subscribe('message-x', bo)).rejects.toThrow('there is no message message-x');
  await card('setUpdatableMsg', { activityId, targetState: 1, templateInfo: { parameterList: listOf(begun) } });
  const reminder = (await control.chats.messages(group, bo)).at(-1);
  expect(reminder).toMatchObject({ kind: 'reminder', to: bo, text: '已开始，进入「同行」' });
  expect(await control.updatable.list()).toMatchObject([
    { activityId, state: 1, history: [{ state: 0, parameters: counts(2) }, { state: 1 }], subscribers: [bo] },
  ]);

  const phone = await control.phones.open({ openid: bo, host: 'node' });
  const { stack } = await control.chats.open(phone.id, reminder?.id ?? '', { cold: true });
  expect(stack).toEqual(['pages/activity/index']);
  const { console: lines } = await control.phones.records(phone.id);
  const [, shown] = lines.findLast(({ args: [name] }) => name === 'show')?.args ?? [];
  expect(JSON.parse(String(shown)) as EnterOptions).toMatchObject({
    scene: 1231,
    query: { activity: '1' },
    chatType: 3,
  });
});

test('a phone that sends an updatable card which cannot change is told so', async () => {
  const { emulator, control } = await world.start({ projectDir: world.newProject(), host: 'node' });
  const [{ openid: ann = '' } = {}] = await control.users.list();
  const [{ id: chatId = '' } = {}] = await control.chats.list();
  const { id } = await control.phones.open({ openid: ann, host: 'browser' });
  const page = await PageOfPhone.open(emulator.url, id);
  const warnings = async () =>
    (await control.phones.records(id)).console.filter(
      ({ level, args }) => level === 'warn' && /ordinary/.test(String(args)),
    );

  const { activity_id } = await emulator.platform.updatable.createActivityId({});
  const updatable = { activityId: String(activity_id), templateId: BEGIN, parameters: listOf(counts(1)) };
  const card = { title: '走', path: '', withShareTicket: false };
  await page.ask('sendCard', { chatId, card });
  await page.ask('sendCard', { chatId, card: { ...card, updatable } });
  expect(await warnings()).toEqual([]);
  await page.ask('sendCard', { chatId, card: { ...card, updatable: { ...updatable, activityId: 'made-up' } } });
  expect(await warnings()).toHaveLength(1);
  page.close();
});
