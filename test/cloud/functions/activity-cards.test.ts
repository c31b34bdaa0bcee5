import type { ActivityDetail } from '../../../cloud/contract/contract';
import { dataOf } from '../groups';
import { codeOf, hour, minute, startWalk, type Walks } from '../walks';
import { eventually } from '../../eventually';

const setMessage = 'updatableMessage.setUpdatableMsg';

describe('the cards of a walk', () => {
  let wechat: Walks;
  let ann: string;
  let activity: string;
  beforeEach(async () => {
    ({ wechat, ann, activity } = await startWalk({ places: 30 }));
  });
  afterEach(() => wechat.stop());

  const shared = () => wechat.sent(ann, activity);
  const statesOf = (activityId: string) => wechat.told(activityId).history;
  const joinAll = (openids: readonly string[]) => Promise.all(openids.map((openid) => wechat.join(openid, activity)));
  const [bo = '', cy = '', di = ''] = ['oBo', 'oCy', 'oDi'];

  test('that were perhaps sent just now are told anew: one with words of before says what is true, whether WeChat knew its id or not', async () => {
    const card = await wechat.card(ann, activity);
    dataOf(await wechat.join(bo, activity));
    expect(wechat.countOn(card.activityId)).toBeUndefined();
    const first = await wechat.sendCard(ann, card);
    expect(wechat.cardSays(first)).toBe('成员正在加入，当前 0/30 人');
    for (let time = 0; time < 3; time += 1) await tellAnew(activity);
    expect(wechat.cardSays(first)).toBe('成员正在加入，当前 1/30 人');
    const second = await wechat.sendCard(ann, card);
    expect(wechat.cardSays(second)).toBe('成员正在加入，当前 0/30 人');
    await wechat.timer();
    expect(wechat.cardSays(second)).toBe('成员正在加入，当前 0/30 人');
    await tellAnew(activity);
    expect(wechat.cardSays(second)).toBe('成员正在加入，当前 1/30 人');
    expect(wechat.walk(activity)).toMatchObject({ dirty: false, roster: [bo] });
  });

  const tellAnew = async (id: string) =>
    expect((await wechat.act(cy, 'shared', { activity: id })).answer).toEqual({ ok: true, data: {} });

  test('are not told anew where there are none, where they have expired, or of no walk', async () => {
    const stored = wechat.stored();
    await tellAnew(activity);
    await tellAnew('f'.repeat(32));
    expect(wechat.stored()).toEqual(stored);
    const card = await shared();
    wechat.clock.advance(24 * hour);
    await tellAnew(activity);
    expect(statesOf(card)).toEqual([]);
  });

  test.each([
    ['start', 1],
    ['cancel', 2],
  ] as const)('that are sent across a %s are told so, and once', async (route, state) => {
    const card = await wechat.card(ann, activity);
    const { activityId } = card;
    dataOf((await wechat.act(ann, route, { activity })).answer);
    await wechat.timer();
    expect(statesOf(activityId)).toEqual([]);
    const message = await wechat.sendCard(ann, card);
    expect(wechat.cardSays(message)).toBe('成员正在加入，当前 0/30 人');
    await tellAnew(activity);
    expect(statesOf(activityId)).toEqual([state]);
    expect(wechat.cardSays(message)).toBe(state === 1 ? '已开始' : '已结束');
    const before = wechat.tellings();
    await tellAnew(activity);
    expect(wechat.tellings()).toBe(before);
    expect(wechat.walk(activity).dirty).toBe(false);
  });

  test('that are sent when their organizer is forgotten end', async () => {
    const card = await shared();
    wechat.cloud.faults.failOpenApi(setMessage, 45009, 1);
    dataOf((await wechat.me(ann, 'forgetEverything')).answer);
    await tellAnew(activity);
    await wechat.timer();
    expect(statesOf(card)).toEqual([2]);
  });

  test('say what is stored after each change, which costs three calls of the database more', async () => {
    const card = await shared();
    const { record } = await wechat.act(bo, 'join', { activity, turn: 0 });
    expect(record.databaseCalls).toBe(5);
    expect(wechat.countOn(card)).toBe('1');
    dataOf(await wechat.join(cy, activity));
    expect(wechat.countOn(card)).toBe('2');
    dataOf(await wechat.leave(bo, activity));
    expect(wechat.told(card)).toMatchObject({ state: 0, parameters: { member_count: '1', room_limit: '30' } });
    expect(wechat.walk(activity)).toMatchObject({ dirty: false, lease: { until: 0 } });
  });

  test('fall back from full when somebody leaves, and count nobody who waits', async () => {
    ({ activity } = await wechat.create(ann, { places: 2 }));
    const card = await shared();
    for (const openid of [bo, cy, di]) dataOf(await wechat.join(openid, activity));
    expect(wechat.countOn(card)).toBe('2');
    for (const openid of [di, cy]) dataOf(await wechat.leave(openid, activity));
    expect(wechat.countOn(card)).toBe('1');
  });

  test('say what is stored when many change it at once, and a hundred changes are not a hundred calls', async () => {
    const card = await shared();
    const begun = Date.now();
    await joinAll(wechat.crowd(100));
    const seconds = (Date.now() - begun) / 1000;
    expect(wechat.tellings()).toBeLessThanOrEqual(Math.ceil(seconds) + 2);
    await wechat.timer();
    expect(wechat.countOn(card)).toBe('30');
    expect(wechat.walk(activity).dirty).toBe(false);
  });

  test('end equal when joining and leaving race, without the timer', async () => {
    const card = await shared();
    await joinAll([bo, cy]);
    await Promise.all([wechat.leave(bo, activity), wechat.join(di, activity), wechat.leave(cy, activity)]);
    expect(wechat.walk(activity)).toMatchObject({ roster: [di], dirty: false });
    expect(wechat.countOn(card)).toBe('1');
  });

  test('say what came while WeChat was being told of the change before, without the timer', async () => {
    const card = await shared();
    wechat.cloud.faults.delayOpenApi(setMessage, 1_500, 1, 'after');
    const first = wechat.join(bo, activity);
    await eventually(() => wechat.countOn(card) === '1', 'WeChat to hear of it');
    dataOf(await wechat.join(cy, activity));
    dataOf(await first);
    expect(wechat.countOn(card)).toBe('2');
    expect(wechat.walk(activity)).toMatchObject({ roster: [bo, cy], dirty: false });
  });

  test('in all groups follow, where each has an id of its own', async () => {
    ({ activity } = await wechat.create(ann, {
      startsAt: wechat.clock.now() + 80 * hour,
      endsAt: wechat.clock.now() + 81 * hour,
    }));
    const cards = [await shared()];
    wechat.clock.advance(23 * hour + minute);
    cards.push(await shared());
    dataOf(await wechat.join(bo, activity));
    expect(cards.map(wechat.countOn)).toEqual(['1', '1']);
    wechat.cloud.faults.failOpenApi(setMessage, 45009, 1);
    dataOf((await wechat.act(ann, 'start', { activity })).answer);
    await wechat.timer();
    // Two for joining, one each for starting, and the one that failed again: nobody is reminded twice.
    expect(wechat.tellings()).toBe(5);
    expect(cards.map(statesOf)).toEqual([
      [0, 1],
      [0, 1],
    ]);
  });

  test('go from 0 to 1 to 2 and never back; 1 says where to go, and is said once', async () => {
    const card = await shared();
    dataOf(await wechat.join(bo, activity));
    for (let time = 0; time < 3; time += 1) dataOf((await wechat.act(ann, 'start', { activity })).answer);
    expect(wechat.told(card)).toMatchObject({
      state: 1,
      parameters: { path: `pages/activity/index?activity=${activity}`, version_type: 'release' },
    });
    expect(codeOf(await wechat.leave(bo, activity))).toBe('activity-closed');
    await wechat.timer();
    for (let time = 0; time < 3; time += 1) dataOf((await wechat.act(ann, 'cancel', { activity })).answer);
    await wechat.timer();
    expect(statesOf(card)).toEqual([0, 1, 2]);
    expect(wechat.tellings()).toBe(3);
    expect(codeOf((await wechat.act(ann, 'start', { activity })).answer)).toBe('activity-closed');
  });

  test('of a walk that is called off end at once', async () => {
    const card = await shared();
    expect(dataOf((await wechat.act(ann, 'cancel', { activity })).answer)).toMatchObject({ state: 'cancelled' });
    expect(statesOf(card)).toEqual([2]);
  });

  test.each([40001, 45009, 47503])(
    'that WeChat refuses (%i) cost nobody their place, and the timer repairs them',
    async (errcode) => {
      const card = await shared();
      wechat.cloud.faults.failOpenApi(setMessage, errcode, 1);
      expect(dataOf<ActivityDetail>(await wechat.join(bo, activity)).seat.status).toBe('seated');
      expect(wechat.countOn(card)).toBeUndefined();
      expect(wechat.walk(activity).dirty).toBe(true);
      expect(await wechat.timer()).toEqual({ ok: true, data: { published: 1 } });
      expect(wechat.countOn(card)).toBe('1');
      expect(await wechat.timer()).toEqual({ ok: true, data: { published: 0 } });
    },
  );

  test.each([-1, -604102, -601008])(
    'of which nobody knows whether WeChat took them (%i) are left alone until they have landed, then told twice',
    async (errcode) => {
      const card = await shared();
      wechat.cloud.faults.failOpenApi(setMessage, errcode, 1);
      expect(dataOf<ActivityDetail>(await wechat.join(bo, activity)).seat.status).toBe('seated');
      dataOf(await wechat.join(cy, activity));
      await wechat.timer();
      expect(wechat.tellings()).toBe(1);
      for (let run = 0; run < 3; run += 1) {
        wechat.clock.advance(minute);
        await wechat.timer();
      }
      expect(wechat.tellings()).toBe(3);
      expect(wechat.countOn(card)).toBe('2');
      expect(wechat.walk(activity)).toMatchObject({ dirty: false, lease: { until: 0 } });
    },
  );

  test('that WeChat does not know any more (47504) are dropped', async () => {
    await shared();
    wechat.cloud.faults.failOpenApi(setMessage, 47504, 1);
    dataOf(await wechat.join(bo, activity));
    expect(wechat.walk(activity)).toMatchObject({ cards: [], dirty: false });
  });

  test('that WeChat does not know (47501), because nobody has sent one yet, follow the next change', async () => {
    const { activityId } = await wechat.card(ann, activity);
    dataOf(await wechat.join(bo, activity));
    expect(wechat.tellings()).toBe(1);
    expect(wechat.walk(activity)).toMatchObject({ cards: [{ activityId, state: 0 }], dirty: false });
    expect(await shared()).toBe(activityId);
    dataOf(await wechat.join(cy, activity));
    expect(wechat.countOn(activityId)).toBe('2');
  });

  test.each([47502, 47001])('that WeChat will not end (%i) are left to their 24 hours', async (errcode) => {
    await shared();
    wechat.cloud.faults.failOpenApi(setMessage, errcode, 1);
    dataOf((await wechat.act(ann, 'cancel', { activity })).answer);
    expect(wechat.walk(activity)).toMatchObject({ cards: [{ state: 2 }], dirty: false });
  });

  test('end by themselves where WeChat takes no end', async () => {
    await wechat.platform.declare({ updatableEnd: 'refused' });
    const card = await shared();
    dataOf((await wechat.act(ann, 'start', { activity })).answer);
    dataOf((await wechat.act(ann, 'cancel', { activity })).answer);
    expect(statesOf(card)).toEqual([1]);
    expect(wechat.walk(activity)).toMatchObject({ state: 'ended', dirty: false });
    expect(wechat.told(card).state).toBe(1);
    wechat.clock.advance(24 * hour);
    expect(wechat.told(card).state).toBe(2);
  });

  test('that a killed function left behind are repaired by the timer, wherever it died', async () => {
    const card = await shared();
    for (const afterDatabaseCalls of [1, 2, 3, 4, 5]) {
      const [openid = ''] = wechat.crowd(1);
      wechat.cloud.faults.killFunction('activity', 1, { afterDatabaseCalls });
      await expect(wechat.join(openid, activity)).rejects.toMatchObject({ errCode: expect.any(Number) as unknown });
      expect(wechat.walk(activity).roster).toHaveLength(afterDatabaseCalls);
      // The holder of a lease may be dead; nobody knows before it has run out.
      wechat.clock.advance(minute);
      await wechat.timer();
      expect(wechat.countOn(card)).toBe(String(afterDatabaseCalls));
      wechat.clock.advance(minute);
      await wechat.timer();
      expect(wechat.walk(activity)).toMatchObject({ dirty: false, lease: { until: 0 } });
    }
  });

  test('are told twice after a publisher died, because what it sent may land late', async () => {
    const card = await shared();
    wechat.cloud.faults.killFunction('activity', 1, { afterDatabaseCalls: 4 });
    await expect(wechat.join(bo, activity)).rejects.toBeDefined();
    wechat.clock.advance(minute);
    const before = wechat.tellings();
    for (let run = 0; run < 3; run += 1) {
      await wechat.timer();
      wechat.clock.advance(minute);
    }
    expect(wechat.tellings() - before).toBe(2);
    expect(wechat.countOn(card)).toBe('1');
  });

  test('that WeChat takes long to tell keep nobody waiting, and nobody else publishes meanwhile', async () => {
    const card = await shared();
    wechat.cloud.faults.delayOpenApi(setMessage, 5_000, 1, 'before');
    const begun = Date.now();
    expect(dataOf<ActivityDetail>(await wechat.join(bo, activity)).seat.status).toBe('seated');
    expect(Date.now() - begun).toBeLessThan(4_500);
    dataOf(await wechat.join(cy, activity));
    await wechat.timer();
    expect(wechat.walk(activity)).toMatchObject({ dirty: true });
    // Others come before it the next time.
    expect(wechat.walk(activity).publishedAt).toBeGreaterThan(0);
    expect(wechat.tellings()).toBe(1);
    wechat.clock.advance(minute);
    await wechat.timer();
    expect(wechat.countOn(card)).toBe('2');
    wechat.clock.advance(minute);
    await wechat.timer();
    expect(wechat.walk(activity).dirty).toBe(false);
  });
});
