import { openStorage } from '../../emulator/storage';
import { createPlatform } from '../../emulator/wechat';
import { DAY, MINUTE } from './platform';
import { BEGIN, begun, COMPLETE, counts, newActivity, OLD } from './talk';

const JOINING = { color: '#10AEFF', state: 0 };

describe('an activity id', () => {
  test('is new each time, and lives 24 hours in Unix seconds', async () => {
    const { created, updatable, clock } = await newActivity();
    expect(created).toMatchObject({ errcode: 0, activity_id: expect.stringMatching(/^[\w-]{20,}$/) as string });
    expect(Number(created.expiration_time)).toBeLessThanOrEqual(clock.seconds() + 86_400);
    expect(Number(created.expiration_time)).toBeGreaterThan(clock.seconds() + 86_395);
    expect((await updatable.createActivityId({})).activity_id).not.toBe(created.activity_id);
  });

  test.each([{ openid: 'oSomebody' }, { unionid: 'u' }])('for a private message (%j) is refused', async (fields) => {
    const { updatable } = await newActivity();
    expect(await updatable.createActivityId(fields)).toMatchObject({ errcode: 48001 });
    expect(updatable.all).toHaveLength(1);
  });

  test('can be told of to the last second of its life, and then never again: 47504', async () => {
    const { created, set, clock, told } = await newActivity();
    const end = Number(created.expiration_time) * 1000;
    clock.advance(end - clock.now() - 500);
    expect(await set(0, counts(2))).toBe(0);
    clock.advance(600);
    expect(await set(0, counts(3))).toBe(47504);
    expect(await set(1, begun)).toBe(47504);
    expect(told()).toMatchObject({ expiresAt: end, state: 0, parameters: counts(2) });
  });

  test('outlives a restart with all that was told, and belongs to one app', async () => {
    const storage = await openStorage(undefined);
    const { set, clock, ann, share, activityId, group } = await newActivity(storage);
    const { id } = await share(ann);
    await set(0, counts(7));
    const again = await createPlatform({ storage, clock, appId: 'wx1234567890abcdef' });
    expect(again.updatable.all).toMatchObject([{ activityId, parameters: counts(7) }]);
    expect(again.chats.messages(group)).toMatchObject([{ id, look: { text: '成员正在加入，当前 7/30 人' } }]);
    const other = await createPlatform({ storage, clock, appId: 'wxanother' });
    expect(other.updatable.all).toEqual([]);
    expect(other.chats.messages(group)[0]).not.toHaveProperty('look');
    const template_info = { parameter_list: [] };
    const asked = { activity_id: activityId, target_state: 2, template_info };
    expect(await other.updatable.setUpdatableMsg(asked)).toMatchObject({ errcode: 47501 });
  });
});

describe('setUpdatableMsg', () => {
  const one = { name: 'member_count', value: '1' };
  test.each([
    ['without activity_id', { activity_id: undefined }],
    ['with an empty one', { activity_id: '' }],
    ['without target_state', { target_state: undefined }],
    ['with a target_state of text', { target_state: '0' }],
    ['without template_info', { template_info: undefined }],
    ['without parameter_list', { template_info: {} }],
    ['with a parameter that is no object', { template_info: { parameter_list: ['member_count'] } }],
    ['with a value that is a number', { template_info: { parameter_list: [one, { name: 'room_limit', value: 30 }] } }],
    ['without room_limit', { template_info: { parameter_list: [one] } }],
    ['with an empty room_limit', { template_info: { parameter_list: [one, { name: 'room_limit', value: '' }] } }],
  ])('%s is 47001', async (_case, patch) => {
    const { updatable, activityId, told } = await newActivity();
    const parameter_list = [one, { name: 'room_limit', value: '30' }];
    const right = { activity_id: activityId, target_state: 0, template_info: { parameter_list } };
    expect(await updatable.setUpdatableMsg({ ...right, ...patch })).toMatchObject({ errcode: 47001 });
    expect(told()).toMatchObject({ history: [] });
    expect(await updatable.setUpdatableMsg(right)).toEqual({ errcode: 0, errmsg: 'ok' });
  });

  const incomplete: readonly Readonly<Record<string, string>>[] = [
    { path: begun.path },
    { version_type: 'release' },
    { ...begun, path: '' },
    {},
  ];
  test.each(incomplete)('state 1 with no more than %j is 47001', async (parameters) => {
    const { set, told } = await newActivity();
    expect(await set(1, parameters)).toBe(47001);
    expect(told()).toMatchObject({ state: 0, history: [] });
  });

  test('of an id that nobody made is 47501', async () => {
    const { set } = await newActivity();
    expect(await set(0, counts(1), 'constructor')).toBe(47501);
  });

  test.each(['released', 'Release'])('with the version_type %s is 47503', async (version_type) => {
    const { set, told } = await newActivity();
    expect(await set(1, { ...begun, version_type })).toBe(47503);
    expect(told()).toMatchObject({ state: 0 });
  });

  test.each(['develop', 'trial', 'release'])('takes the version_type %s', async (version_type) => {
    const { set } = await newActivity();
    expect(await set(1, { ...begun, version_type })).toBe(0);
  });

  test.each([3, -1, 0.5, NaN])('with target_state %d is 47502', async (state) => {
    const { set } = await newActivity();
    expect(await set(state, { ...counts(1), ...begun })).toBe(47502);
  });

  test('goes on and never back: 0 may come again, 1 and 2 once', async () => {
    const { set, told } = await newActivity();
    const all = { ...counts(1), ...begun };
    expect(await Promise.all([set(0, all), set(0, counts(30)), set(0, counts(29))])).toEqual([0, 0, 0]);
    expect(await set(1, begun)).toBe(0);
    expect(await set(0, all)).toBe(47502);
    expect(await set(1, all)).toBe(47502);
    expect(await set(2)).toBe(0);
    for (const state of [0, 1, 2]) expect(await set(state, all)).toBe(47502);
    expect(told()?.history.map(({ state }) => state)).toEqual([0, 0, 0, 1, 2]);
  });

  test('can end at once what has not begun', async () => {
    const { set, told } = await newActivity();
    expect(await set(2)).toBe(0);
    expect(told()).toMatchObject({ state: 2, parameters: {} });
  });

  test('of state 2 is 47502 where the app is told that WeChat takes none', async () => {
    const { platform, set, told, clock } = await newActivity();
    await platform.declare({ updatableEnd: 'refused' });
    await set(1, begun);
    expect(await set(2)).toBe(47502);
    expect(told()).toMatchObject({ state: 1 });
    clock.advance(DAY);
    expect(told()).toMatchObject({ state: 2, history: [{ state: 1 }] });
  });

  test('is kept with its time and its words, oldest first', async () => {
    const { updatable, set, told, clock, ann, share } = await newActivity();
    const { id } = await share(ann);
    await updatable.subscribe(id, ann);
    const times: number[] = [];
    for (const [state, parameters] of [
      [0, counts(2)],
      [0, counts(1)],
      [1, begun],
    ] as const) {
      clock.advance(MINUTE);
      times.push(Math.round(clock.now() / MINUTE));
      await set(state, parameters);
    }
    expect(told()?.history.map(({ at }) => Math.round(at / MINUTE))).toEqual(times);
    expect(told()).toMatchObject({
      state: 1,
      parameters: begun,
      history: [{ parameters: counts(2) }, { parameters: counts(1) }, { parameters: begun }],
      subscribers: [ann],
    });
  });

  test('of many at once leaves none out', async () => {
    const { set, told } = await newActivity();
    await Promise.all(Array.from({ length: 50 }, (_, n) => set(0, counts(n))));
    expect(told()?.history).toHaveLength(50);
    expect(told()?.parameters).toEqual(told()?.history.at(-1)?.parameters);
  });
});

describe('a limit that is switched on', () => {
  test('is counted by API and by minute of the clock, and refused calls do not count', async () => {
    const { platform, updatable, set, clock } = await newActivity();
    clock.advance(MINUTE);
    await platform.declare({ updatableLimit: 2 });
    expect([await set(0, counts(1)), await set(0, counts(2)), await set(0, counts(3))]).toEqual([0, 0, 45009]);
    expect(await updatable.createActivityId({})).toMatchObject({ errcode: 0 });
    clock.advance(MINUTE / 2);
    expect([await set(0, counts(3)), await set(0, counts(3))]).toEqual([45009, 45009]);
    clock.advance(MINUTE / 2);
    expect(await set(0, counts(3))).toBe(0);
    await platform.declare({ updatableLimit: null });
    for (let n = 0; n < 5; n += 1) expect(await set(0, counts(n))).toBe(0);
  });

  test('holds for ids too', async () => {
    const { platform, updatable } = await newActivity();
    await platform.declare({ updatableLimit: 1 });
    expect(await updatable.createActivityId({})).toMatchObject({ errcode: 45009 });
    expect(updatable.all).toHaveLength(1);
  });
});

describe('a card', () => {
  test.each([
    [BEGIN, '已开始'],
    [COMPLETE, '已到齐'],
  ])('of template %s says who is coming, that it has begun (%s), that it is over', async (templateId, text) => {
    const { share, look, set, ann } = await newActivity();
    const { id } = await share(ann, { templateId });
    expect(look(id)).toEqual({ ...JOINING, text: '成员正在加入，当前 1/30 人' });
    await set(0, counts(12));
    expect(look(id)).toEqual({ ...JOINING, text: '成员正在加入，当前 12/30 人' });
    await set(1, begun);
    expect(look(id)).toEqual({ text, color: '#07C160', state: 1 });
    await set(2);
    expect(look(id)).toEqual({ text: '已结束', color: '#CCCCCC', state: 2 });
  });

  test('follows with all others of its activity, in every chat, and with no others', async () => {
    const { updatable, share, look, set, single, ann, bo } = await newActivity();
    const other = String((await updatable.createActivityId({})).activity_id);
    const cards = [await share(ann), await share(bo, { parameters: [] }), await share(ann, {}, single)];
    const { id: stranger } = await share(ann, { activityId: other });
    await set(0, counts(5));
    for (const { id } of cards) expect(look(id)).toMatchObject({ text: '成员正在加入，当前 5/30 人' });
    expect(look(stranger)).toMatchObject({ text: '成员正在加入，当前 1/30 人' });
  });

  test.each([
    ['in state 0 without news', undefined],
    ['in state 1', 1],
  ])('%s for 24 hours is over, and comes back if the clock does', async (_case, state) => {
    const { share, look, set, clock, ann, told } = await newActivity();
    const { id } = await share(ann);
    if (state === 1) await set(1, begun);
    const before = look(id);
    clock.advance(DAY - MINUTE);
    expect(look(id)).toEqual(before);
    clock.advance(MINUTE);
    expect(look(id)).toEqual({ text: '已结束', color: '#CCCCCC', state: 2 });
    expect(told()).toMatchObject({ state: 2 });
    clock.advance(-MINUTE);
    expect(look(id)).toEqual(before);
  });

  test('with news lives 24 hours from the last of them, though its id is dead before', async () => {
    const { share, look, set, clock, ann } = await newActivity();
    const { id } = await share(ann);
    clock.advance(DAY / 2);
    await set(0, counts(2));
    clock.advance(DAY - MINUTE);
    expect(await set(0, counts(3))).toBe(47504);
    expect(look(id)).toMatchObject({ state: 0 });
    clock.advance(MINUTE);
    expect(look(id)).toMatchObject({ state: 2 });
  });

  test('is an ordinary one on a client that is too old, for that person alone', async () => {
    const { share, look, ann, bo } = await newActivity();
    const { id } = await share(ann);
    expect(look(id, bo, OLD)).toBeUndefined();
    expect(look(id, bo, { platform: 'ios', libraryVersion: '2.4.0' })).toMatchObject(JOINING);
    expect(look(id, bo, { platform: 'ios' })).toMatchObject(JOINING);
    expect(look(id, ann)).toMatchObject(JOINING);
  });

  test.each([
    ['an id that nobody made', { activityId: 'made-up' }],
    ['another template', { templateId: 'constructor' }],
    ['no template', { templateId: undefined as unknown as string }],
    ['a parameter too few', { parameters: [{ name: 'member_count', value: '1' }] }],
  ])('with %s is an ordinary one', async (_case, patch) => {
    const { share, look, updatable, ann } = await newActivity();
    const { id } = await share(ann, patch);
    expect(look(id)).toBeUndefined();
    await expect(updatable.subscribe(id, ann)).rejects.toThrow('no updatable card');
  });

  test('that changes is announced: by what WeChat is told, and by the clock in both directions', async () => {
    const { chats, set, clock } = await newActivity();
    const heard = jest.fn();
    chats.onChange(heard);
    const announced = (): boolean => {
      const count = heard.mock.calls.length;
      heard.mockClear();
      return count > 0;
    };
    await set(0, counts(2));
    expect(announced()).toBe(true);
    await set(0, {});
    expect(announced()).toBe(false);
    clock.advance(DAY / 2);
    expect(announced()).toBe(false);
    clock.advance(DAY / 2 + 20);
    expect(announced()).toBe(true);
    clock.advance(-DAY / 2);
    expect(announced()).toBe(true);
    clock.advance(DAY / 2 - 10);
    await new Promise((later) => setTimeout(later, 200));
    expect(announced()).toBe(true);
  });
});

test('a reset forgets every activity', async () => {
  const { platform, updatable, set } = await newActivity();
  await platform.reset();
  expect(updatable.all).toEqual([]);
  expect(await set(0, counts(1))).toBe(47501);
});
