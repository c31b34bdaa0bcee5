import { activityId, cardWith, hour, noon, walkWith } from '../../unit/hooks/walks';
import { answers, refusal } from '../setup/fake-wechat';
import { asked, launchWalk, wechatWith } from './walk';

beforeEach(() => jest.useFakeTimers({ now: noon, doNotFake: ['setTimeout', 'clearTimeout', 'setImmediate'] }));
afterEach(() => jest.useRealTimers());

describe('sharing', () => {
  it('waits until WeChat has taken the card over, which follows the walk', async () => {
    const wechat = wechatWith();
    let took: (value: unknown) => void = () => undefined;
    wechat.script.updateShareMenu = () => new Promise((resolve) => (took = resolve));
    const { screen, settle, share } = await launchWalk(wechat);
    expect(screen.getByText('分享到群')).toHaveProperty('disabled', true);
    expect(wechat.menu[wechat.menu.length - 1]).toMatchObject({
      isUpdatableMessage: true,
      activityId: 'wechat-1',
      templateInfo: { templateId: 'template', parameterList: cardWith().parameters },
    });
    await settle(() => took({}));
    expect(screen.getByText('分享到群')).toHaveProperty('disabled', false);
    expect(share('button')).toEqual({
      title: '香山环线',
      path: `/pages/activity/index?activity=${activityId}`,
      imageUrl: '/assets/card.png',
    });
  });

  it('says the date where the card stops following before the walk starts', async () => {
    const startsAt = noon + 30 * hour;
    const { screen, share } = await launchWalk(wechatWith({ startsAt, endsAt: startsAt + hour }));
    expect(share('menu')).toMatchObject({ title: '11月21日 周六 18:00 香山环线' });
    expect(screen.getByText('卡片更新到明天 12:00，到时再分享一次。')).toBeTruthy();
  });

  it('says that it is shared again before the start where the card stops following during the walk', async () => {
    const startsAt = noon + 23 * hour;
    const { screen, share, hide, show } = await launchWalk(wechatWith({ startsAt, endsAt: startsAt + 5 * hour }));
    expect(screen.getByText('卡片更新到明天 12:00，开始前再分享一次。')).toBeTruthy();
    expect(share('button')).toMatchObject({ title: '香山环线' });
    await hide();
    await show();
    expect(screen.getByText('重新分享')).toBeTruthy();
    expect(screen.getByText('上次的卡片更新到明天 12:00，开始前再分享一次。')).toBeTruthy();
  });

  it('does not ask for more than a card can do: of a whole day one that begins with it is as good as any', async () => {
    const startsAt = noon + hour;
    const { screen, share, hide, show } = await launchWalk(wechatWith({ startsAt, endsAt: startsAt + 24 * hour }));
    expect(screen.queryByText(/^卡片更新到/)).toBeNull();
    share('button');
    await hide();
    await show();
    expect(screen.getByText('分享到别的群')).toBeTruthy();
  });

  it('again, where the card that was shared has stopped following', async () => {
    const startsAt = noon + 72 * hour;
    const wechat = wechatWith({ startsAt, endsAt: startsAt + hour });
    const first = await launchWalk(wechat);
    first.share('button');
    await first.hide();
    await first.show();
    expect(first.screen.getByText('重新分享')).toBeTruthy();
    expect(first.screen.getByText('上次的卡片更新到明天 12:00，到时再分享一次。')).toBeTruthy();
    jest.setSystemTime(noon + 25 * hour);
    const { screen } = await launchWalk(wechat);
    expect(screen.getByText('上次分享的卡片已经停止更新。')).toBeTruthy();
  });

  it('has the cards told anew once the person is back, and only then', async () => {
    const wechat = wechatWith();
    const { share, hide, show } = await launchWalk(wechat);
    const told = () => asked(wechat).filter((route) => route === 'activity/shared').length;
    share('menu');
    await hide();
    expect(told()).toBe(0);
    await show();
    expect(told()).toBe(1);
    await hide();
    await show();
    expect(told()).toBe(1);
  });

  it('has them told anew also where the walk began while the chat was being chosen', async () => {
    const wechat = wechatWith();
    const { share, hide, show, screen } = await launchWalk(wechat);
    share('button');
    wechat.script.routes['activity/detail'] = answers(walkWith({ state: 'started', rev: 9 }));
    await hide();
    await show();
    expect(screen.queryByText('分享到群')).toBeNull();
    expect(asked(wechat).filter((route) => route === 'activity/shared')).toHaveLength(1);
  });

  it('is not said to follow where WeChat had not taken it over yet at the tap', async () => {
    const wechat = wechatWith();
    let took: (value: unknown) => void = () => undefined;
    wechat.script.updateShareMenu = () => new Promise((resolve) => (took = resolve));
    const { screen, settle, share, hide, show } = await launchWalk(wechat);
    share('menu');
    await settle(() => took({}));
    await hide();
    await show();
    expect(screen.getByText('分享到群')).toBeTruthy();
    share('menu');
    await hide();
    await show();
    expect(screen.getByText('分享到别的群')).toBeTruthy();
  });

  it('goes on with the id that is there where a better one is not to be had', async () => {
    const wechat = wechatWith();
    const { screen, hide, show } = await launchWalk(wechat);
    jest.setSystemTime(noon + 4 * hour);
    wechat.script.routes['activity/card'] = () => Promise.resolve(refusal('rate-limited', true));
    await hide();
    await show();
    expect(wechat.calls.filter(({ data }) => data['$url'] === 'card')).toHaveLength(2);
    expect(screen.getByText('分享到群')).toHaveProperty('disabled', false);
    expect(screen.queryByText(/^卡片还没有准备好/)).toBeNull();
  });

  it('says why no card could be prepared, and tries again', async () => {
    const wechat = wechatWith();
    wechat.script.routes['activity/card'] = () => Promise.resolve(refusal('rate-limited', true));
    const { screen, tap } = await launchWalk(wechat);
    expect(screen.getByText(/^卡片还没有准备好/)).toBeTruthy();
    wechat.script.routes['activity/card'] = answers(cardWith());
    await tap('再试一次');
    expect(screen.queryByText(/^卡片还没有准备好/)).toBeNull();
    expect(screen.getByText('分享到群')).toHaveProperty('disabled', false);
  });
});

describe('who comes by a card', () => {
  it('of the group sees the walk, is put on no board by that, and finds the way to it', async () => {
    const wechat = wechatWith();
    wechat.enterOptions = {
      path: 'pages/activity/index',
      query: { activity: activityId },
      scene: 1044,
      chatType: 3,
      shareTicket: 't',
    };
    const { screen, tap } = await launchWalk(wechat);
    expect(screen.getByText('香山环线')).toBeTruthy();
    await tap('上这个群的步数榜');
    expect(wechat.visited).toEqual(['/pages/group/index']);
    expect(asked(wechat)).toEqual(['activity/detail']);
    expect(wechat.asked).not.toContain('getGroupEnterInfo');
  });

  it('of the group, and is back from the recent list, comes by no card any more', async () => {
    const wechat = wechatWith();
    const entry = { path: 'pages/activity/index', query: { activity: activityId } };
    wechat.enterOptions = { ...entry, scene: 1044, chatType: 3, shareTicket: 't' };
    const { screen, hide, show } = await launchWalk(wechat);
    await hide();
    wechat.enterOptions = { ...entry, scene: 1089 };
    await show();
    expect(screen.queryByText('上这个群的步数榜')).toBeNull();
  });

  it.each([
    ['in a chat of two', { scene: 1007, chatType: 1 }],
    ['by its reminder in a group', { scene: 1231, chatType: 3 }],
    ['by a card of their own', { scene: 1008, chatType: 3 }],
  ])('%s sees the walk and may join', async (_, entry) => {
    const wechat = wechatWith();
    wechat.enterOptions = { path: 'pages/activity/index', query: { activity: activityId }, ...entry };
    const { screen } = await launchWalk(wechat);
    expect(screen.getByText('报名')).toHaveProperty('disabled', false);
    expect(screen.queryByText('上这个群的步数榜')).toBeNull();
    expect(asked(wechat)).toEqual(['activity/detail']);
  });
});
