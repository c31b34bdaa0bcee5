import { boardWith } from '../../unit/hooks/boards';
import { FakeWechat, answers, fails, refusal } from '../setup/fake-wechat';
import { launchProbe } from '../setup/launch';

const card = (shareTicket: string | undefined, scene = 1044, chatType: number | undefined = 3) => ({
  path: 'pages/group/index',
  query: {},
  scene,
  ...(chatType && { chatType }),
  ...(shareTicket && { shareTicket }),
});

function opened(enterOptions: Record<string, unknown>): FakeWechat {
  const wechat = new FakeWechat([{ date: '2026-11-20', steps: 8532 }]);
  wechat.enterOptions = enterOptions;
  wechat.script.routes['share/enter'] = answers(boardWith());
  return wechat;
}

const launch = (wechat: FakeWechat) => launchProbe(wechat, () => import('./GroupPage'));

describe('from a card to the board', () => {
  it.each([
    ['Android', 1044],
    ['iOS', 1008],
  ])('%s, scene %d: one call, cold', async (_, scene) => {
    const wechat = opened(card('ticket-1', scene));
    const { screen } = await launch(wechat);
    expect(screen.getByText('entry: group')).toBeTruthy();
    expect(screen.getByText('1 Ann 3000; 2 Bo 2000; - ? 0')).toBeTruthy();
    expect(wechat.routes).toEqual(['enter']);
    expect(wechat.sentCloudIDs).toEqual(['cloud-id-1']);
  });

  it('warm, from another group, switches boards; sharing in between changes nothing', async () => {
    const wechat = opened(card('ticket-1'));
    const { screen, hide, show } = await launch(wechat);
    await hide();
    await show();
    expect(wechat.asked).toEqual(['getGroupEnterInfo']);
    wechat.script.routes['share/enter'] = answers(boardWith({ group: 'group-office', nicknames: ['Ann', 'Di', ''] }));
    wechat.enterOptions = card('ticket-2');
    await show();
    expect(screen.getByText('1 Ann 3000; 2 Di 2000; - ? 0')).toBeTruthy();
    expect(wechat.asked).toEqual(['getGroupEnterInfo', 'getGroupEnterInfo']);
  });

  it('in a library without getGroupEnterInfo by getShareInfo, whose id the cloud does not take', async () => {
    const wechat = opened(card('ticket-1', 1044, undefined));
    delete wechat.wx['getGroupEnterInfo'];
    wechat.script.routes['share/enter'] = () => Promise.resolve(refusal('api-unsupported'));
    const { screen } = await launch(wechat);
    expect(screen.getByText('entry: unsupported')).toBeTruthy();
    expect(wechat.asked).toEqual(['getShareInfo']);
    expect(wechat.sentCloudIDs).toEqual(['cloud-id-1']);
  });
});

describe('a page that a card has opened over another', () => {
  it('begins without the group before, and tells nobody while it is drawn', async () => {
    const error = jest.spyOn(console, 'error').mockImplementation(() => undefined);
    const wechat = opened(card('ticket-1'));
    const { screen, tap } = await launchProbe(wechat, () => import('./EntryPages'));
    const { frames } = await import('./EntryPages');
    expect(screen.getByText('0: group-weekend')).toBeTruthy();
    wechat.script.routes['share/enter'] = answers(boardWith({ group: 'group-office' }));
    wechat.enterOptions = card('ticket-2');
    await tap('再开一页');
    expect(frames[0]?.[0]).toBe('pending');
    expect(frames[1]?.[0]).toBe('pending');
    expect(frames[1]).not.toContain('group-weekend');
    expect(screen.getByText('1: group-office')).toBeTruthy();
    expect(error).not.toHaveBeenCalled();
    error.mockRestore();
  });
});

describe('after leaving', () => {
  it.each(['退出', '忘记我'])('%s: no page brings me back, the same card does', async (how) => {
    const wechat = opened(card('ticket-1'));
    wechat.script.routes['share/leave'] = answers({ member: null });
    const { screen, tap, show } = await launch(wechat);
    await tap(how);
    await show();
    expect(screen.getByText('entry: idle')).toBeTruthy();
    expect(wechat.asked).toEqual(['getGroupEnterInfo']);
    wechat.comeToFront();
    await show();
    expect(screen.getByText('1 Ann 3000; 2 Bo 2000; - ? 0')).toBeTruthy();
    expect(wechat.routes.filter((route) => route === 'enter')).toHaveLength(2);
  });
});

it('a card without a ticket, the same as before, is asked about again; the board stays meanwhile', async () => {
  const wechat = opened(card(undefined, 1008));
  const { screen, show } = await launch(wechat);
  let answer: (reply: unknown) => void = () => undefined;
  wechat.script.routes['share/enter'] = () => new Promise((resolve) => (answer = resolve));
  wechat.comeToFront();
  await show();
  expect(screen.getByText('1 Ann 3000; 2 Bo 2000; - ? 0')).toBeTruthy();
  answer({ ok: true, data: boardWith({ group: 'group-office', nicknames: ['Ann', 'Di', ''] }) });
  expect(await screen.findByText('1 Ann 3000; 2 Di 2000; - ? 0')).toBeTruthy();
});

describe('an entry without a board', () => {
  const nothing = fails({ errMsg: 'getGroupEnterInfo:fail' });
  it.each([
    ['direct', { path: 'pages/group/index', query: {}, scene: 1023 }, nothing],
    ['single-chat', card(undefined, 1007, 1), nothing],
    ['private-message', card('ticket-1', 1044, 1), nothing],
    ['no-ticket', card(undefined, 1008), fails({ errMsg: 'getGroupEnterInfo:fail', errCode: 40097 })],
    ['left-group', card('ticket-1'), fails({ errMsg: 'getGroupEnterInfo:fail', errCode: 65206 })],
    ['wrong-scene', card('ticket-1'), fails({ errMsg: 'getGroupEnterInfo:fail', errCode: 40097 })],
    ['ticket-expired', card('ticket-1'), fails({ errMsg: 'getGroupEnterInfo:fail shareTicket expired' })],
    ['error', card('ticket-1'), fails({ errMsg: 'getGroupEnterInfo:fail network error' })],
  ])('%s', async (status, options, getGroupEnterInfo) => {
    const wechat = opened(options);
    wechat.script.getGroupEnterInfo = getGroupEnterInfo;
    const { screen } = await launch(wechat);
    expect(screen.getByText(`entry: ${status}`)).toBeTruthy();
    expect(screen.getByText('board: idle')).toBeTruthy();
    expect(wechat.routes).toEqual([]);
  });

  it('unsupported: neither API exists', async () => {
    const wechat = opened(card('ticket-1'));
    delete wechat.wx['getGroupEnterInfo'];
    delete wechat.wx['getShareInfo'];
    const { screen } = await launch(wechat);
    expect(screen.getByText('entry: unsupported')).toBeTruthy();
  });

  it('offline says so, and a retry gets there', async () => {
    const wechat = opened(card('ticket-1'));
    wechat.script.routes['share/enter'] = fails({ errMsg: 'cloud.callFunction:fail request:fail' });
    const { screen, tap } = await launch(wechat);
    expect(screen.getByText('网络好像断开了，检查一下再试。')).toBeTruthy();
    wechat.script.routes['share/enter'] = answers(boardWith());
    await tap('再试');
    expect(screen.getByText('entry: group')).toBeTruthy();
    expect(wechat.sentCloudIDs).toEqual(['cloud-id-1', 'cloud-id-2']);
  });

  it('an expired CloudID is taken anew, unseen', async () => {
    const wechat = opened(card('ticket-1'));
    const replies = [refusal('cloudid-expired', true), { ok: true, data: boardWith() }];
    wechat.script.routes['share/enter'] = () => Promise.resolve(replies.shift());
    const { screen } = await launch(wechat);
    expect(screen.getByText('entry: group')).toBeTruthy();
    expect(wechat.sentCloudIDs).toEqual(['cloud-id-1', 'cloud-id-2']);
  });
});

describe('on the board', () => {
  it('my fresh steps stand in my row before anything is read again', async () => {
    const wechat = opened(card('ticket-1'));
    const { screen, tap } = await launch(wechat);
    await tap('取步数');
    expect(screen.getByText('1 Ann 8532; 2 Bo 2000; - ? 0')).toBeTruthy();
    expect(wechat.routes).toEqual(['enter', 'weRun']);
  });

  it('leaving takes it off the screen', async () => {
    const wechat = opened(card('ticket-1'));
    wechat.script.routes['share/leave'] = answers({ member: null });
    const { screen, tap } = await launch(wechat);
    await tap('退出');
    expect(screen.getByText('board: idle')).toBeTruthy();
    expect(screen.queryByText(/Ann/)).toBeNull();
  });

  it('having everything deleted takes it off the screen too', async () => {
    const { screen, tap } = await launch(opened(card('ticket-1')));
    expect(screen.getByText(/Ann/)).toBeTruthy();
    await tap('忘记我');
    expect(screen.queryByText(/Ann/)).toBeNull();
  });

  it('hiding my steps takes my rank', async () => {
    const wechat = opened(card('ticket-1'));
    wechat.script.routes['share/setVisible'] = answers(boardWith({ visible: false }));
    const { screen, tap } = await launch(wechat);
    await tap('不公开');
    expect(screen.getByText('1 Bo 2000; - ? 0; - Ann 3000')).toBeTruthy();
  });
});
