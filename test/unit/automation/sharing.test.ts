/** Cards from a page to a chat. */
import { SharingPhone, aWhile } from './sharing-phone';
import { atPage } from './phone';
import { eventually } from '../../eventually';

let phone: SharingPhone;
beforeAll(async () => {
  phone = await SharingPhone.open();
}, 60_000);
afterAll(() => phone.close());
beforeEach(() => phone.begin());
afterEach(() => phone.miniProgram.disconnect());

describe('a button of open-type share', () => {
  it('sends what the page says, from the first chat on', async () => {
    await phone.tapShare();
    await phone.confirm();
    const card = await phone.sent();
    expect(card).toMatchObject({
      ...{ kind: 'card', chatId: phone.group, from: phone.ann, title: '一起走', path: 'pages/board/board?from=card' },
      withShareTicket: false,
    });
    expect(card.imageUrl).toMatch(/^data:image\/png;base64,/);
    expect(card).not.toHaveProperty('updatable');
  });

  it('tells the page which button it was', async () => {
    await phone.tapShare();
    await phone.cancel();
    const shares = await phone.evaluate('function () { return getApp().shares }');
    expect(shares).toMatchObject([{ from: 'button', target: { id: 's1', dataset: { walk: '7' } } }]);
  });

  it('sends to the chat that was chosen, by id or by name, and to no other', async () => {
    await phone.tapShare();
    await phone.confirmTo({ name: '波' });
    expect(await phone.sent(phone.pair)).toMatchObject({ chatId: phone.pair });
    await phone.tapShare();
    await phone.confirmTo({ chatId: phone.group });
    expect(await phone.sent(phone.group)).toMatchObject({ chatId: phone.group });
    await phone.tapShare();
    await expect(phone.confirmTo({ name: '别人' })).rejects.toThrow(/no chat is .*别人.*周末徒步/);
    await phone.cancel();
  });

  it('sends nothing when the sheet is cancelled', async () => {
    await phone.tapShare();
    await phone.cancel();
    await aWhile();
    expect(await phone.cards()).toEqual([]);
  });

  it('does nothing on a page that does not share, and says so', async () => {
    await phone.start(phone.ann, 'pages/mute/mute');
    await phone.tapShare();
    await phone.warned(/no onShareAppMessage/);
  });

  it('opens one sheet, however often it is tapped', async () => {
    await phone.tapShare();
    await phone.tapShare();
    await phone.confirm();
    await phone.sent();
    await aWhile();
    expect(await phone.cards()).toHaveLength(1);
  });
});

describe('what the page says', () => {
  it('is, where it says nothing, the name of the mini program and the page with its query', async () => {
    await phone.answer('() => undefined');
    await phone.tapShare();
    await phone.confirm();
    expect(await phone.sent()).toMatchObject({ title: 'test', path: 'pages/index/index?a=1' });
  });

  it('comes from its promise alone, if that is in time', async () => {
    await phone.answer("() => ({ title: '早', promise: Promise.resolve({ path: '/pages/board/board' }) })");
    await phone.tapShare();
    await phone.confirm();
    expect(await phone.sent()).toMatchObject({ title: 'test', path: 'pages/board/board' });
  });

  it('comes from the fields beside a promise that takes more than three seconds', async () => {
    await phone.answer("() => ({ title: '早', promise: new Promise(() => {}) })");
    const before = Date.now();
    await phone.tapShare();
    await phone.confirm();
    expect(await phone.sent()).toMatchObject({ title: '早' });
    expect(Date.now() - before).toBeGreaterThan(2900);
  }, 15_000);

  it('may be a Promise itself; a rejected one shares nothing', async () => {
    await phone.answer("() => Promise.resolve({ title: '晚' })");
    await phone.tapShare();
    await phone.confirm();
    expect(await phone.sent()).toMatchObject({ title: '晚' });
    await phone.answer("() => ({ title: '不', promise: Promise.reject(new Error('no')) })");
    await phone.tapShare();
    await phone.warned(/was rejected/);
    expect(await phone.cards()).toHaveLength(1);
  });

  it('is said to lead nowhere where app.json has no such page', async () => {
    await phone.answer("() => ({ path: '/pages/gone/gone' })");
    await phone.tapShare();
    await phone.cancel();
    await phone.warned(/no page "pages\/gone\/gone"/);
  });
});

describe('the menu of a page', () => {
  it('gives its cards a ticket once showShareMenu has succeeded, and only that page', async () => {
    await phone.callWx('showShareMenu', { withShareTicket: true });
    await phone.tapShare();
    await phone.confirm();
    expect(await phone.sent()).toMatchObject({ withShareTicket: true });
    await phone.callWx('reLaunch', { url: '/pages/index/index' });
    await atPage(phone.miniProgram, 'pages/index/index');
    await phone.tapShare();
    await phone.confirm();
    expect(await phone.sent(phone.group, 1)).toMatchObject({ withShareTicket: false });
  });

  it('is too late when it is updated while the page is asked', async () => {
    await phone.answer("() => { wx.showShareMenu({ withShareTicket: true }); return { title: '晚' } }");
    await phone.tapShare();
    await phone.confirm();
    expect(await phone.sent()).toMatchObject({ withShareTicket: false });
  });

  it('makes updatable messages', async () => {
    const activity = { activityId: 'act-1', templateId: 'T1', parameters: [{ name: 'member_count', value: '3' }] };
    await phone.callWx('updateShareMenu', {
      withShareTicket: true,
      isUpdatableMessage: true,
      activityId: 'act-1',
      templateInfo: { templateId: 'T1', parameterList: activity.parameters },
    });
    await phone.tapShare();
    await phone.confirm();
    expect(await phone.sent()).toMatchObject({ withShareTicket: true, updatable: activity });
    await phone.callWx('updateShareMenu', { isUpdatableMessage: false });
    await phone.tapShare();
    await phone.confirm();
    const second = await phone.sent(phone.group, 1);
    expect(second.withShareTicket).toBe(true);
    expect(second).not.toHaveProperty('updatable');
  });

  it('loses the ticket on an iPhone where isUpdatableMessage is false beside it', async () => {
    const arm = () => phone.callWx('updateShareMenu', { withShareTicket: true, isUpdatableMessage: false });
    for (const [platform, withShareTicket] of [
      ['android', true],
      ['ios', false],
    ] as const) {
      await phone.control.phones.setClient(phone.line.id, { platform });
      await phone.start();
      await arm();
      await phone.tapShare();
      await phone.confirm();
      const at = platform === 'android' ? 0 : 1;
      expect(await phone.sent(phone.group, at)).toMatchObject({ withShareTicket });
      await phone.warned(/gives no ticket on iOS/);
    }
    await phone.control.phones.setClient(phone.line.id, { platform: 'devtools' });
  });
});

describe('after a share', () => {
  it('the mini program comes back with the options of its last entry', async () => {
    await phone.tapShare();
    await phone.confirm();
    await phone.sent();
    const seen = await eventually(async () => {
      const now = await phone.evaluate<unknown[][]>('function () { return getApp().log }');
      return now.length >= 6 ? now : undefined;
    }, 'the mini program to come back');
    expect(seen.map(([name]) => name)).toEqual([
      'app show',
      'page show',
      'page hide',
      'app hide',
      'app show',
      'page show',
    ]);
    expect(seen[4]).toEqual(seen[0]);
    expect(seen[0]?.[1]).toMatchObject({ path: 'pages/index/index', query: { a: '1' } });
  });

  it('and by then the card is in the chat, however long that takes', async () => {
    const { chats } = phone.emulator.platform;
    const send = chats.send.bind(chats);
    jest.spyOn(chats, 'send').mockImplementation(async (...card) => {
      await new Promise((later) => setTimeout(later, 300));
      return send(...card);
    });
    await phone.tapShare();
    await phone.confirm();
    const shows = () =>
      phone.evaluate<number>("function () { return getApp().log.filter(([name]) => name === 'app show').length }");
    await eventually(async () => ((await shows()) > 1 ? true : undefined), 'the mini program to come back');
    expect(await phone.cards()).toHaveLength(1);
    jest.restoreAllMocks();
  });

  it('also where that entry was not the one that launched it', async () => {
    await phone.answer("() => ({ path: '/pages/index/index?b=2' })");
    await phone.tapShare();
    await phone.confirm();
    const { id } = await phone.sent();
    const shown = async (count: number) =>
      eventually(async () => {
        const log = await phone.evaluate<[string, object?][]>('function () { return getApp().log }');
        const options = log.flatMap(([name, given]) => (name === 'app show' && given ? [given] : []));
        return options.length >= count ? options : undefined;
      }, `the mini program to be shown ${count} times`);
    await shown(2);
    await phone.control.chats.open(phone.line.id, id);
    await atPage(phone.miniProgram, 'pages/index/index');
    await shown(3);
    await phone.tapShare();
    await phone.cancel();
    const [, , entered, back] = await shown(4);
    expect(entered).toMatchObject({ query: { b: '2' }, chatType: 3 });
    expect(back).toEqual(entered);
  });
});
