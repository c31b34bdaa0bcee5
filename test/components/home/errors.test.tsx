import { errorTable, type ErrorCode } from '../../../cloud/contract/errors';
import { month } from '../setup/days';
import { FakeWechat, fails, refusal, type WxFailure } from '../setup/fake-wechat';
import { launchHome } from '../setup/launch';

/** What the person can tap, by the way out that the table gives. */
const buttons = {
  'open-setting': '去设置打开',
  'agree-privacy': '查看隐私指引',
  retry: '再试一次',
  tap: '再试一次',
  none: undefined,
};

async function expectOnScreen(wechat: FakeWechat, code: ErrorCode): Promise<void> {
  const { screen, tap } = await launchHome(wechat);
  await tap('查看我的步数');
  const { sentence, recover } = errorTable[code];
  expect(screen.getByText(sentence)).toBeTruthy();
  const labels = screen.queryAllByRole('button').map((button) => button.textContent);
  expect(labels).toEqual([buttons[recover], '分享到群，看谁走得最多'].filter((label) => label !== undefined));
}

describe('what WeChat answers to getWeRunData is told on the screen', () => {
  it.each<[ErrorCode, WxFailure]>([
    ['scope-denied', { errMsg: 'getWeRunData:fail auth deny', errno: 103 }],
    ['scope-denied', { errMsg: 'getWeRunData:fail:auth denied' }],
    ['scope-denied', { errMsg: 'getWeRunData:fail jsapi user authorize canceled', errno: 104 }],
    [
      'scope-undeclared',
      { errMsg: 'getWeRunData:fail api scope is not declared in the privacy agreement', errno: 112 },
    ],
    ['privacy-denied', { errMsg: 'getWeRunData:fail privacy permission is not authorized', errno: 104 }],
    ['privacy-denied', { errMsg: 'getWeRunData:fail privacy permission is not authorized', errno: 103 }],
    ['privacy-banned', { errMsg: 'getWeRunData:fail appid privacy api banned', errno: 1025 }],
    ['werun-unsupported', { errMsg: 'getWeRunData:fail device not support' }],
    ['werun-unsupported', { errMsg: 'getWeRunData:fail data no response' }],
    ['werun-unsupported', { errMsg: 'getWeRunData:fail' }],
    ['network', { errMsg: 'getWeRunData:fail request:fail net::ERR_INTERNET_DISCONNECTED' }],
    ['timeout', { errMsg: 'getWeRunData:fail timeout', errno: 5 }],
    ['rate-limited', { errMsg: 'getWeRunData:fail server frequency limit', errno: 1003 }],
  ])('%s: %j', async (code, failure) => {
    const wechat = new FakeWechat(month);
    wechat.script.getWeRunData = fails(failure);
    await expectOnScreen(wechat, code);
    expect(wechat.routes).toEqual(['groups', 'steps']);
  });

  it('api-unsupported: an old WeChat has no such API', async () => {
    const wechat = new FakeWechat(month);
    delete wechat.wx['getWeRunData'];
    await expectOnScreen(wechat, 'api-unsupported');
  });

  it('cloud-error: Cloud Base is not opened, so there is no CloudID', async () => {
    const wechat = new FakeWechat(month);
    wechat.script.getWeRunData = () => Promise.resolve({});
    await expectOnScreen(wechat, 'cloud-error');
  });

  it('network: not even wx.login got through, and the next tap signs in again', async () => {
    const wechat = new FakeWechat(month);
    wechat.script.login = fails({ errMsg: 'login:fail request:fail' });
    await expectOnScreen(wechat, 'network');
    expect(wechat.asked).toEqual([]);
  });
});

describe('a call that fails is told on the screen', () => {
  it.each<[ErrorCode, WxFailure]>([
    ['timeout', { errCode: -504003, errMsg: 'cloud.callFunction:fail Invoking task timed out after 3 seconds' }],
    ['timeout', { errCode: -404012, errMsg: 'cloud.callFunction:fail polling exceed max timeout retry' }],
    ['network', { errCode: -1, errMsg: 'cloud.callFunction:fail request:fail net::ERR_CONNECTION_RESET' }],
    ['cloud-error', { errCode: -501000, errMsg: 'cloud.callFunction:fail FUNCTION_NOT_FOUND' }],
    ['cloud-error', { errCode: -604101, errMsg: 'function has no permission to call this API' }],
  ])('%s: %j', async (code, failure) => {
    const wechat = new FakeWechat(month);
    wechat.script.weRun = fails(failure);
    await expectOnScreen(wechat, code);
  });
});

describe('what the function refuses is told on the screen', () => {
  it.each(Object.keys(errorTable) as ErrorCode[])('%s', async (code) => {
    const wechat = new FakeWechat(month);
    wechat.script.weRun = () => Promise.resolve(refusal(code));
    await expectOnScreen(wechat, code);
  });

  it.each([
    undefined,
    null,
    'text',
    {},
    { ok: true },
    { ok: false },
    { ok: false, error: { code: 'of-a-newer-cloud' } },
  ])('an answer that is none (%j) is a cloud-error', async (answer) => {
    const wechat = new FakeWechat(month);
    wechat.script.weRun = () => Promise.resolve(answer);
    await expectOnScreen(wechat, 'cloud-error');
  });
});
