import { maxWaiting } from '../../../cloud/contract/activity';
import type { ActivityDetail } from '../../../cloud/contract/contract';
import type { Answer } from '../../../cloud/contract/errors';
import { dataOf, group } from '../groups';
import { codeOf, hour, minute, startWalk, type Walks } from '../walks';

const seatIn = (answer: Answer<unknown>) => dataOf<ActivityDetail>(answer).seat;
const seated = { status: 'seated', movedUp: false };

describe('seats', () => {
  let wechat: Walks;
  let ann: string;
  let activity: string;
  beforeEach(async () => {
    ({ wechat, ann, activity } = await startWalk());
  });
  afterEach(() => wechat.stop());

  const people = (count: number) => [...wechat.crowd(count)] as [string, string, string, string];
  async function joined(...openids: readonly string[]): Promise<void> {
    for (const openid of openids) dataOf(await wechat.join(openid, activity));
  }

  test('who joins has one, and it costs two calls of the database', async () => {
    const [bo] = people(1);
    const { answer, record } = await wechat.act(bo, 'join', { activity, turn: 0 });
    expect(dataOf(answer)).toMatchObject({
      seat: seated,
      members: 1,
      waiting: 0,
      turn: 1,
      organizer: false,
      roster: null,
    });
    expect(record.databaseCalls).toBe(2);
  });

  test('twenty of the same call at once take one place and get one answer', async () => {
    const [bo] = people(1);
    const calls = await Promise.all(Array.from({ length: 20 }, () => wechat.act(bo, 'join', { activity, turn: 0 })));
    for (const { answer } of calls) expect(answer).toEqual(calls[0]?.answer);
    expect(seatIn(calls[0]?.answer as Answer<unknown>)).toEqual(seated);
    expect(wechat.walk(activity)).toMatchObject({ roster: [bo], turns: { [bo]: 1 } });
  });

  test('a duplicate that comes after its person has left brings nobody back, however late and however often', async () => {
    const [bo] = people(1);
    await joined(bo);
    dataOf(await wechat.leave(bo, activity));
    for (let time = 0; time < 12; time += 1) {
      const { answer } = await wechat.act(bo, 'join', { activity, turn: 0 });
      expect(dataOf(answer)).toMatchObject({ seat: { status: 'none' }, turn: 2, members: 0 });
    }
    expect(wechat.walk(activity).roster).toEqual([]);
  });

  test('a late duplicate of leaving takes nobody out who has come back', async () => {
    const [bo] = people(1);
    await joined(bo);
    dataOf(await wechat.leave(bo, activity));
    await joined(bo);
    const { answer } = await wechat.act(bo, 'leave', { activity, turn: 1 });
    expect(dataOf(answer)).toMatchObject({ seat: seated, turn: 3 });
    expect(wechat.walk(activity).roster).toEqual([bo]);
  });

  test('twenty of the same leaving at once leave once', async () => {
    const [bo, cy] = people(2);
    await joined(bo, cy);
    const calls = await Promise.all(Array.from({ length: 20 }, () => wechat.act(bo, 'leave', { activity, turn: 1 })));
    for (const { answer } of calls) expect(dataOf(answer)).toMatchObject({ seat: { status: 'none' }, turn: 2 });
    expect(wechat.walk(activity)).toMatchObject({ roster: [cy], free: 2 + maxWaiting - 1 });
  });

  test('who comes too late waits, moves up when somebody leaves, and is told for a minute', async () => {
    const [bo, cy, di, ed] = people(4);
    await joined(bo, cy);
    expect(seatIn(await wechat.join(di, activity))).toEqual({ status: 'waiting', ahead: 0 });
    expect(seatIn(await wechat.join(ed, activity))).toEqual({ status: 'waiting', ahead: 1 });
    expect(await wechat.detail(di, activity)).toMatchObject({ members: 2, waiting: 2, roster: null });
    dataOf(await wechat.leave(bo, activity));
    expect(dataOf((await wechat.act(di, 'mine')).answer)).toMatchObject({
      activities: [{ seat: { status: 'seated', movedUp: true } }],
    });
    // An answer may get lost, and the one that is heard be a duplicate's.
    for (let time = 0; time < 3; time += 1)
      expect((await wechat.detail(di, activity)).seat).toEqual({ status: 'seated', movedUp: true });
    wechat.clock.advance(minute);
    expect((await wechat.detail(di, activity)).seat).toEqual(seated);
    expect((await wechat.detail(cy, activity)).seat).toEqual(seated);
    expect((await wechat.detail(ed, activity)).seat).toEqual({ status: 'waiting', ahead: 0 });
  });

  test('who left while waiting and comes back to a seat has not moved up', async () => {
    const [bo, cy, di] = people(3);
    await joined(bo, cy, di);
    dataOf(await wechat.leave(di, activity));
    dataOf(await wechat.leave(bo, activity));
    expect(seatIn(await wechat.join(di, activity))).toEqual(seated);
    expect((await wechat.detail(di, activity)).seat).toEqual(seated);
  });

  test('when the waiting list is full too, nobody gets in, until somebody leaves', async () => {
    ({ activity } = await wechat.create(ann, { places: 1 }));
    const all = wechat.crowd(1 + maxWaiting);
    await Promise.all(all.map((openid) => wechat.join(openid, activity)));
    const [late] = people(1);
    const { answer, record } = await wechat.act(late, 'join', { activity, turn: 0 });
    expect(codeOf(answer)).toBe('activity-full');
    expect(record.databaseCalls).toBe(2);
    expect(wechat.walk(activity).roster).toHaveLength(1 + maxWaiting);
    dataOf(await wechat.leave(wechat.walk(activity).roster[0] ?? '', activity));
    expect(seatIn(await wechat.join(late, activity))).toEqual({ status: 'waiting', ahead: maxWaiting - 1 });
  });

  test('two hundred who want thirty places at once: thirty have one, fifty wait in order, the others are told', async () => {
    ({ activity } = await wechat.create(ann, { places: 30 }));
    const answers = await Promise.all(
      wechat.crowd(200).map(async (openid) => ({ openid, answer: await wechat.join(openid, activity) })),
    );
    const { roster, free } = wechat.walk(activity);
    expect(new Set(roster).size).toBe(80);
    expect([roster.length, free]).toEqual([80, 0]);
    for (const { openid, answer } of answers) {
      const at = roster.indexOf(openid);
      if (at < 0) expect(codeOf(answer)).toBe('activity-full');
      else if (at < 30) expect(seatIn(answer)).toEqual(seated);
      else expect(seatIn(answer)).toEqual({ status: 'waiting', ahead: at - 30 });
    }
    expect(await wechat.detail(ann, activity)).toMatchObject({ members: 30, waiting: 50 });
  });

  test('nobody joins or leaves once it has begun by the clock, also before the timer knows', async () => {
    const [bo, cy] = people(2);
    await joined(bo);
    wechat.clock.advance(2 * hour);
    expect(codeOf(await wechat.join(cy, activity))).toBe('activity-closed');
    expect(codeOf(await wechat.leave(bo, activity))).toBe('activity-closed');
    expect(wechat.walk(activity)).toMatchObject({ state: 'open', roster: [bo] });
    expect(await wechat.detail(bo, activity)).toMatchObject({ state: 'started' });
    wechat.clock.advance(3 * hour);
    expect(await wechat.detail(bo, activity)).toMatchObject({ state: 'ended' });
  });

  test('nobody joins a walk that nobody made', async () => {
    const [bo] = people(1);
    const missing = { activity: 'f'.repeat(32) };
    for (const route of ['join', 'leave'] as const) {
      expect(codeOf((await wechat.act(bo, route, { ...missing, turn: 0 })).answer)).toBe('activity-missing');
    }
  });

  test.each(['o.dotted', 'o$dollar', '__proto__'])(
    'an openid that would name another field (%s) is nobody',
    async (openid) => {
      const before = wechat.walk(activity);
      for (const route of ['join', 'leave'] as const) {
        expect(codeOf((await wechat.act(openid, route, { activity, turn: 0 })).answer)).toBe('not-signed-in');
      }
      expect(wechat.walk(activity)).toEqual(before);
    },
  );

  test('a walk that needs phone numbers takes who has left one, and shows it to the organizer alone', async () => {
    ({ activity } = await wechat.create(ann, { phoneNeeded: true }));
    const bo = await wechat.walker('波');
    expect(codeOf(await wechat.join(bo, activity))).toBe('phone-needed');
    expect(wechat.walk(activity)).toMatchObject({ roster: [], turns: {} });
    const { code, phoneNumber } = await given(bo);
    dataOf((await wechat.me(bo, 'phoneByCode', { code })).answer);
    const { answer, record } = await wechat.act(bo, 'join', { activity, turn: 0 });
    expect(seatIn(answer)).toEqual(seated);
    expect(record.databaseCalls).toBe(5);
    expect((await wechat.detail(ann, activity)).roster).toEqual([
      { nickname: '波', phone: phoneNumber, waiting: false },
    ]);
    expect((await wechat.detail(bo, activity)).roster).toEqual([{ nickname: '波', phone: null, waiting: false }]);
  });

  test.each(['ended', 'cancelled'] as const)('nobody sees a number once the walk is %s', async (state) => {
    ({ activity } = await wechat.create(ann, { phoneNeeded: true }));
    const bo = await wechat.walker('波');
    const { code, phoneNumber } = await given(bo);
    dataOf((await wechat.me(bo, 'phoneByCode', { code })).answer);
    await joined(bo);
    const phone = async () => (await wechat.detail(ann, activity)).roster?.[0]?.phone;
    if (state === 'cancelled') {
      expect(await phone()).toBe(phoneNumber);
      const { answer } = await wechat.act(ann, 'cancel', { activity });
      expect(dataOf<ActivityDetail>(answer).roster?.[0]?.phone).toBeNull();
    } else {
      wechat.clock.advance(5 * hour - minute);
      expect(await phone()).toBe(phoneNumber);
      // By the clock: the timer has not come yet.
      wechat.clock.advance(minute);
    }
    expect(await wechat.detail(ann, activity)).toMatchObject({ state });
    expect(await phone()).toBeNull();
  });

  test('one that needs none shows none, also of those who have left one', async () => {
    const bo = await wechat.walker('波');
    dataOf((await wechat.me(bo, 'phoneByCode', { code: (await given(bo)).code })).answer);
    await joined(bo);
    expect((await wechat.detail(ann, activity)).roster).toEqual([{ nickname: '波', phone: null, waiting: false }]);
  });

  async function given(openid: string) {
    const { code } = await wechat.phoneButton(openid);
    const phoneNumber = wechat.platform.user(openid).phoneNumbers[0]?.phoneNumber;
    return { code, phoneNumber };
  }

  test('no answer holds an openid or the id of the group, whoever asks', async () => {
    const bo = await wechat.walker('波');
    const [cy, di] = people(2);
    await joined(bo, cy, di);
    for (const openid of [ann, bo, cy, di, ...people(1)]) {
      for (const route of ['detail', 'mine'] as const) {
        const { answer } = await wechat.act(openid, route, route === 'detail' ? { activity } : {});
        for (const id of [ann, bo, cy, di, group]) expect(JSON.stringify(answer)).not.toContain(id);
      }
    }
  });
});
