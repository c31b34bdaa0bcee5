import { errorTable } from '../../../cloud/contract/errors';
import { month } from '../setup/days';
import { FakeWechat, fails } from '../setup/fake-wechat';
import { launchHome, launchMe, type Launched } from '../setup/launch';

const TITLE = '先说清楚，再请你同意';

/** What WeChat was told, in order. */
interface Told {
  readonly event: string;
  readonly buttonId?: string;
}

/** A private API waits, as WeChat lets the app know. */
async function need({ settle }: Launched, wechat: FakeWechat, referrer: string): Promise<Told[]> {
  const told: Told[] = [];
  const listener = wechat.privacyListener;
  if (listener === undefined) throw new Error('nobody has registered');
  await settle(() => listener((answer) => told.push(answer), { referrer }));
  return told;
}

describe('the privacy question', () => {
  it('is not on the screen before something needs it', async () => {
    const wechat = new FakeWechat(month);
    const { screen } = await launchHome(wechat);
    expect(screen.queryByText(TITLE)).toBeNull();
    expect(wechat.privacyListener).toBeDefined();
  });

  it('explains, and tells WeChat that it does', async () => {
    const wechat = new FakeWechat(month);
    const page = await launchHome(wechat);
    const { screen } = page;
    const told = await need(page, wechat, 'getWeRunData');
    expect(screen.getByText(TITLE)).toBeTruthy();
    expect(screen.getByText('阅读《同行隐私保护指引》')).toBeTruthy();
    expect(told).toEqual([{ event: 'exposureAuthorization' }]);
  });

  it('hands the id of the tapped button over, which WeChat checks', async () => {
    const wechat = new FakeWechat(month);
    const page = await launchHome(wechat);
    const { screen, tap } = page;
    const told = await need(page, wechat, 'getWeRunData');
    const { id } = screen.getByText('同意');
    await tap('同意');
    expect(told[1]).toEqual({ event: 'agree', buttonId: id });
    expect(id).not.toBe('');
    expect(wechat.asked).toEqual(['agreePrivacyAuthorization']);
    expect(screen.queryByText(TITLE)).toBeNull();
  });

  it('tells WeChat of a refusal', async () => {
    const wechat = new FakeWechat(month);
    const page = await launchHome(wechat);
    const { screen, tap } = page;
    const told = await need(page, wechat, 'getWeRunData');
    await tap('不同意');
    expect(told[1]).toEqual({ event: 'disagree' });
    expect(screen.queryByText(TITLE)).toBeNull();
  });

  it('is one question, whoever waits for its answer', async () => {
    const wechat = new FakeWechat(month);
    const page = await launchMe(wechat);
    const { tap } = page;
    const first = await need(page, wechat, 'button.chooseAvatar');
    const second = await need(page, wechat, 'input.nickname');
    await tap('同意');
    expect(first[1]?.event).toBe('agree');
    expect(second[1]?.event).toBe('agree');
  });

  it('opens the guideline and stays', async () => {
    const wechat = new FakeWechat(month);
    const page = await launchHome(wechat);
    const { screen, tap } = page;
    await need(page, wechat, 'getWeRunData');
    await tap('阅读《同行隐私保护指引》');
    expect(wechat.asked).toEqual(['openPrivacyContract']);
    expect(screen.getByText(TITLE)).toBeTruthy();
  });
});

describe('the way out of a refused guideline', () => {
  async function refused(needAuthorization: boolean) {
    const wechat = new FakeWechat(month);
    const { getWeRunData } = wechat.script;
    wechat.script.getPrivacySetting = () =>
      Promise.resolve({ needAuthorization, privacyContractName: '《同行隐私保护指引》' });
    wechat.script.getWeRunData = fails({
      errMsg: 'getWeRunData:fail privacy permission is not authorized',
      errno: 104,
    });
    const home = await launchHome(wechat);
    await home.tap('查看我的步数');
    expect(home.screen.getByText(errorTable['privacy-denied'].sentence)).toBeTruthy();
    wechat.script.getWeRunData = getWeRunData;
    await home.tap('查看隐私指引');
    return { wechat, ...home };
  }

  it('asks by its own sheet at once, since WeChat keeps silent for ten seconds', async () => {
    const { wechat, screen, tap } = await refused(true);
    expect(wechat.asked).toEqual(['getWeRunData']);
    expect(screen.getByText(TITLE)).toBeTruthy();
    await tap('同意');
    expect(wechat.asked).toEqual(['getWeRunData', 'agreePrivacyAuthorization', 'getWeRunData']);
    expect(screen.getByText('8,532')).toBeTruthy();
  });

  it('asks WeChat nothing where the person refuses again', async () => {
    const { wechat, screen, tap } = await refused(true);
    await tap('不同意');
    expect(wechat.asked).toEqual(['getWeRunData']);
    expect(screen.getByText(errorTable['privacy-denied'].sentence)).toBeTruthy();
  });

  it('goes straight on where the person has agreed meanwhile', async () => {
    const { screen } = await refused(false);
    expect(screen.getByText('8,532')).toBeTruthy();
  });
});
