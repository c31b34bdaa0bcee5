import type { ActivityDetail } from '../../../cloud/contract/contract';
import type { PhoneNumberStore } from '../../../src/hooks/usePhoneNumber';
import { noon, seated, walkWith } from '../../unit/hooks/walks';
import { answers, fails, mainland, refusal } from '../setup/fake-wechat';
import { asked, launchWalk, wechatWith } from './walk';

const offline = fails({ errMsg: 'cloud.callFunction:fail request:fail' });
const full = { members: 30, places: 30 };

beforeEach(() => jest.useFakeTimers({ now: noon, doNotFake: ['setTimeout', 'clearTimeout', 'setImmediate'] }));
afterEach(() => jest.useRealTimers());

describe('what the page says', () => {
  it('when, where, how many, and how long it is until then', async () => {
    const { screen } = await launchWalk(wechatWith({ waiting: 0 }));
    for (const text of [
      '香山环线',
      '还有 21 小时出发',
      '11月21日 周六 09:00 - 11:00',
      '香山公园',
      '地铁香山站 A 口',
      '12/30 人',
    ]) {
      expect(screen.getByText(text)).toBeTruthy();
    }
    expect(screen.queryByText('谁一起走')).toBeNull();
  });

  it.each<[string, string | undefined, Partial<ActivityDetail>]>([
    ['报名', undefined, {}],
    ['排队候补（前面 3 人）', undefined, { ...full, waiting: 3 }],
    ['已满', undefined, { ...full, waiting: 50 }],
    ['取消报名', '你有名额', { seat: seated }],
    ['取消报名', '你从候补转正了', { seat: { status: 'seated', movedUp: true } }],
    ['退出候补', '你在候补，前面还有 2 人', { ...full, waiting: 3, seat: { status: 'waiting', ahead: 2 } }],
    ['退出候补', '你在候补，下一个就是你', { ...full, waiting: 3, seat: { status: 'waiting', ahead: 0 } }],
    ['已开始', '你有名额', { state: 'started', seat: seated }],
    ['已结束', undefined, { state: 'ended' }],
    ['已取消', undefined, { state: 'cancelled', seat: seated }],
  ])('%s, %s', async (label, place, change) => {
    const { screen } = await launchWalk(wechatWith(change));
    expect(screen.getByText(label)).toHaveProperty('disabled', label.startsWith('已'));
    expect(screen.queryByText(/^你/)?.textContent).toBe(place);
  });

  it('names for who comes along, numbers for the organizer', async () => {
    const roster = [
      { nickname: 'Ann', phone: '13800138000', waiting: false },
      { nickname: '', phone: null, waiting: true },
    ];
    const first = await launchWalk(wechatWith({ seat: seated, roster }));
    expect(first.screen.getByText('Ann')).toBeTruthy();
    expect(first.screen.queryByText('13800138000')).toBeNull();
    const { screen } = await launchWalk(wechatWith({ organizer: true, phoneNeeded: true, roster }));
    expect(screen.getByText('13800138000')).toBeTruthy();
    expect(screen.getByText('没留昵称')).toBeTruthy();
    expect(screen.getByText('候补')).toBeTruthy();
  });

  it('names alone once the walk is over: the organizer has the numbers no more', async () => {
    const walk = { organizer: true, phoneNeeded: true, state: 'ended' } as const;
    const roster = [{ nickname: 'Ann', phone: null, waiting: false }];
    const { screen } = await launchWalk(wechatWith({ ...walk, roster }));
    expect(screen.getByText('Ann')).toBeTruthy();
    expect(screen.queryByText('没有手机号')).toBeNull();
  });

  it('a long list by and by', async () => {
    const roster = Array.from({ length: 70 }, (_, index) => ({ nickname: `n${index}`, phone: null, waiting: false }));
    const { screen, tap } = await launchWalk(wechatWith({ organizer: true, phoneNeeded: true, roster }));
    expect(screen.queryByText('n30')).toBeNull();
    await tap('还有 40 人');
    expect(screen.getByText('n59')).toBeTruthy();
    await tap('还有 10 人');
    expect(screen.getByText('n69')).toBeTruthy();
  });
});

describe('where there is no walk to show', () => {
  it.each([
    ['activity-missing', '没有这个活动'],
    ['invalid-input', '没有这个活动'],
    ['internal', '没有取到活动'],
  ])('%s', async (code, title) => {
    const wechat = wechatWith();
    wechat.script.routes['activity/detail'] = () => Promise.resolve(refusal(code));
    const { screen } = await launchWalk(wechat);
    expect(screen.getByText(title)).toBeTruthy();
  });

  it('without an id in the path', async () => {
    const wechat = wechatWith();
    const { screen } = await launchWalk(wechat, {});
    expect(screen.getByText('没有这个活动')).toBeTruthy();
    expect(screen.getByText('回首页')).toBeTruthy();
    expect(wechat.calls).toEqual([]);
  });

  it('offline, and a retry gets there', async () => {
    const wechat = wechatWith();
    wechat.script.routes['activity/detail'] = offline;
    const { screen, tap } = await launchWalk(wechat);
    expect(screen.getByText('网络好像断开了，检查一下再试。')).toBeTruthy();
    wechat.script.routes['activity/detail'] = answers(walkWith());
    await tap('再试一次');
    expect(screen.getByText('香山环线')).toBeTruthy();
  });
});

describe('joining', () => {
  it('is one call, however often the button is tapped, and then the names', async () => {
    const wechat = wechatWith();
    let join: (answer: unknown) => void = () => undefined;
    wechat.script.routes['activity/join'] = () => new Promise((resolve) => (join = resolve));
    const { screen, tap, settle, fireEvent } = await launchWalk(wechat);
    await tap('报名');
    expect(screen.getByText('你有名额')).toBeTruthy();
    expect(screen.getByText('13/30 人')).toBeTruthy();
    fireEvent.click(screen.getByText('取消报名'));
    const roster = [{ nickname: 'Ann', phone: null, waiting: false }];
    wechat.script.routes['activity/detail'] = answers(walkWith({ members: 13, seat: seated, turn: 4, roster }));
    await settle(() => join({ ok: true, data: walkWith({ members: 13, seat: seated, turn: 4 }) }));
    expect(screen.getByText('Ann')).toBeTruthy();
    expect(asked(wechat)).toEqual(['activity/detail', 'activity/join', 'activity/detail']);
  });

  it('a full walk says so and offers what is left', async () => {
    const wechat = wechatWith({ members: 29 });
    wechat.script.routes['activity/join'] = () => Promise.resolve(refusal('activity-full'));
    const { screen, tap } = await launchWalk(wechat);
    wechat.script.routes['activity/detail'] = answers(walkWith({ ...full, waiting: 50 }));
    await tap('报名');
    expect(screen.getByText('名额和候补都满了。')).toBeTruthy();
    expect(screen.getByText('已满')).toHaveProperty('disabled', true);
    expect(screen.queryByText('再试一次')).toBeNull();
  });

  it('without a connection says so; a retry is the same request', async () => {
    const wechat = wechatWith();
    const { screen, tap } = await launchWalk(wechat);
    wechat.script.routes['activity/join'] = offline;
    wechat.script.routes['activity/detail'] = offline;
    await tap('报名');
    expect(screen.getByText('报名')).toBeTruthy();
    wechat.script.routes['activity/join'] = answers(walkWith({ members: 13, seat: seated, turn: 4 }));
    wechat.script.routes['activity/detail'] = wechat.script.routes['activity/join'];
    await tap('再试一次');
    expect(screen.getByText('你有名额')).toBeTruthy();
    const turns = wechat.calls.filter(({ data }) => data['$url'] === 'join').map(({ data }) => data['turn']);
    expect(turns).toEqual([3, 3]);
  });

  it('leaving asks first', async () => {
    const wechat = wechatWith({ seat: seated });
    wechat.script.routes['activity/leave'] = answers(walkWith({ members: 11, turn: 4 }));
    wechat.script.showModal = () => false;
    const { screen, tap } = await launchWalk(wechat);
    await tap('取消报名');
    expect(asked(wechat)).toEqual(['activity/detail']);
    wechat.script.showModal = () => true;
    await tap('取消报名');
    expect(screen.getByText('报名')).toBeTruthy();
    expect(screen.getByText('11/30 人')).toBeTruthy();
  });
});

describe('where a phone number is needed', () => {
  it('the tap gets it and joins', async () => {
    const wechat = wechatWith({ phoneNeeded: true });
    wechat.script.routes['activity/join'] = answers(walkWith({ phoneNeeded: true, seat: seated, turn: 4 }));
    const { screen, tap } = await launchWalk(wechat);
    wechat.script.routes['activity/detail'] = wechat.script.routes['activity/join'];
    await tap('留手机号并报名');
    expect(wechat.asked).toEqual(['getPhoneNumber']);
    expect(asked(wechat).slice(0, 4)).toEqual(['activity/detail', 'me/phone', 'me/phoneByCode', 'activity/join']);
    expect(screen.getByText('你有名额')).toBeTruthy();
  });

  it('a refusal joins nothing', async () => {
    const wechat = wechatWith({ phoneNeeded: true });
    wechat.script.getPhoneNumber = () => ({ errMsg: 'getPhoneNumber:fail user deny' });
    const { screen, tap } = await launchWalk(wechat);
    await tap('留手机号并报名');
    expect(screen.getByText('你没有允许使用手机号，需要时再点一次。')).toBeTruthy();
    expect(asked(wechat)).not.toContain('activity/join');
  });

  it.each<[string, (store: PhoneNumberStore) => Promise<void>]>([
    ['was not replaced', (store) => store.receive({ errMsg: 'getPhoneNumber:fail user deny' })],
    ['could not be deleted', (store) => store.forget()],
  ])('one that %s is known still, and joins', async (_, failing) => {
    const wechat = wechatWith({ phoneNeeded: true });
    wechat.script.phone = answers({ phone: mainland });
    wechat.script.forgetPhone = offline;
    wechat.script.routes['activity/join'] = answers(walkWith({ phoneNeeded: true, seat: seated, turn: 4 }));
    const { screen, tap, settle } = await launchWalk(wechat);
    // As 更换 and 删除 do on 我的.
    const { phoneNumberStore } = await import('../../../src/hooks/usePhoneNumber');
    await settle(() => failing(phoneNumberStore));
    expect(phoneNumberStore.getState().state.status).toBe('error');
    expect(screen.queryByRole('alert')).toBeNull();
    await tap('报名');
    expect(asked(wechat)).toContain('activity/join');
    expect(wechat.asked).toEqual([]);
  });

  it('one that this phone knows and the cloud does not is asked for again', async () => {
    const wechat = wechatWith({ phoneNeeded: true });
    wechat.script.phone = answers({ phone: mainland });
    wechat.script.routes['activity/join'] = () => Promise.resolve(refusal('phone-needed'));
    const { screen, tap } = await launchWalk(wechat);
    await tap('报名');
    expect(screen.getByText('这个活动要先留手机号，方便领队联系。')).toBeTruthy();
    expect(screen.getByText('留手机号并报名')).toBeTruthy();
  });
});

describe('the organizer', () => {
  it('starts, and ends what has started', async () => {
    const wechat = wechatWith({ organizer: true });
    wechat.script.routes['activity/start'] = answers(walkWith({ organizer: true, state: 'started' }));
    wechat.script.routes['activity/cancel'] = answers(walkWith({ organizer: true, state: 'ended' }));
    const { screen, tap } = await launchWalk(wechat);
    await tap('现在开始');
    expect(screen.getByText('正在走')).toBeTruthy();
    await tap('结束活动');
    expect(screen.getByText('活动结束了')).toBeTruthy();
    expect(wechat.modals.map(({ title }) => title)).toEqual(['现在开始？', '结束这次活动？']);
  });

  it('calls off what has not', async () => {
    const wechat = wechatWith({ organizer: true });
    wechat.script.routes['activity/cancel'] = answers(walkWith({ organizer: true, state: 'cancelled' }));
    const { screen, tap } = await launchWalk(wechat);
    await tap('取消活动');
    expect(screen.getByText('已取消')).toBeTruthy();
    expect(screen.queryByText('分享到群')).toBeNull();
  });
});

it('hears an answer that comes while it is covered', async () => {
  const wechat = wechatWith();
  let join: (answer: unknown) => void = () => undefined;
  wechat.script.routes['activity/join'] = () => new Promise((resolve) => (join = resolve));
  const { screen, tap, hide, settle } = await launchWalk(wechat);
  await tap('报名');
  await hide();
  // As Taro does on a phone.
  const { Current } = await import('@tarojs/runtime');
  Current.router = null;
  wechat.script.routes['activity/detail'] = answers(walkWith({ members: 20, seat: seated, turn: 4 }));
  await settle(() => join({ ok: true, data: walkWith({ members: 20, seat: seated, turn: 4 }) }));
  expect(screen.getByText('20/30 人')).toBeTruthy();
});

it('is read again when it is pulled down, and when it is shown', async () => {
  const wechat = wechatWith();
  const { screen, pullDown, hide, show } = await launchWalk(wechat);
  wechat.script.routes['activity/detail'] = answers(walkWith({ members: 15 }));
  await pullDown();
  expect(screen.getByText('15/30 人')).toBeTruthy();
  expect(wechat.pullDownStops).toBe(1);
  wechat.script.routes['activity/detail'] = answers(walkWith({ members: 16 }));
  await hide();
  jest.setSystemTime(noon + 10_000);
  await show();
  expect(screen.getByText('16/30 人')).toBeTruthy();
});
