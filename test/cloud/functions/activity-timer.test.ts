import { randomBytes } from 'node:crypto';
import type { ActivityDetail } from '../../../cloud/contract/contract';
import { schema } from '../../../cloud/schema';
import { dataOf, group } from '../groups';
import { eventually } from '../../eventually';
import { codeOf, hour, minute, startWalk, timerEvent, type Walks } from '../walks';

describe('the timer', () => {
  let wechat: Walks;
  let ann: string;
  let activity: string;
  beforeEach(async () => {
    ({ wechat, ann, activity } = await startWalk());
  });
  afterEach(() => wechat.stop());

  /** Walks like the one that is there; answers their ids. */
  async function copies(count: number, patch: object): Promise<readonly string[]> {
    const ids = Array.from({ length: count }, (_, index) => String(index).padStart(32, '0'));
    await wechat.put(
      'activities',
      ids.map((_id) => ({ ...wechat.walk(activity), _id, ...patch })),
    );
    return ids;
  }

  test('starts a walk at its time and ends it at its end, and its cards say so', async () => {
    const activityId = await wechat.sent(ann, activity);
    wechat.clock.advance(2 * hour - minute);
    await wechat.timer();
    expect(wechat.walk(activity).state).toBe('open');
    wechat.clock.advance(minute);
    await wechat.timer();
    expect(wechat.walk(activity)).toMatchObject({ state: 'started', dirty: false });
    expect(wechat.told(activityId).history).toEqual([1]);
    wechat.clock.advance(3 * hour);
    await wechat.timer();
    expect(wechat.walk(activity)).toMatchObject({ state: 'ended', dirty: false });
    expect(wechat.told(activityId).history).toEqual([1, 2]);
    await wechat.timer();
    expect(wechat.tellings()).toBe(2);
  });

  test('ends a walk that it missed altogether, and one that its organizer started early', async () => {
    const early = (await wechat.create(ann)).activity;
    const off = (await wechat.create(ann)).activity;
    dataOf((await wechat.act(ann, 'start', { activity: early })).answer);
    dataOf((await wechat.act(ann, 'cancel', { activity: off })).answer);
    wechat.clock.advance(6 * hour);
    await wechat.timer();
    expect([activity, early, off].map((id) => wechat.walk(id).state)).toEqual(['ended', 'ended', 'cancelled']);
  });

  test('ends a walk that began days before its time after as long as it was planned to last', async () => {
    const startsAt = wechat.clock.now() + 80 * 24 * hour;
    const { activity: early } = await wechat.create(ann, { startsAt, endsAt: startsAt + 3 * hour });
    const { startsAt: begun, endsAt } = dataOf<ActivityDetail>(
      (await wechat.act(ann, 'start', { activity: early })).answer,
    );
    expect(Math.abs(begun - wechat.clock.now())).toBeLessThan(minute);
    expect(endsAt - begun).toBe(3 * hour);
    wechat.clock.advance(2 * hour);
    expect(dataOf<ActivityDetail>((await wechat.act(ann, 'start', { activity: early })).answer).endsAt).toBe(endsAt);
    wechat.clock.advance(hour + minute);
    await wechat.timer();
    expect(wechat.walk(early).state).toBe('ended');
    const { answer } = await wechat.act(ann, 'mine');
    expect(JSON.stringify(answer)).not.toContain(early);
  });

  test('and the lists read parts of walks: fifty of the largest stay within what a query may answer', async () => {
    const walkers = Array.from({ length: 550 }, () => `o${randomBytes(13).toString('hex')}`);
    const [longest, turns] = ['䶮', Object.fromEntries(walkers.map((openid) => [openid, 12]))];
    const texts = { title: longest.repeat(30), place: longest.repeat(40), meetingPoint: longest.repeat(60) };
    const people = { roster: walkers, people: walkers, turns, seen: {}, free: 0 };
    const waiting = { dirty: true, cardsUntil: wechat.clock.now() + hour };
    const ids = await copies(50, { ...texts, places: 500, ...people, ...waiting });
    for (const answer of [(await wechat.act(ann, 'mine')).answer, (await wechat.act(ann, 'ofGroup', { group })).answer])
      expect(dataOf<{ activities: unknown[] }>(answer).activities).toHaveLength(50);
    // A run begins none after four seconds: on a busy machine it takes several.
    for (let run = 0; run < 20 && ids.some((id) => wechat.walk(id).dirty); run += 1) dataOf(await wechat.timer());
    expect(ids.some((id) => wechat.walk(id).dirty)).toBe(false);
  });

  test('renews nothing that is past: a card that has expired is not told, nor replaced', async () => {
    const activityId = await wechat.sent(ann, activity);
    wechat.clock.advance(25 * hour);
    await wechat.timer();
    expect(wechat.tellings()).toBe(0);
    expect(wechat.platform.updatable.all).toHaveLength(1);
    expect(wechat.told(activityId).history).toEqual([]);
    expect(wechat.walk(activity)).toMatchObject({ cards: [], dirty: false });
  });

  test('comes by itself, as config.json says: when the clock has come to a start, the card says so', async () => {
    const clocked = await startWalk({}, { timers: true });
    try {
      expect(clocked.wechat.cloud.timers).toEqual([
        expect.objectContaining({ function: 'activity', trigger: 'repair', cron: '0 */1 * * * * *' }),
      ]);
      const card = await clocked.wechat.sent(clocked.ann, clocked.activity);
      clocked.wechat.clock.advance(2 * hour + minute);
      await eventually(() => clocked.wechat.told(card).state === 1, 'the card to say that the walk has begun');
    } finally {
      await clocked.wechat.stop();
    }
  });

  test('repairs at most fifty a run, whoever was left longest first, and all of them in the end', async () => {
    const ids = await copies(60, { dirty: true, cardsUntil: wechat.clock.now() + hour });
    expect(await wechat.timer()).toEqual({ ok: true, data: { published: 50 } });
    expect(await wechat.timer()).toEqual({ ok: true, data: { published: 10 } });
    expect(ids.every((id) => !wechat.walk(id).dirty)).toBe(true);
  });

  test('queues no walk without a card that lives: those that have one are told in the same run', async () => {
    const activityId = await wechat.sent(ann, activity);
    const ids = await copies(120, { cards: [{ activityId: 'expired', expiresAt: 1, state: 0 }], cardsUntil: 1 });
    wechat.clock.advance(2 * hour);
    expect(await wechat.timer()).toEqual({ ok: true, data: { published: 1 } });
    expect(wechat.told(activityId).history).toEqual([1]);
    for (const id of ids) expect(wechat.walk(id)).toMatchObject({ state: 'started', dirty: false, cards: [] });
    // What nobody can tell any more costs nothing.
    const { record } = await wechat.send({ name: 'activity', event: timerEvent, source: 'wx_trigger' });
    expect(record.examined).toBe(0);
  });

  test('keeps a walk for 180 days once it is over, and then nothing of it', async () => {
    const over = wechat.walk(activity).endsAt + 180 * 24 * hour;
    const [cancelled = ''] = await copies(1, { state: 'cancelled', endsAt: over - hour });
    wechat.clock.advance(over - minute - wechat.clock.now());
    await wechat.timer();
    expect(wechat.walk(activity).state).toBe('ended');
    wechat.clock.advance(2 * minute);
    await wechat.timer();
    expect(() => wechat.walk(activity)).toThrow('no such walk');
    expect(wechat.walk(cancelled).state).toBe('cancelled');
    expect(codeOf((await wechat.act(ann, 'detail', { activity })).answer)).toBe('activity-missing');
  });

  test('looks at what is due and at nothing else, by indexes', async () => {
    await copies(200, {});
    const { record } = await wechat.send({ name: 'activity', event: timerEvent, source: 'wx_trigger' });
    expect(record.examined).toBeLessThanOrEqual(1);
    for (const { index } of record.database) expect(indexes).toContain(index);
  });

  const indexes = [
    '_id_',
    ...(schema.find(({ name }) => name === 'activities')?.indexes ?? []).map(({ name }) => name),
  ];

  test('is nobody’s to play: a person who sends its event is refused, and nothing happens', async () => {
    wechat.clock.advance(2 * hour);
    const before = wechat.walk(activity);
    const play = async (source: string, openid?: string) => {
      const { answer } = await wechat.send({ name: 'activity', event: timerEvent, source, ...(openid && { openid }) });
      expect(['unknown-route', 'invalid-input', 'not-signed-in']).toContain(codeOf(answer));
    };
    await play('wx_client', ann);
    await play('wx_trigger', ann);
    await play('wx_client');
    await play('wx_http');
    await play('wx_client,wx_trigger');
    await play('wx_trigger,scf');
    await play('');
    const forged = await wechat.act(ann, 'mine', timerEvent);
    expect(codeOf(forged.answer)).toBe('invalid-input');
    expect(wechat.walk(activity)).toEqual(before);
  });

  test('and a trigger without its event is nobody', async () => {
    const { answer } = await wechat.send({ name: 'activity', event: { $url: 'mine' }, source: 'wx_trigger' });
    expect(codeOf(answer)).toBe('not-signed-in');
  });
});
