import { maxWaiting, type ActivityDetail } from '../../../cloud/contract/activity';
import { dataOf, group } from '../groups';
import { codeOf, minute, startWalks, type Walks } from '../walks';
import { eventually } from '../../eventually';

/** That the next text is being checked. */
const isChecking = ({ cloud }: Walks) => eventually(() => cloud.faults.armed.length === 0, 'the text to be checked');

describe('forgetting somebody who walks', () => {
  let wechat: Walks;
  let ann: string;
  let bo: string;
  let activity: string;
  beforeEach(async () => {
    wechat = await startWalks();
    [ann, bo] = [await wechat.walker('安'), await wechat.walker('波')];
    ({ activity } = await wechat.create(ann, { places: 1 }));
  });
  afterEach(() => wechat.stop());

  const forget = async (openid: string) => dataOf((await wechat.me(openid, 'forgetEverything')).answer);
  const isKnown = (openid: string) => JSON.stringify(wechat.cloud.documents('activities')).includes(openid);

  test('takes them out of the roster: who waits moves up, and the cards follow', async () => {
    const activityId = await wechat.sent(ann, activity);
    const [cy = '', di = ''] = wechat.crowd(2);
    for (const openid of [bo, cy]) dataOf(await wechat.join(openid, activity));
    await forget(bo);
    expect(isKnown(bo)).toBe(false);
    expect(wechat.walk(activity)).toMatchObject({ roster: [cy], free: maxWaiting });
    expect((await wechat.detail(cy, activity)).seat).toEqual({ status: 'seated', movedUp: true });
    dataOf(await wechat.leave(cy, activity));
    dataOf(await wechat.join(di, activity));
    await forget(di);
    await wechat.timer();
    expect(wechat.told(activityId)).toMatchObject({ state: 0, parameters: { member_count: '0' } });
  });

  test('leaves no trace of them where they have left again, or where the walk is over', async () => {
    dataOf(await wechat.join(bo, activity));
    dataOf(await wechat.leave(bo, activity));
    const ended = (await wechat.create(ann)).activity;
    dataOf(await wechat.join(bo, ended));
    dataOf((await wechat.act(ann, 'cancel', { activity: ended })).answer);
    expect(isKnown(bo)).toBe(true);
    await forget(bo);
    expect(isKnown(bo)).toBe(false);
  });

  test('leaves as much of what they organized as ends a card that a phone had ready and sends later', async () => {
    const card = await wechat.card(bo, activity);
    await forget(ann);
    await wechat.timer();
    expect([ann, '环湖', '东湖', '北门', group].some(isKnown)).toBe(false);
    const message = await wechat.sendCard(bo, card);
    dataOf((await wechat.act(bo, 'shared', { activity })).answer);
    expect(wechat.cardSays(message)).toBe('已结束');
    await wechat.timer();
    expect(wechat.cloud.documents('activities')).toEqual([]);
  });

  test('makes no card of what they organized from then on, also while the rest of them is being deleted', async () => {
    // Their pictures, three updates of walks, one removal; then everything else.
    wechat.cloud.faults.killFunction('me', 1, { afterDatabaseCalls: 5 });
    await expect(wechat.me(ann, 'forgetEverything')).rejects.toBeDefined();
    expect(wechat.cloud.documents('memberships')).toHaveLength(2);
    expect(codeOf((await wechat.act(bo, 'card', { activity })).answer)).toBe('activity-missing');
    await forget(ann);
    expect(isKnown(ann)).toBe(false);
  });

  test('keeps that no longer than such a card would live', async () => {
    await wechat.card(bo, activity);
    await forget(ann);
    wechat.clock.advance(24 * 60 * minute);
    await wechat.timer();
    expect(wechat.cloud.documents('activities')).toEqual([]);
  });

  test('removes what they organized; a card that is out ends first, and then the rest goes too', async () => {
    const activityId = await wechat.sent(ann, activity);
    const bare = (await wechat.create(ann)).activity;
    dataOf(await wechat.join(bo, activity));
    await forget(ann);
    expect([ann, bo, '环湖', '东湖', '北门', group, bare].some(isKnown)).toBe(false);
    expect(codeOf((await wechat.act(bo, 'detail', { activity })).answer)).toBe('activity-missing');
    wechat.cloud.faults.failOpenApi('updatableMessage.setUpdatableMsg', 45009, 1);
    await wechat.timer();
    expect(wechat.cloud.documents('activities')).toHaveLength(1);
    wechat.clock.advance(minute);
    await wechat.timer();
    expect(wechat.told(activityId).history.at(-1)).toBe(2);
    expect(wechat.cloud.documents('activities')).toEqual([]);
  });
});

describe('a walk whose text is being checked', () => {
  let wechat: Walks;
  let ann: string;
  let input: object;
  beforeEach(async () => {
    wechat = await startWalks();
    ann = await wechat.walker('安');
    input = { requestId: 'a'.repeat(32), group, ...wechat.plan() };
    wechat.cloud.faults.delayOpenApi('security.msgSecCheck', 3_000, 1, 'before');
  });
  afterEach(() => wechat.stop());

  test.each([
    ['was forgotten', (openid: string) => wechat.me(openid, 'forgetEverything')],
    ['has left the group', (openid: string) => wechat.quit(openid)],
  ])('is none of somebody who %s meanwhile', async (_, go) => {
    const making = wechat.act(ann, 'create', input);
    await isChecking(wechat);
    dataOf((await go(ann)).answer);
    expect(codeOf((await making).answer)).toBe('not-a-member');
    expect(wechat.cloud.documents('activities')).toEqual([]);
  });

  test('stays where another call has made it and somebody is in it', async () => {
    const late = wechat.act(ann, 'create', input);
    await isChecking(wechat);
    const { activity } = dataOf<ActivityDetail>((await wechat.act(ann, 'create', input)).answer);
    const bo = await wechat.walker();
    dataOf(await wechat.join(bo, activity));
    dataOf((await wechat.quit(ann)).answer);
    expect(codeOf((await late).answer)).toBe('not-a-member');
    expect(wechat.walk(activity).roster).toEqual([bo]);
  });
});
