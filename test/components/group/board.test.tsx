import { boardWith } from '../../unit/hooks/boards';
import { fails, refusal, answers } from '../setup/fake-wechat';
import { launchGroup } from '../setup/launch';
import { GROUP, asked, boardOf, listed, mine, wait, wechatWith } from './group-screen';

const offline = fails({ errMsg: 'cloud.callFunction:fail request:fail' });
const card = (shareTicket: string) => ({ path: 'pages/group/index', query: {}, scene: 1044, chatType: 3, shareTicket });

describe('what a member sees', () => {
  it('everybody by steps, and my own row above all', async () => {
    const { screen } = await launchGroup(wechatWith(), GROUP);
    expect(screen.getByText('3 人，2 人今天有步数')).toBeTruthy();
    expect(mine()).toBe('1 Ann 3,000');
    expect(listed()).toEqual(['1 Ann 3,000', '2 Bo 2,000', '- 同伴 cy-0 今天还没有步数']);
  });

  it('equals on one rank, and the next one after them all', async () => {
    const board = boardWith({
      me: 3,
      members: ['ann-0001', 'bo-00001', 'cy-00001', 'di-00001'],
      nicknames: ['Ann', 'Bo', 'Cy', 'Di'],
      avatars: '0000',
      todaySteps: [3000, 2000, 2000, 1000],
      yesterdaySteps: [-1, -1, -1, -1],
    });
    await launchGroup(wechatWith(board), GROUP);
    expect(listed()).toEqual(['1 Ann 3,000', '2 Bo 2,000', '2 Cy 2,000', '4 Di 1,000']);
    expect(mine()).toBe('4 Di 1,000');
  });

  it('yesterday, with my row of yesterday', async () => {
    const { screen, tap } = await launchGroup(wechatWith(), GROUP);
    await tap('昨天');
    expect(screen.getByText('3 人，2 人昨天有步数')).toBeTruthy();
    expect(listed()).toEqual(['1 Bo 4,000', '2 Ann 1,000', '- 同伴 cy-0 没有记录']);
    expect(mine()).toBe('2 Ann 1,000');
  });

  it('no steps of who hides them; I see my own, and that others do not', async () => {
    await launchGroup(wechatWith(boardWith({ visible: false, todaySteps: [3000, -2, 500] })), GROUP);
    expect(listed()).toEqual(['1 同伴 cy-0 500', '- Ann 3,000 · 未公开', '- Bo 未公开']);
    expect(mine()).toBe('- Ann 3,000 · 未公开');
  });

  it('my own row also where it is far below, and my face in it', async () => {
    const wechat = wechatWith(boardOf(500, 321));
    const { settle } = await launchGroup(wechat, GROUP);
    expect(mine()).toBe('322 第321个 49,679');
    await settle(() => wait(200));
    expect(document.querySelector('.group__mine img')?.getAttribute('src')).toBe('https://face/m-000321');
  });
});

describe('my steps of today', () => {
  const without = boardWith({ todaySteps: [-1, 2000, -1] });

  it('get in by one tap: my row is right before the board is read again', async () => {
    const wechat = wechatWith(without);
    const { tap, screen, settle } = await launchGroup(wechat, GROUP);
    expect(mine()).toBe('- Ann 今天还没有步数');
    let read: (board: unknown) => void = () => undefined;
    wechat.script.routes['share/board'] = () => new Promise((resolve) => (read = resolve));
    await tap('放进我今天的步数');
    expect(mine()).toBe('1 Ann 8,532');
    await settle(() => read({ ok: true, data: boardWith({ todaySteps: [8532, 9000, 100] }) }));
    expect(listed()).toEqual(['1 Bo 9,000', '2 Ann 8,532', '3 同伴 cy-0 100']);
    expect(screen.queryByText('放进我今天的步数')).toBeNull();
    expect(asked(wechat)).toEqual(['board', 'board']);
  });

  it('stay out when that is refused; the settings let them in', async () => {
    const wechat = wechatWith(without);
    const { getWeRunData } = wechat.script;
    wechat.script.getWeRunData = fails({ errMsg: 'getWeRunData:fail auth deny', errno: 103 });
    const { tap, screen } = await launchGroup(wechat, GROUP);
    await tap('放进我今天的步数');
    expect(screen.getByText('你没有允许使用微信运动步数。')).toBeTruthy();
    expect(mine()).toBe('- Ann 今天还没有步数');
    expect(listed()).toHaveLength(3);
    wechat.script.getWeRunData = getWeRunData;
    wechat.script.openSetting = () => Promise.resolve({ authSetting: { 'scope.werun': true } });
    await tap('去设置打开');
    expect(mine()).toBe('1 Ann 8,532');
    expect(screen.queryByText('你没有允许使用微信运动步数。')).toBeNull();
  });

  it('of the morning are brought up to date by one tap; nothing is asked before it, nor offered once it is done', async () => {
    const wechat = wechatWith();
    const { tap, screen, show } = await launchGroup(wechat, GROUP);
    await show();
    expect(wechat.asked).toEqual([]);
    expect(mine()).toBe('1 Ann 3,000');
    await tap('更新我今天的步数');
    expect(mine()).toBe('1 Ann 8,532');
    expect(wechat.asked).toEqual(['getWeRunData']);
    expect(asked(wechat)).toEqual(['board', 'board']);
    expect(screen.queryByText('更新我今天的步数')).toBeNull();
  });

  it('can be brought again five minutes later; not while they are hidden, nor for yesterday', async () => {
    const start = Date.now();
    const clock = jest.spyOn(Date, 'now').mockReturnValue(start);
    const wechat = wechatWith();
    const { tap, screen, show } = await launchGroup(wechat, GROUP);
    await tap('更新我今天的步数');
    clock.mockReturnValue(start + 5 * 60_000);
    await show();
    expect(screen.getByText('更新我今天的步数')).toBeTruthy();
    await tap('昨天');
    expect(screen.queryByText('更新我今天的步数')).toBeNull();
    await tap('今天');
    wechat.script.routes['share/setVisible'] = answers(boardWith({ visible: false }));
    await tap('对这个群隐藏步数');
    expect(screen.queryByText('更新我今天的步数')).toBeNull();
    clock.mockRestore();
  });

  it('are not asked for where they are already, nor for yesterday', async () => {
    const there = await launchGroup(wechatWith(), GROUP);
    expect(there.screen.queryByText('放进我今天的步数')).toBeNull();
    const { tap, screen } = await launchGroup(wechatWith(without), GROUP);
    await tap('昨天');
    expect(screen.queryByText('放进我今天的步数')).toBeNull();
  });
});

describe('hiding my steps', () => {
  it('shows at once, stays when the cloud has done it, and can be taken back', async () => {
    const wechat = wechatWith();
    let answer: (reply: unknown) => void = () => undefined;
    wechat.script.routes['share/setVisible'] = () => new Promise((resolve) => (answer = resolve));
    const { tap, screen, settle } = await launchGroup(wechat, GROUP);
    await tap('对这个群隐藏步数');
    expect(mine()).toBe('- Ann 3,000 · 未公开');
    expect(screen.getByText<HTMLButtonElement>('让这个群看到步数').disabled).toBe(true);
    await settle(() => answer({ ok: true, data: boardWith({ visible: false }) }));
    expect(mine()).toBe('- Ann 3,000 · 未公开');
    wechat.script.routes['share/setVisible'] = answers(boardWith());
    await tap('让这个群看到步数');
    expect(mine()).toBe('1 Ann 3,000');
    expect(wechat.calls.flatMap(({ data }) => (data['$url'] === 'setVisible' ? [data['visible']] : []))).toEqual([
      false,
      true,
    ]);
  });

  it('is undone when the cloud has not done it, and says so', async () => {
    const wechat = wechatWith();
    wechat.script.routes['share/setVisible'] = offline;
    const { tap, screen } = await launchGroup(wechat, GROUP);
    await tap('对这个群隐藏步数');
    expect(mine()).toBe('1 Ann 3,000');
    expect(screen.getByText('网络好像断开了，检查一下再试。')).toBeTruthy();
  });
});

describe('leaving', () => {
  const leave = '退出这个群的榜';

  it('asks first, says what is taken, and goes home', async () => {
    const wechat = wechatWith();
    wechat.script.routes['share/leave'] = answers({ member: null });
    const { tap } = await launchGroup(wechat, GROUP);
    await tap(leave);
    expect(wechat.modals[0]?.content).toContain('照片');
    expect(asked(wechat)).toContain('leave');
    expect(wechat.visited).toEqual(['/pages/home/index']);
  });

  it('does nothing when the person thinks better of it', async () => {
    const wechat = wechatWith();
    wechat.script.showModal = () => false;
    const { tap } = await launchGroup(wechat, GROUP);
    await tap(leave);
    expect(asked(wechat)).toEqual(['board']);
    expect(wechat.visited).toEqual([]);
    expect(mine()).toBe('1 Ann 3,000');
  });

  it('stays, with the board, when the cloud has not done it', async () => {
    const wechat = wechatWith();
    wechat.script.routes['share/leave'] = offline;
    const { tap, screen } = await launchGroup(wechat, GROUP);
    await tap(leave);
    expect(wechat.visited).toEqual([]);
    expect(mine()).toBe('1 Ann 3,000');
    expect(screen.getByText('网络好像断开了，检查一下再试。')).toBeTruthy();
  });

  it('that failed is finished by the button beside that, without a second question', async () => {
    const wechat = wechatWith();
    wechat.script.routes['share/leave'] = () => Promise.resolve(refusal('cloud-error', true));
    const { tap } = await launchGroup(wechat, GROUP);
    await tap(leave);
    wechat.script.routes['share/leave'] = answers({ member: null });
    await tap('继续退出');
    expect(asked(wechat)).toEqual(['board', 'leave', 'leave']);
    expect(wechat.modals).toHaveLength(1);
    expect(wechat.visited).toEqual(['/pages/home/index']);
  });

  it('that failed halfway is finished although the board is not shown any more', async () => {
    const wechat = wechatWith();
    wechat.script.routes['share/leave'] = () => Promise.resolve(refusal('cloud-error', true));
    const { tap, pullDown, screen } = await launchGroup(wechat, GROUP);
    await tap(leave);
    wechat.script.routes['share/board'] = () => Promise.resolve(refusal('not-a-member'));
    await pullDown();
    expect(screen.getByText('还没有退完')).toBeTruthy();
    expect(mine()).toBeUndefined();
    wechat.script.routes['share/leave'] = answers({ member: null });
    await tap('继续退出');
    expect(wechat.visited).toEqual(['/pages/home/index']);
  });
});

describe('when the board does not come', () => {
  it('a board that is there stays, under a line that says so, and a retry gets the new one', async () => {
    const wechat = wechatWith();
    const { tap, screen, pullDown } = await launchGroup(wechat, GROUP);
    wechat.script.routes['share/board'] = offline;
    await pullDown();
    expect(wechat.pullDownStops).toBe(1);
    expect(screen.getByText('网络好像断开了，检查一下再试。')).toBeTruthy();
    expect(listed()).toHaveLength(3);
    wechat.script.routes['share/board'] = answers(boardWith({ todaySteps: [3000, 9000, -1] }));
    await tap('再试一次');
    expect(mine()).toBe('2 Ann 3,000');
    expect(screen.queryByText('网络好像断开了，检查一下再试。')).toBeNull();
  });

  it('without one before, a notice and a way on', async () => {
    const wechat = wechatWith();
    wechat.script.routes['share/board'] = offline;
    const { tap, screen } = await launchGroup(wechat, GROUP);
    expect(screen.getByText('没有取到群榜')).toBeTruthy();
    wechat.script.routes['share/board'] = answers(boardWith());
    await tap('再试一次');
    expect(mine()).toBe('1 Ann 3,000');
  });

  it('who is no member any more sees nothing of the group', async () => {
    const wechat = wechatWith();
    const { screen, pullDown } = await launchGroup(wechat, GROUP);
    wechat.script.routes['share/board'] = () => Promise.resolve(refusal('not-a-member'));
    await pullDown();
    expect(screen.getByText('你还不在这个群的榜里，请从群里的卡片打开。')).toBeTruthy();
    expect(mine()).toBeUndefined();
    expect(document.body.textContent).not.toMatch(/Ann|Bo/);
    expect(screen.queryByText('再试一次')).toBeNull();
  });

  it('while it is on its way, its shape', async () => {
    const wechat = wechatWith();
    wechat.script.routes['share/board'] = () => new Promise(() => undefined);
    const { screen } = await launchGroup(wechat, GROUP);
    expect(screen.getByLabelText('正在取群榜').querySelector('.ranking__rest')).not.toBeNull();
  });
});

it('another group, by its card while the page is open, is another board', async () => {
  const wechat = wechatWith();
  wechat.enterOptions = card('ticket-1');
  const { show } = await launchGroup(wechat);
  expect(mine()).toBe('1 Ann 3,000');
  wechat.script.routes['share/enter'] = answers(
    boardWith({ group: 'group-office', me: 1, nicknames: ['Di', 'Ann', 'Ed'] }),
  );
  wechat.enterOptions = card('ticket-2');
  await show();
  expect(mine()).toBe('2 Ann 2,000');
  expect(listed()).toEqual(['1 Di 3,000', '2 Ann 2,000', '- Ed 今天还没有步数']);
  expect(asked(wechat)).toEqual(['enter', 'enter']);
});

describe('ways on', () => {
  it('leads to the album of this group', async () => {
    const wechat = wechatWith();
    const { tap } = await launchGroup(wechat, GROUP);
    await tap('群相册');
    expect(wechat.visited).toEqual([`/packages/album/index?group=${GROUP}`]);
  });

  it.each(['button', 'menu'] as const)('shares by the %s, counted for this page', async (from) => {
    const wechat = wechatWith();
    const { share, settle } = await launchGroup(wechat, GROUP);
    expect(share(from)).toEqual({
      title: '来看看我们群今天谁走得最多',
      path: '/pages/group/index',
      imageUrl: '/assets/card.png',
    });
    await settle();
    const tap = wechat.calls.find(({ data }) => data['$url'] === 'tapped');
    expect(tap?.data).toMatchObject({ page: 'group', from });
  });
});
