import { randomBytes } from 'node:crypto';
import type { ActivityDetail } from '../../../cloud/contract/contract';
import { dataOf, group, otherGroup } from '../groups';
import { codeOf, hour, minute, startWalks, type Walks } from '../walks';

const day = 24 * hour;

describe('a walk', () => {
  let wechat: Walks;
  let ann: string;
  beforeEach(async () => {
    wechat = await startWalks();
    ann = await wechat.walker('安');
  });
  afterEach(() => wechat.stop());

  test('is made by a member of the group, with nobody in it', async () => {
    const made = await wechat.create(ann);
    expect(made).toMatchObject({
      title: '环湖走一圈',
      state: 'open',
      members: 0,
      waiting: 0,
      organizer: true,
      seat: { status: 'none' },
      turn: 0,
      roster: [],
    });
    expect(wechat.walk(made.activity)).toMatchObject({ group, openid: ann });
    expect(await wechat.detail(ann, made.activity)).toEqual(made);
  });

  test('is one, however often and in how many calls at once it is made', async () => {
    const input = { requestId: randomBytes(16).toString('hex'), group, ...wechat.plan() };
    const calls = await Promise.all(Array.from({ length: 10 }, () => wechat.act(ann, 'create', input)));
    const [first] = calls;
    expect(first?.answer.ok).toBe(true);
    for (const { answer } of calls) expect(answer).toEqual(first?.answer);
    wechat.clock.advance(3 * hour);
    expect(dataOf((await wechat.act(ann, 'create', input)).answer)).toMatchObject({ state: 'started' });
    expect(wechat.cloud.documents('activities')).toHaveLength(1);
  });

  test('is another one where somebody else sends the same request', async () => {
    const input = { requestId: randomBytes(16).toString('hex'), group, ...wechat.plan() };
    const bo = await wechat.walker();
    const [one, other] = [await wechat.act(ann, 'create', input), await wechat.act(bo, 'create', input)];
    expect(dataOf<ActivityDetail>(one.answer).activity).not.toBe(dataOf<ActivityDetail>(other.answer).activity);
  });

  test('is refused to strangers, with impossible times, and with texts that WeChat refuses', async () => {
    const now = wechat.clock.now();
    const refused = async (code: string, patch: object, of = ann) => {
      const requestId = randomBytes(16).toString('hex');
      const { answer } = await wechat.act(of, 'create', { requestId, group, ...wechat.plan(patch) });
      expect(codeOf(answer)).toBe(code);
    };
    await refused('not-a-member', {}, await wechat.person());
    await refused('not-a-member', { group: otherGroup });
    await refused('invalid-input', { startsAt: now - 1 });
    await refused('invalid-input', { startsAt: now + 90 * day + minute, endsAt: now + 90 * day + hour });
    await refused('invalid-input', { endsAt: now + 2 * hour - minute });
    await refused('invalid-input', { endsAt: now + 2 * hour + day + minute });
    await refused('invalid-input', { places: 0 });
    await refused('invalid-input', { title: '' });
    await refused('content-refused', { meetingPoint: '代开发票' });
    wechat.cloud.faults.failOpenApi('security.msgSecCheck', 45009, 1);
    await refused('rate-limited', {});
    expect(wechat.cloud.documents('activities')).toEqual([]);
  });

  test('is one of 20 that a person organizes and whose end lies ahead', async () => {
    const input = () => ({ requestId: randomBytes(16).toString('hex'), group, ...wechat.plan() });
    const most = Array.from({ length: 20 }, input);
    for (const each of most) dataOf((await wechat.act(ann, 'create', each)).answer);
    const isFull = async () => codeOf((await wechat.act(ann, 'create', input())).answer) === 'activities-full';
    expect(await isFull()).toBe(true);
    // What was made already is answered, and others are not held up.
    const { activity } = dataOf<ActivityDetail>((await wechat.act(ann, 'create', most[0] ?? {})).answer);
    await wechat.create(await wechat.walker());
    // The group's list has it all the same: nobody fills that with what is called off.
    dataOf((await wechat.act(ann, 'cancel', { activity })).answer);
    expect(await isFull()).toBe(true);
    wechat.clock.advance(5 * hour + minute);
    expect(await isFull()).toBe(false);
  });
});
