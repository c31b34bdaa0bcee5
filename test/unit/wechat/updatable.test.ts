import { openStorage } from '../../emulator/storage';
import { createPlatform } from '../../emulator/wechat';
import { DAY, MINUTE } from './platform';
import { begun, counts, newActivity } from './talk';

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

  test('of an id that no card was sent with is 47501 too, whatever is told, unless the app is said to be lucky', async () => {
    const { platform, updatable, set, share, ann } = await newActivity();
    const unsent = String((await updatable.createActivityId({})).activity_id);
    for (const state of [0, 1, 2]) expect(await set(state, { ...counts(1), ...begun }, unsent)).toBe(47501);
    await platform.declare({ updatableUnsent: 'accepted' });
    expect(await set(0, counts(1), unsent)).toBe(0);
    await platform.declare({ updatableUnsent: 'refused' });
    expect(await set(0, counts(2), unsent)).toBe(47501);
    await share(ann, { activityId: unsent });
    expect(await set(0, counts(3), unsent)).toBe(0);
    expect(updatable.all.at(-1)?.history.map(({ parameters }) => parameters.member_count)).toEqual(['1', '3']);
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

test('a reset forgets every activity', async () => {
  const { platform, updatable, set } = await newActivity();
  await platform.reset();
  expect(updatable.all).toEqual([]);
  expect(await set(0, counts(1))).toBe(47501);
});
