import { answers, fails, refusal, type FakeWechat } from '../setup/fake-wechat';
import { launchGroup } from '../setup/launch';
import { GROUP, asked, mine, wechatWith } from './group-screen';

const card = (shareTicket: string | undefined, scene = 1044, chatType = 3) => ({
  path: 'pages/group/index',
  query: {},
  scene,
  chatType,
  ...(shareTicket && { shareTicket }),
});
const failing = (rest: { errCode?: number; text?: string } = {}) =>
  fails({ errMsg: `getGroupEnterInfo:fail${rest.text ?? ''}`, ...(rest.errCode && { errCode: rest.errCode }) });

function opened(options: Record<string, unknown>, getGroupEnterInfo?: ReturnType<typeof failing>): FakeWechat {
  const wechat = wechatWith();
  wechat.enterOptions = options;
  if (getGroupEnterInfo) wechat.script.getGroupEnterInfo = getGroupEnterInfo;
  return wechat;
}

describe('somebody who has come, but not from a group that WeChat vouches for', () => {
  it.each([
    ['from nowhere in particular', '每个群一个榜', { path: 'pages/group/index', query: {}, scene: 1023 }, failing()],
    ['by a card in a chat of two', '这张卡片来自两个人的聊天，看不到群榜。', card(undefined, 1007, 1), failing()],
    ['by a private message', '这是一条私密消息，看不到群榜。', card('ticket-1', 1044, 1), failing()],
    ['by a card without a ticket', '认不出是哪个群', card(undefined, 1008), failing({ errCode: 40097 })],
    ['after leaving the group', '你已经不在这个群里了', card('ticket-1'), failing({ errCode: 65206 })],
    ['by something that is no card', '请从群聊里打开', card('ticket-1'), failing({ errCode: 40097 })],
    ['with an old ticket', '这次打开已经过期', card('ticket-1'), failing({ text: ' shareTicket expired' })],
  ])('%s reads what to do, and can share', async (_, words, options, getGroupEnterInfo) => {
    const wechat = opened(options, getGroupEnterInfo);
    const { screen } = await launchGroup(wechat);
    expect(screen.getByText(new RegExp(words))).toBeTruthy();
    expect(screen.getByText<HTMLButtonElement>('分享到群').disabled).toBe(false);
    expect(asked(wechat)).toEqual([]);
    expect(mine()).toBeUndefined();
  });

  it('with a WeChat that is too old', async () => {
    const wechat = opened(card('ticket-1'));
    delete wechat.wx['getGroupEnterInfo'];
    delete wechat.wx['getShareInfo'];
    const { screen } = await launchGroup(wechat);
    expect(screen.getByText('微信版本太旧')).toBeTruthy();
  });
});

describe('a group that the page names', () => {
  it('is shown, and nobody enters the one whose card has opened the app', async () => {
    const wechat = wechatWith();
    wechat.enterOptions = card('ticket-of-another');
    const { screen, hide, show } = await launchGroup(wechat, GROUP);
    await hide();
    await show();
    expect(screen.getByText('3 人，2 人今天有步数')).toBeTruthy();
    expect(asked(wechat)).not.toContain('enter');
    expect(wechat.asked).not.toContain('getGroupEnterInfo');
  });
});

describe('a group that is not known yet', () => {
  it("has the board's shape while WeChat thinks", async () => {
    const wechat = opened(card('ticket-1'));
    wechat.script.getGroupEnterInfo = () => new Promise(() => undefined);
    const { screen } = await launchGroup(wechat);
    expect(screen.getByLabelText('正在取群榜')).toBeTruthy();
  });

  it('says why, and a retry gets to the board', async () => {
    const wechat = opened(card('ticket-1'));
    const enter = wechat.script.routes['share/enter'] ?? answers({});
    wechat.script.routes['share/enter'] = fails({ errMsg: 'cloud.callFunction:fail request:fail' });
    const { screen, tap } = await launchGroup(wechat);
    expect(screen.getByText('没有认出这个群')).toBeTruthy();
    expect(screen.getByText('网络好像断开了，检查一下再试。')).toBeTruthy();
    wechat.script.routes['share/enter'] = enter;
    await tap('再试一次');
    expect(mine()).toBe('1 Ann 3,000');
  });

  it('pulling down tries again, and ends', async () => {
    const wechat = opened(card('ticket-1'), failing({ text: ' network error' }));
    const { pullDown } = await launchGroup(wechat);
    await pullDown();
    expect(wechat.asked).toEqual(['getGroupEnterInfo', 'getGroupEnterInfo']);
    expect(wechat.pullDownStops).toBe(1);
  });
});

describe('who has left the board', () => {
  it('on another phone reads so, and comes back by one tap', async () => {
    const wechat = opened(card('ticket-1'));
    const { screen, tap, pullDown } = await launchGroup(wechat);
    const board = wechat.script.routes['share/board'] ?? answers({});
    wechat.script.routes['share/board'] = () => Promise.resolve(refusal('not-a-member'));
    await pullDown();
    expect(screen.getByText('你已经退出这个群的榜')).toBeTruthy();
    wechat.script.routes['share/board'] = board;
    await tap('重新加入');
    expect(mine()).toBe('1 Ann 3,000');
  });

  it('on this phone is not put there again by a page that a walk’s card leads to, but by one tap', async () => {
    const wechat = opened(card('ticket-1'));
    const { screen, tap } = await launchGroup(wechat);
    wechat.script.routes['share/leave'] = answers({ member: null });
    await tap('退出这个群的榜');
    expect(screen.getByText('你已经退出这个群的榜')).toBeTruthy();
    await tap('重新加入');
    expect(mine()).toBe('1 Ann 3,000');
  });
});
