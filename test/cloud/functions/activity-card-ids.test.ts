import { dataOf } from '../groups';
import { codeOf, hour, minute, startWalk, type Walks } from '../walks';
import { eventually } from '../../eventually';

describe('the ids of the cards of a walk', () => {
  let wechat: Walks;
  let ann: string;
  let activity: string;
  beforeEach(async () => {
    ({ wechat, ann, activity } = await startWalk({ places: 30 }));
  });
  afterEach(() => wechat.stop());

  const shared = () => wechat.sent(ann, activity);
  const [bo = '', cy = '', di = ''] = ['oBo', 'oCy', 'oDi'];

  test('have an id of WeChat’s that lives 24 hours, the template that counts, and the count as texts', async () => {
    dataOf(await wechat.join(bo, activity));
    const card = await wechat.card(bo, activity);
    expect(card).toEqual({
      activityId: expect.any(String) as unknown,
      lasts: expect.any(Number) as unknown,
      renewAfter: card.lasts,
      rev: wechat.walk(activity).rev,
      templateId: '21B034D08C5615B9889CE362BB957B1EE69A584B',
      parameters: [
        { name: 'member_count', value: '1' },
        { name: 'room_limit', value: '30' },
      ],
    });
    const left = wechat.told(card.activityId).expiresAt - wechat.clock.now();
    expect(Math.abs(card.lasts - left)).toBeLessThan(minute);
    expect(card.lasts).toBeGreaterThan(24 * hour - minute);
  });

  test('share one id, whoever shares and in how many calls at once, as long as it serves one more card well', async () => {
    ({ activity } = await wechat.create(ann, {
      startsAt: wechat.clock.now() + 40 * hour,
      endsAt: wechat.clock.now() + 41 * hour,
    }));
    // So that all have looked before anybody adds one.
    wechat.cloud.faults.delayOpenApi('updatableMessage.createActivityId', 4_000, 6, 'before');
    const cards = await Promise.all([ann, bo, cy, di, ann, bo].map((openid) => wechat.card(openid, activity)));
    const [{ activityId: first = '', renewAfter = 0 } = {}] = cards;
    expect(await shared()).toBe(first);
    for (const { activityId } of cards) expect(activityId).toBe(first);
    expect(wechat.walk(activity).cards).toHaveLength(1);
    expect(Math.abs(renewAfter - 4 * hour)).toBeLessThan(minute);
    wechat.clock.advance(renewAfter - minute);
    expect(await shared()).toBe(first);
    wechat.clock.advance(2 * minute);
    const next = await shared();
    expect(next).not.toBe(first);
    dataOf(await wechat.join(bo, activity));
    expect([first, next].map(wechat.countOn)).toEqual(['1', '1']);
    wechat.clock.advance(20 * hour);
    dataOf(await wechat.join(cy, activity));
    expect([first, next].map(wechat.countOn)).toEqual(['1', '2']);
    expect(wechat.walk(activity).cards.map(({ activityId }) => activityId)).toEqual([next]);
  });

  test('that are shared on the day before live beyond the end, and one id serves them all from then on', async () => {
    const startsAt = wechat.clock.now() + 40 * hour;
    const endsAt = startsAt + hour;
    ({ activity } = await wechat.create(ann, { startsAt, endsAt }));
    for (let shares = 0; shares < 78; shares += 1) {
      const { activityId, lasts, renewAfter } = await wechat.card(ann, activity);
      const left = endsAt - wechat.clock.now();
      expect(lasts).toBeGreaterThan(Math.min(left + 10 * minute, 20 * hour - minute));
      if (left < 20 * hour) expect(renewAfter).toBe(lasts);
      expect(wechat.told(activityId).expiresAt - wechat.clock.now()).toBeGreaterThan(lasts - minute);
      wechat.clock.advance(30 * minute);
    }
    const live = wechat.walk(activity).cards;
    expect(live.length).toBeLessThanOrEqual(7);
    const last = await shared();
    expect(live.at(-1)?.activityId).toBe(last);
    wechat.clock.advance(hour + minute);
    await wechat.timer();
    expect(wechat.told(last).state).toBe(1);
  });

  test('outlive the walk where one of the day before would end during it: they hear that it is over', async () => {
    const startsAt = wechat.clock.now() + 23 * hour;
    ({ activity } = await wechat.create(ann, { startsAt, endsAt: startsAt + 5 * hour }));
    const before = await shared();
    wechat.clock.advance(6 * hour);
    const card = await wechat.card(ann, activity);
    const { activityId, lasts, renewAfter } = card;
    await wechat.sendCard(ann, card);
    expect(activityId).not.toBe(before);
    expect(renewAfter).toBe(lasts);
    for (const ms of [17 * hour, 5 * hour]) {
      wechat.clock.advance(ms);
      await wechat.timer();
    }
    expect(wechat.told(activityId).history).toEqual([1, 2]);
  });

  test('are to be had for weeks, also where nobody joins and so nobody publishes', async () => {
    const [startsAt, endsAt] = [wechat.clock.now() + 60 * 24 * hour, wechat.clock.now() + 60 * 24 * hour + hour];
    ({ activity } = await wechat.create(ann, { startsAt, endsAt }));
    for (let cards = 0; cards < 25; cards += 1) {
      const { activityId, lasts } = await wechat.card(ann, activity);
      expect(lasts).toBeGreaterThan(0);
      expect(wechat.walk(activity).cards.at(-1)?.activityId).toBe(activityId);
      wechat.clock.advance(23 * hour + 30 * minute);
    }
  });

  test('are as good as promised also of a quiet walk that is looked at for days', async () => {
    const startsAt = wechat.clock.now() + 42 * 24 * hour;
    ({ activity } = await wechat.create(ann, { startsAt, endsAt: startsAt + hour }));
    for (let looks = 0; looks < 30; looks += 1) {
      const { activityId, lasts } = await wechat.card(ann, activity);
      expect(lasts).toBeGreaterThan(20 * hour - minute);
      expect(wechat.walk(activity).cards.at(-1)?.activityId).toBe(activityId);
      wechat.clock.advance(4 * hour);
    }
    expect(wechat.walk(activity).cards.length).toBeLessThanOrEqual(20);
  });

  test('live as long as WeChat says, however late it answers', async () => {
    ({ activity } = await wechat.create(ann, {
      startsAt: wechat.clock.now() + 40 * hour,
      endsAt: wechat.clock.now() + 41 * hour,
    }));
    wechat.cloud.faults.delayOpenApi('updatableMessage.createActivityId', 1_500, 1, 'before');
    const making = wechat.card(ann, activity);
    await eventually(() => wechat.cloud.faults.armed.length === 0, 'WeChat to be asked');
    wechat.clock.advance(25 * hour);
    const card = await making;
    await wechat.sendCard(ann, card);
    const { activityId, lasts } = card;
    expect(Math.abs(wechat.clock.now() + lasts - wechat.told(activityId).expiresAt)).toBeLessThan(minute);
    dataOf(await wechat.join(bo, activity));
    expect(wechat.countOn(activityId)).toBe('1');
  });

  test('are not made where nobody can join any more, or WeChat has no id to give', async () => {
    const card = async () => codeOf((await wechat.act(ann, 'card', { activity })).answer);
    wechat.cloud.faults.failOpenApi('updatableMessage.createActivityId', 45009, 1);
    expect(await card()).toBe('rate-limited');
    wechat.cloud.faults.failOpenApi('updatableMessage.createActivityId', -1, 1);
    expect(await card()).toBe('cloud-error');
    expect(wechat.walk(activity).cards).toEqual([]);
    dataOf((await wechat.act(ann, 'cancel', { activity })).answer);
    expect(await card()).toBe('activity-closed');
    expect(codeOf((await wechat.act(ann, 'card', { activity: 'f'.repeat(32) })).answer)).toBe('activity-missing');
  });
});
