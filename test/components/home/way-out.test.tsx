import { errorTable } from '../../../cloud/contract/errors';
import { month } from '../setup/days';
import { FakeWechat, fails, refusal } from '../setup/fake-wechat';
import { launchHome } from '../setup/launch';

const denied = fails({ errMsg: 'getWeRunData:fail auth deny', errno: 103 });

describe('the way out of a refused scope', () => {
  async function refused(): Promise<{ wechat: FakeWechat } & Awaited<ReturnType<typeof launchHome>>> {
    const wechat = new FakeWechat(month);
    const { getWeRunData } = wechat.script;
    let granted = false;
    wechat.script.getWeRunData = () => (granted ? getWeRunData() : denied());
    wechat.script.openSetting = () => {
      granted = true;
      return Promise.resolve({ authSetting: { 'scope.werun': true } });
    };
    const home = await launchHome(wechat);
    await home.tap('查看我的步数');
    return { wechat, ...home };
  }

  it('opens the settings, and shows the chart at once where steps were granted there', async () => {
    const { wechat, screen, tap } = await refused();
    await tap('去设置打开');
    expect(wechat.asked).toEqual(['getWeRunData', 'openSetting', 'getWeRunData']);
    expect(screen.getByText('8,532')).toBeTruthy();
  });

  it('does not ask again where they were not', async () => {
    const { wechat, screen, tap } = await refused();
    wechat.script.openSetting = () => Promise.resolve({ authSetting: { 'scope.werun': false } });
    await tap('去设置打开');
    expect(wechat.asked).toEqual(['getWeRunData', 'openSetting']);
    expect(screen.getByText(errorTable['scope-denied'].sentence)).toBeTruthy();
  });
});

describe('trying again', () => {
  it.each(['再试一次', '查看隐私指引'] as const)('%s asks again, and shows the chart when it works', async (label) => {
    const wechat = new FakeWechat(month);
    const { getWeRunData } = wechat.script;
    const errMsg =
      label === '查看隐私指引' ? 'getWeRunData:fail privacy permission is not authorized' : 'getWeRunData:fail';
    wechat.script.getWeRunData = fails({ errMsg });
    const { screen, tap } = await launchHome(wechat);
    await tap('查看我的步数');
    wechat.script.getWeRunData = getWeRunData;
    await tap(label);
    expect(screen.getByText('8,532')).toBeTruthy();
  });

  it('keeps what is on the screen when asking again fails, with the sentence above it', async () => {
    const wechat = new FakeWechat(month);
    const { screen, tap, pullDown } = await launchHome(wechat);
    await tap('查看我的步数');
    wechat.script.weRun = () => Promise.resolve(refusal('rate-limited', true));
    await pullDown();
    expect(screen.getByText(errorTable['rate-limited'].sentence)).toBeTruthy();
    expect(screen.getByText('8,532')).toBeTruthy();
    expect(screen.getByText('再试一次')).toBeTruthy();
  });

  it('heals an expired CloudID without a word', async () => {
    const wechat = new FakeWechat(month);
    const { weRun } = wechat.script;
    let calls = 0;
    wechat.script.weRun = (data) =>
      (calls += 1) === 1 ? Promise.resolve(refusal('cloudid-expired', true)) : weRun(data);
    const { screen, tap } = await launchHome(wechat);
    await tap('查看我的步数');
    expect(screen.getByText('8,532')).toBeTruthy();
    expect(wechat.sentCloudIDs).toEqual(['cloud-id-1', 'cloud-id-2']);
  });
});
