import { boardWith } from '../../unit/hooks/boards';
import { activityId, noon, seated, walkWith } from '../../unit/hooks/walks';
import { FakeWechat, answers, refusal } from '../setup/fake-wechat';
import { launchGroup, launchHome } from '../setup/launch';
import { asked, launchWalk, wechatWith } from './walk';
import type { ActivitySummary } from '../../../cloud/contract/contract';

beforeEach(() => jest.useFakeTimers({ now: noon, doNotFake: ['setTimeout', 'clearTimeout', 'setImmediate'] }));
afterEach(() => jest.useRealTimers());

const listed = (activity: string, change: Partial<ActivitySummary> = {}): ActivitySummary => {
  const { turn: _turn, roster: _roster, ...walk } = walkWith();
  return { ...walk, activity, ...change };
};

describe("a group's walks", () => {
  const group = async (...activities: ActivitySummary[]) => {
    const wechat = new FakeWechat();
    wechat.script.routes['share/board'] = answers(boardWith({ avatars: '000' }));
    wechat.script.routes['activity/ofGroup'] = answers({ activities });
    return { wechat, ...(await launchGroup(wechat, 'group-weekend')) };
  };

  it('none: the way to one', async () => {
    const { wechat, screen, tap } = await group();
    expect(screen.getByText('还没有约着走')).toBeTruthy();
    await tap('约一次同行');
    expect(wechat.visited).toEqual(['/packages/plan/index?group=group-weekend']);
  });

  it('that could not be read are not called none', async () => {
    const wechat = new FakeWechat();
    wechat.script.routes['share/board'] = answers(boardWith({ avatars: '000' }));
    wechat.script.routes['activity/ofGroup'] = () => Promise.resolve(refusal('cloud-error', true));
    const { screen } = await launchGroup(wechat, 'group-weekend');
    expect(screen.getByText('一起走')).toBeTruthy();
    expect(screen.queryByText('还没有约着走')).toBeNull();
    expect(screen.getByText('约一次同行')).toBeTruthy();
  });

  it('are read once; the next stands above the ranking, the others below it', async () => {
    const { wechat, screen, tap } = await group(
      listed('1'),
      listed('2', { title: '颐和园', place: '东宫门', seat: seated, members: 30 }),
    );
    expect(asked(wechat)).toEqual(['share/board', 'activity/ofGroup']);
    expect(screen.getByText('明天 09:00 · 香山公园')).toBeTruthy();
    expect(screen.getByText('12/30 人')).toBeTruthy();
    const [next, later] = [screen.getByText('香山环线'), screen.getByText('颐和园')];
    const ranking = screen.getByText('昨天');
    expect(next.compareDocumentPosition(ranking)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
    expect(later.compareDocumentPosition(ranking)).toBe(Node.DOCUMENT_POSITION_PRECEDING);
    await tap('颐和园');
    expect(wechat.visited).toEqual(['/pages/activity/index?activity=2']);
  });

  it('one that was called off is not the next one', async () => {
    const { screen } = await group(listed('1', { state: 'cancelled' }), listed('2', { title: '颐和园' }));
    const ranking = screen.getByText('昨天');
    expect(screen.getByText('颐和园').compareDocumentPosition(ranking)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
    expect(screen.getByText('香山环线').compareDocumentPosition(ranking)).toBe(Node.DOCUMENT_POSITION_PRECEDING);
  });

  it.each<[string, Partial<ActivitySummary>]>([
    ['可报名', {}],
    ['满员', { members: 30 }],
    ['已报名', { seat: seated }],
    ['候补中', { seat: { status: 'waiting', ahead: 2 } }],
    ['我发起的', { organizer: true }],
    ['进行中', { state: 'started', seat: seated }],
    ['已取消', { state: 'cancelled' }],
    ['已结束', { state: 'ended' }],
  ])('%s', async (tag, change) => {
    const { screen } = await group(listed('1', change));
    expect(screen.getByText(tag)).toBeTruthy();
  });

  it('are read anew when the page comes back to the front', async () => {
    const { wechat, screen, hide, show } = await group();
    wechat.script.routes['activity/ofGroup'] = answers({ activities: [listed('1')] });
    await hide();
    jest.setSystemTime(noon + 2_000);
    await show();
    expect(screen.getByText('香山环线')).toBeTruthy();
  });
});

describe('my walks', () => {
  const home = (wechat: FakeWechat) => {
    wechat.script.routes['share/groups'] = answers({ groups: [] });
    return launchHome(wechat);
  };

  it('cost nothing who never had one', async () => {
    const wechat = wechatWith();
    const { screen } = await home(wechat);
    expect(asked(wechat)).not.toContain('activity/mine');
    expect(screen.queryByText('我的活动')).toBeNull();
    await launchWalk(wechat);
    await home(wechat);
    expect(asked(wechat)).not.toContain('activity/mine');
  });

  it.each([['a place', { seat: seated }] as const, ['it to organize', { organizer: true }] as const])(
    'are shown to who has %s, until there are none',
    async (_, change) => {
      const wechat = wechatWith(change);
      await launchWalk(wechat);
      wechat.script.routes['activity/mine'] = answers({ activities: [listed(activityId, change)] });
      const first = await home(wechat);
      expect(first.screen.getByText('我的活动')).toBeTruthy();
      await first.tap('香山环线');
      expect(wechat.visited).toEqual([`/pages/activity/index?activity=${activityId}`]);
      wechat.script.routes['activity/mine'] = answers({ activities: [] });
      await home(wechat);
      const calls = asked(wechat).length;
      const { screen } = await home(wechat);
      expect(screen.queryByText('我的活动')).toBeNull();
      expect(asked(wechat).slice(calls)).not.toContain('activity/mine');
    },
  );
});
