import { FakeWechat, fails, refusal } from '../setup/fake-wechat';
import { launchProbe } from '../setup/launch';

const load = () => import('./SharePage');
const tapped = (wechat: FakeWechat) => wechat.calls.filter(({ data }) => data['$url'] === 'tapped');

describe('a page that shares', () => {
  it('asks for tickets before anybody can tap, and again each time it is shown', async () => {
    const wechat = new FakeWechat();
    const { show } = await launchProbe(wechat, load);
    const ticket = { api: 'showShareMenu', withShareTicket: true, menus: ['shareAppMessage'] };
    expect(wechat.menu[0]).toEqual(ticket);
    const before = wechat.menu.length;
    await show();
    expect(wechat.menu.slice(before)).toEqual([ticket]);
  });

  it('tells WeChat at once what the card says, by button and by menu, and says it anew after a change', async () => {
    const wechat = new FakeWechat();
    const { share, tap, settle } = await launchProbe(wechat, load);
    expect(share('button')).toEqual({ title: '第 0 步', path: '/pages/group/index?step=0' });
    await tap('下一步');
    expect(share('menu')).toEqual({
      title: '第 1 步',
      path: '/pages/group/index?step=1',
      imageUrl: 'cloud://env/cover.png',
    });
    await settle();
  });

  it('counts taps: who, where, by what, each once', async () => {
    const wechat = new FakeWechat();
    const { share, settle } = await launchProbe(wechat, load);
    share('button');
    await settle();
    share('menu');
    await settle();
    const requestId = 'ab'.repeat(16);
    expect(tapped(wechat)).toEqual([
      { name: 'share', data: { $url: 'tapped', page: 'home', from: 'button', requestId } },
      { name: 'share', data: { $url: 'tapped', page: 'home', from: 'menu', requestId } },
    ]);
  });

  it('shares all the same where a tap cannot be counted', async () => {
    const warn = jest.spyOn(console, 'warn').mockImplementation(() => undefined);
    const wechat = new FakeWechat();
    wechat.script.routes['share/tapped'] = () => Promise.resolve(refusal('internal'));
    const { share, settle, screen } = await launchProbe(wechat, load);
    expect(share('button')).toMatchObject({ title: '第 0 步' });
    await settle();
    expect(warn).toHaveBeenCalledTimes(1);
    expect(screen.getByText('可以分享')).toBeTruthy();
    warn.mockRestore();
  });

  it('shares an ordinary card without a ticket where WeChat gives none', async () => {
    const warn = jest.spyOn(console, 'warn').mockImplementation(() => undefined);
    const wechat = new FakeWechat();
    wechat.script.showShareMenu = fails({ errMsg: 'showShareMenu:fail' });
    const { screen } = await launchProbe(wechat, load);
    expect(screen.getByText('可以分享')).toBeTruthy();
    expect(warn).toHaveBeenCalled();
    warn.mockRestore();
  });
});

describe('coming back from choosing a chat', () => {
  it('is told of as it was at the tap, whatever has changed meanwhile', async () => {
    const wechat = new FakeWechat();
    const { screen, tap, share, hide, show } = await launchProbe(wechat, load);
    await tap('下一步');
    share('menu');
    await tap('下一步');
    expect(screen.getByText('可以分享')).toBeTruthy();
    await hide();
    await show();
    expect(screen.getByText('第 1 步分享的卡片不更新')).toBeTruthy();
    share('button');
    await tap('没有了');
    await hide();
    await show();
    expect(screen.getByText('第 2 步分享的卡片跟着更新')).toBeTruthy();
  });

  it('is told of once, and only after a tap', async () => {
    const wechat = new FakeWechat();
    const { screen, tap, share, hide, show } = await launchProbe(wechat, load);
    await hide();
    await show();
    expect(screen.queryByText(/分享的卡片/)).toBeNull();
    share('button');
    await hide();
    await show();
    await tap('下一步');
    await hide();
    await show();
    expect(screen.getByText('第 0 步分享的卡片不更新')).toBeTruthy();
  });
});

describe('a card that follows something', () => {
  it('can be shared once WeChat has taken it over, not before', async () => {
    const wechat = new FakeWechat();
    let took: (value: unknown) => void = () => undefined;
    wechat.script.updateShareMenu = () => new Promise((resolve) => (took = resolve));
    const { screen, tap, settle } = await launchProbe(wechat, load);
    await tap('下一步');
    expect(screen.getByText('还不能分享')).toBeTruthy();
    expect(screen.getByText('分享')).toHaveProperty('disabled', true);
    expect(wechat.menu.filter(({ api }) => api === 'updateShareMenu')).toEqual([]);

    await tap('下一步');
    expect(wechat.menu[wechat.menu.length - 1]).toEqual({
      api: 'updateShareMenu',
      withShareTicket: true,
      isUpdatableMessage: true,
      activityId: 'activity-2',
      templateInfo: { templateId: 'template', parameterList: [{ name: 'member_count', value: '2' }] },
    });
    expect(screen.getByText('还不能分享')).toBeTruthy();
    await settle(() => took({}));
    expect(screen.getByText('可以分享')).toBeTruthy();
    expect(screen.getByText('分享')).toHaveProperty('disabled', false);
  });

  it('has to be taken over anew when it follows something else; the older answer does not count', async () => {
    const wechat = new FakeWechat();
    const took: ((value: unknown) => void)[] = [];
    wechat.script.updateShareMenu = () => new Promise((resolve) => took.push(resolve));
    const { screen, tap, settle } = await launchProbe(wechat, load);
    for (const step of ['下一步', '下一步', '下一步', '下一步']) await tap(step);
    // One after the other, and what nobody wants any more not at all.
    expect(took).toHaveLength(1);
    await settle(() => took[0]?.({}));
    expect(screen.getByText('还不能分享')).toBeTruthy();
    expect(wechat.menu[wechat.menu.length - 1]).toMatchObject({ activityId: 'activity-4' });
    await settle(() => took[1]?.({}));
    expect(screen.getByText('可以分享')).toBeTruthy();
  });

  it('says why it cannot, and tries again', async () => {
    const wechat = new FakeWechat();
    wechat.script.updateShareMenu = fails({ errMsg: 'updateShareMenu:fail timeout' });
    const { screen, tap } = await launchProbe(wechat, load);
    await tap('下一步');
    await tap('下一步');
    expect(screen.getByText('还不能分享：timeout')).toBeTruthy();
    wechat.script.updateShareMenu = () => Promise.resolve({});
    await tap('再试');
    expect(screen.getByText('可以分享')).toBeTruthy();
  });

  it('is left alone while another page is in front, whose menu it would be', async () => {
    const wechat = new FakeWechat();
    const { tap, hide, show } = await launchProbe(wechat, load);
    await tap('下一步');
    await hide();
    const before = wechat.menu.length;
    await tap('下一步');
    expect(wechat.menu).toHaveLength(before);
    await show();
    expect(wechat.menu.slice(before).map(({ api }) => api)).toEqual(['showShareMenu', 'updateShareMenu']);
  });

  it('is an ordinary one again once there is nothing to follow, in the menu too', async () => {
    const wechat = new FakeWechat();
    const { tap, show } = await launchProbe(wechat, load);
    for (const step of ['下一步', '下一步']) await tap(step);
    const before = wechat.menu.length;
    await tap('没有了');
    const ends = { api: 'updateShareMenu', isUpdatableMessage: false };
    expect(wechat.menu.slice(before)).toEqual([expect.objectContaining({ api: 'showShareMenu' }), ends]);
    await show();
    expect(wechat.menu.filter((change) => change.isUpdatableMessage === false && change.withShareTicket)).toEqual([]);
  });
});
