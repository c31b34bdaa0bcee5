import type { Message } from '../../emulator/wechat/chats/types';
import { SDK, startLocalCloud, type LocalCloud } from './local-cloud';
import { eventually } from '../../eventually';

interface Called {
  readonly errCode: number;
  readonly activityId?: string;
  readonly expirationTime?: number;
}

const code = `${SDK} exports.main = ({ api, fields }) => cloud.openapi.updatableMessage[api](fields)
  .catch(({ errCode }) => ({ errCode }));`;
const openapi = ['updatableMessage.createActivityId', 'updatableMessage.setUpdatableMsg'];
const SET = 'updatableMessage.setUpdatableMsg';
const templateId = '21B034D08C5615B9889CE362BB957B1EE69A584B';

const count = (members: unknown) => ({
  targetState: 0,
  templateInfo: {
    parameterList: [
      { name: 'member_count', value: members },
      { name: 'room_limit', value: '30' },
    ],
  },
});
const start = {
  targetState: 1,
  templateInfo: {
    parameterList: [
      { name: 'path', value: 'pages/walk/index?id=7' },
      { name: 'version_type', value: 'release' },
    ],
  },
};

let local: LocalCloud;
let ann: string;
let bo: string;
let group: string;
let activityId: string;

beforeAll(async () => {
  const permitted = { code, config: { permissions: { openapi }, timeout: 10 } };
  local = await startLocalCloud({ functions: { card: permitted, unpermitted: { code, config: { timeout: 10 } } } });
});
afterAll(() => local.stop());
beforeEach(async () => {
  local.cloud.faults.clear();
  await local.platform.reset();
  [ann, bo] = [local.platform.users[0]?.openid ?? '', local.platform.users[1]?.openid ?? ''];
  group = local.platform.chats.list()[0]?.id ?? '';
  activityId = (await ask('createActivityId')).activityId ?? '';
  await known();
});

/** Ann sends a card with it to herself: WeChat knows the id from then on. */
async function known(): Promise<void> {
  const { id } = await local.platform.chats.create({ kind: 'group', members: [ann] });
  await share(id);
}
const ask = (api: string, fields: object = {}) => local.call<Called>('card', { api, fields }, ann);
const set = (fields: object) => ask('setUpdatableMsg', { activityId, ...fields });
const told = () => local.platform.updatable.all.find((activity) => activity.activityId === activityId);
const seen = (openid: string): readonly Message[] => local.platform.chats.messages(group, openid);
const share = (chat = group) => {
  const { parameterList: parameters } = count('1').templateInfo as { parameterList: { name: string; value: string }[] };
  const updatable = { activityId, templateId, parameters };
  return local.platform.chats.send(ann, chat, { title: '走', path: '', withShareTicket: true, updatable });
};

test('an id and its end in Unix seconds, a number; the same in camel case on the way back', async () => {
  const { errCode, activityId: id, expirationTime } = await ask('createActivityId');
  expect(errCode).toBe(0);
  expect(id).toMatch(/^[\w-]{20,}$/);
  expect(Math.abs((expirationTime ?? 0) - (local.clock.seconds() + 86_400))).toBeLessThan(5);
  expect(local.platform.updatable.all.map((activity) => activity.activityId)).toEqual([activityId, id]);
});

test('an id for a private message is refused', async () => {
  expect(await ask('createActivityId', { openid: bo })).toEqual({ errCode: 48001 });
  expect(await ask('createActivityId', { unionid: 'u' })).toEqual({ errCode: 48001 });
});

test('the card says what the function told, to everybody who sees it', async () => {
  await share();
  expect(await set(count('12'))).toMatchObject({ errCode: 0 });
  for (const openid of [ann, bo])
    expect(seen(openid)).toMatchObject([{ look: { text: '成员正在加入，当前 12/30 人', color: '#10AEFF', state: 0 } }]);
});

test('activityID is no activityId: the SDK spells it activity_i_d, and WeChat never sees an id', async () => {
  expect(await ask('setUpdatableMsg', { activityID: activityId, ...count('12') })).toEqual({ errCode: 47001 });
  expect(await ask('setUpdatableMsg', { activityId: 'made-up', ...count('12') })).toEqual({ errCode: 47501 });
  expect(told()).toMatchObject({ history: [] });
});

test('an id that no card was sent with is none yet', async () => {
  const { activityId: unsent } = await ask('createActivityId');
  expect(await ask('setUpdatableMsg', { activityId: unsent, ...count('12') })).toEqual({ errCode: 47501 });
});

test("keys are the SDK's to spell, values are not", async () => {
  const camel = {
    parameterList: [
      { name: 'memberCount', value: '1' },
      { name: 'roomLimit', value: '30' },
    ],
  };
  expect(await set({ targetState: 0, templateInfo: camel })).toEqual({ errCode: 47001 });
  expect(await set(count(12))).toEqual({ errCode: 47001 });
  expect(await set(count('12'))).toMatchObject({ errCode: 0 });
});

test('each refusal has its number', async () => {
  const [path] = start.templateInfo.parameterList;
  const nightly = { parameterList: [path, { name: 'version_type', value: 'nightly' }] };
  expect(await set({ targetState: 1, templateInfo: nightly })).toEqual({ errCode: 47503 });
  expect(await set({ ...count('1'), targetState: 9 })).toEqual({ errCode: 47502 });
  expect(await set(start)).toMatchObject({ errCode: 0 });
  expect(await set(count('1'))).toEqual({ errCode: 47502 });
  local.clock.advance(86_400_000);
  expect(await set({ targetState: 2, templateInfo: { parameterList: [] } })).toEqual({ errCode: 47504 });
  local.clock.setOffset(0);
});

test.each(['accepted', 'refused'] as const)('the end, where WeChat takes it or not: %s', async (updatableEnd) => {
  await local.platform.declare({ updatableEnd });
  await set(start);
  const { errCode } = await set({ targetState: 2, templateInfo: { parameterList: [] } });
  expect({ errCode, state: told()?.state }).toEqual(
    updatableEnd === 'accepted' ? { errCode: 0, state: 2 } : { errCode: 47502, state: 1 },
  );
});

test('a function that does not name the calls in its config.json may make neither', async () => {
  for (const api of ['createActivityId', 'setUpdatableMsg'])
    expect(await local.call('unpermitted', { api, fields: count('1') }, ann)).toEqual({ errCode: -604101 });
});

test('the limit that is switched on is 45009', async () => {
  await local.platform.declare({ updatableLimit: 1 });
  await set(count('1'));
  expect(await set(count('2'))).toEqual({ errCode: 45009 });
});

test('who asked is reminded, once', async () => {
  const { id } = await share();
  await local.platform.updatable.subscribe(id, bo);
  await Promise.all([set(start), set(start)]);
  expect(seen(bo)).toMatchObject([{ kind: 'card' }, { kind: 'reminder', cardId: id, path: 'pages/walk/index?id=7' }]);
  expect(seen(ann)).toHaveLength(1);
});

describe('faults', () => {
  /** Whether the function has its answer. */
  function starting() {
    const call = { isAnswered: false, answer: set(start) };
    void call.answer.finally(() => (call.isAnswered = true));
    return call;
  }

  test('a call that takes long after WeChat has carried it out: the function has not heard of it yet', async () => {
    const { id } = await share();
    await local.platform.updatable.subscribe(id, bo);
    local.cloud.faults.delayOpenApi(SET, 1_500, 1, 'after');
    const call = starting();
    await eventually(() => seen(bo).length >= 2, 'the card to change');
    expect(told()).toMatchObject({ state: 1 });
    expect(call.isAnswered).toBe(false);
    expect(await call.answer).toMatchObject({ errCode: 0 });
  });

  test('a call that takes long before: nobody has heard of it', async () => {
    await set(count('1'));
    local.cloud.faults.delayOpenApi(SET, 1_500, 1, 'before');
    const call = starting();
    await new Promise((later) => setTimeout(later, 700));
    expect(told()).toMatchObject({ state: 0 });
    expect(call.isAnswered).toBe(false);
    expect(await call.answer).toMatchObject({ errCode: 0 });
    expect(told()).toMatchObject({ state: 1 });
  });

  test('a call that fails is not carried out', async () => {
    local.cloud.faults.failOpenApi(SET, 45009, 1);
    local.cloud.faults.failOpenApi('updatableMessage.createActivityId', -1, 1);
    expect(await set(count('1'))).toEqual({ errCode: 45009 });
    expect(await ask('createActivityId')).toEqual({ errCode: -1 });
    expect(told()?.history).toEqual([]);
    expect(local.platform.updatable.all).toHaveLength(1);
  });
});
