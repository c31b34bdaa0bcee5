import { daysUntil, month } from '../setup/days';
import { FakeWechat, fails } from '../setup/fake-wechat';
import { launchHome } from '../setup/launch';

const today = () => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
const kept = (last: string) => () => Promise.resolve({ ok: true, data: { days: daysUntil(last, [4000, 9000, 6123]) } });

describe('coming back another day', () => {
  it('shows the steps that the cloud has kept, and asks WeChat nothing', async () => {
    const wechat = new FakeWechat(month);
    wechat.script.steps = kept(today());
    const { screen } = await launchHome(wechat);
    expect(screen.getByText('今天')).toBeTruthy();
    expect(screen.getByText('6,123')).toBeTruthy();
    expect(wechat.asked).toEqual([]);
    expect(wechat.routes).toEqual(['groups', 'steps']);
  });

  it('does not call an older day today: it offers to get it', async () => {
    const wechat = new FakeWechat(month);
    wechat.script.steps = kept('2026-03-01');
    const { screen, tap } = await launchHome(wechat);
    expect(screen.queryByText('今天')).toBeNull();
    await tap('查看今天的步数');
    expect(screen.getByText('8,532')).toBeTruthy();
    expect(screen.queryByText('查看今天的步数')).toBeNull();
  });

  it('shows a skeleton to whom had steps before, and the way in to whom had none', async () => {
    const wechat = new FakeWechat(month);
    wechat.script.steps = () => new Promise(() => undefined);
    const { screen, tap } = await launchHome(wechat);
    await tap('查看我的步数');
    expect(screen.getByText('8,532')).toBeTruthy();

    const next = await launchHome(wechat);
    expect(next.screen.getByLabelText('正在取步数')).toBeTruthy();
  });

  it('still shows the way in when what was kept cannot be read', async () => {
    const warn = jest.spyOn(console, 'warn').mockImplementation(() => undefined);
    const wechat = new FakeWechat(month);
    wechat.stored.set('we-run-seen', true);
    wechat.script.steps = fails({ errMsg: 'cloud.callFunction:fail request:fail' });
    const { screen } = await launchHome(wechat);
    expect(screen.getByText('查看我的步数')).toBeTruthy();
    expect(warn).toHaveBeenCalledTimes(1);
    warn.mockRestore();
  });
});

describe('pull-to-refresh', () => {
  it('asks again where there is data, and ends', async () => {
    const wechat = new FakeWechat(month);
    const { tap, pullDown } = await launchHome(wechat);
    await tap('查看我的步数');
    await pullDown();
    expect(wechat.asked).toEqual(['getWeRunData', 'getWeRunData']);
    expect(wechat.pullDownStops).toBe(1);
  });

  it('asks nothing where there is none, and ends', async () => {
    const wechat = new FakeWechat(month);
    const { pullDown } = await launchHome(wechat);
    await pullDown();
    expect(wechat.asked).toEqual([]);
    expect(wechat.pullDownStops).toBe(1);
  });
});

describe('the page comes to the front again', () => {
  afterEach(() => void jest.restoreAllMocks());

  it.each([
    [4, 1],
    [6, 2],
  ])('%d minutes after the answer, WeChat has been asked %d times', async (minutes, times) => {
    const wechat = new FakeWechat(month);
    const start = Date.now();
    const clock = jest.spyOn(Date, 'now').mockReturnValue(start);
    const { tap, show } = await launchHome(wechat);
    await tap('查看我的步数');
    clock.mockReturnValue(start + minutes * 60_000);
    await show();
    expect(wechat.asked).toHaveLength(times);
  });

  it('never asks WeChat before the first tap', async () => {
    const wechat = new FakeWechat(month);
    wechat.script.steps = kept(today());
    const clock = jest.spyOn(Date, 'now').mockReturnValue(Date.now());
    const { show } = await launchHome(wechat);
    clock.mockReturnValue(Date.now() + 3_600_000);
    await show();
    expect(wechat.asked).toEqual([]);
  });
});
