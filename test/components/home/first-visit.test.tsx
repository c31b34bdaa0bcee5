import { month } from '../setup/days';
import { FakeWechat } from '../setup/fake-wechat';
import { launchHome } from '../setup/launch';

describe('the first visit', () => {
  it('asks WeChat nothing before a tap', async () => {
    const wechat = new FakeWechat(month);
    const { screen } = await launchHome(wechat);
    expect(screen.getByText('查看我的步数')).toBeTruthy();
    expect(wechat.asked).toEqual([]);
  });

  it('shows the steps of 31 days after one tap and one call', async () => {
    const wechat = new FakeWechat(month);
    const { screen, tap } = await launchHome(wechat);
    await tap('查看我的步数');
    expect(screen.getByText('今天')).toBeTruthy();
    expect(screen.getByText('8,532')).toBeTruthy();
    expect(document.querySelectorAll('.bar')).toHaveLength(31);
    expect(wechat.asked).toEqual(['getWeRunData']);
    expect(wechat.routes).toEqual(['groups', 'steps', 'weRun']);
  });

  it('sends the CloudID of WeChat, and nothing else', async () => {
    const wechat = new FakeWechat(month);
    const { tap } = await launchHome(wechat);
    await tap('查看我的步数');
    expect(wechat.sentCloudIDs).toEqual(['cloud-id-1']);
    expect(Object.keys(wechat.calls[2]?.data ?? {})).toEqual(['$url', 'werun']);
  });

  it('shows the shape of what comes while the cloud is at work', async () => {
    const wechat = new FakeWechat(month);
    let answer: (result: unknown) => void = () => undefined;
    wechat.script.weRun = () => new Promise((resolve) => (answer = resolve));
    const { screen, tap, settle } = await launchHome(wechat);
    await tap('查看我的步数');
    expect(screen.getByLabelText('正在取步数')).toBeTruthy();
    answer({ ok: true, data: { days: month } });
    await settle();
    expect(screen.queryByLabelText('正在取步数')).toBeNull();
    expect(screen.getByText('8,532')).toBeTruthy();
  });

  it('says so where WeRun has counted nothing, and looks again on a tap', async () => {
    const wechat = new FakeWechat([{ date: '2026-11-20', steps: 0 }]);
    const { screen, tap } = await launchHome(wechat);
    await tap('查看我的步数');
    expect(screen.getByText('还没有步数')).toBeTruthy();
    wechat.script.weRun = () => Promise.resolve({ ok: true, data: { days: month } });
    await tap('再看一次');
    expect(screen.getByText('8,532')).toBeTruthy();
  });
});
