import { errorTable, type ErrorCode } from '../../../cloud/contract/errors';
import { FakeWechat, fails, refusal, type WxFailure } from '../setup/fake-wechat';
import { launchMe } from '../setup/launch';

const BUTTON = '使用微信手机号';

async function afterATap(wechat: FakeWechat) {
  const page = await launchMe(wechat);
  await page.tap(BUTTON);
  return page;
}

async function expectSentence(wechat: FakeWechat, code: ErrorCode): Promise<void> {
  const { screen } = await afterATap(wechat);
  expect(screen.getByText(errorTable[code].sentence)).toBeTruthy();
}

describe('what WeChat answers to a tap on the phone number button is told on the screen', () => {
  it.each<[ErrorCode, WxFailure]>([
    ['phone-denied', { errMsg: 'getPhoneNumber:fail user deny' }],
    ['phone-denied', { errMsg: 'getPhoneNumber:fail:user deny' }],
    ['phone-denied', { errMsg: 'getPhoneNumber:user deny' }],
    ['phone-denied', { errMsg: 'getPhoneNumber:fail user cancel' }],
    ['phone-denied', { errMsg: 'getPhoneNumber:fail jsapi user authorize denied', errno: 103 }],
    ['phone-denied', { errMsg: 'getPhoneNumber:fail jsapi user authorize canceled', errno: 104 }],
    ['phone-denied', { errMsg: 'getPhoneNumber:fail' }],
    ['phone-denied', { errMsg: 'getPhoneNumber:ok' }],
    ['phone-no-quota', { errMsg: 'getPhoneNumber:fail no quota', errno: 1400001 }],
    ['phone-blocked', { errMsg: 'getPhoneNumber:fail user is blocked, access denied', errno: 1421102 }],
    ['phone-unavailable', { errMsg: 'getPhoneNumber:fail no permission', errno: 102 }],
    ['phone-unavailable', { errMsg: 'getPhoneNumber:fail:jsapi has no permission' }],
    ['privacy-denied', { errMsg: 'getPhoneNumber:fail privacy permission is not authorized', errno: 104 }],
    ['privacy-denied', { errMsg: 'getPhoneNumber:fail privacy permission is not authorized', errno: 103 }],
    [
      'scope-undeclared',
      { errMsg: 'getPhoneNumber:fail api scope is not declared in the privacy agreement', errno: 112 },
    ],
    ['privacy-banned', { errMsg: 'getPhoneNumber:fail appid privacy api banned', errno: 1025 }],
    ['network', { errMsg: 'getPhoneNumber:fail request:fail net::ERR_INTERNET_DISCONNECTED' }],
    ['timeout', { errMsg: 'getPhoneNumber:fail timeout', errno: 5 }],
    ['rate-limited', { errMsg: 'getPhoneNumber:fail server frequency limit', errno: 1003 }],
  ])('%s: %j', async (code, failure) => {
    const wechat = new FakeWechat();
    wechat.script.getPhoneNumber = () => failure;
    await expectSentence(wechat, code);
    expect(wechat.routes).not.toContain('phoneByCode');
  });

  it('api-unsupported: a WeChat that gives the encrypted number alone', async () => {
    const wechat = new FakeWechat();
    wechat.script.getPhoneNumber = () => ({ errMsg: 'getPhoneNumber:ok', encryptedData: 'data', iv: 'iv' });
    await expectSentence(wechat, 'api-unsupported');
  });
});

describe('what the function refuses is told on the screen', () => {
  it.each<ErrorCode>([
    'phone-code-expired',
    'phone-code-foreign',
    'phone-unavailable',
    'open-data-untrusted',
    'rate-limited',
    'cloud-error',
    'internal',
  ])('%s', async (code) => {
    const wechat = new FakeWechat();
    wechat.script.phoneByCode = () => Promise.resolve(refusal(code, errorTable[code].retryable));
    await expectSentence(wechat, code);
  });

  it('a stale CloudID needs a new tap, and says so', async () => {
    const wechat = new FakeWechat();
    wechat.script.getPhoneNumber = () => ({ errMsg: 'getPhoneNumber:ok', cloudID: 'id' });
    wechat.script.phoneByCloudID = () => Promise.resolve(refusal('cloudid-expired', true));
    await expectSentence(wechat, 'phone-code-expired');
  });

  it('a call that does not get through', async () => {
    const wechat = new FakeWechat();
    wechat.script.phoneByCode = fails({ errMsg: 'cloud.callFunction:fail request:fail' });
    await expectSentence(wechat, 'network');
  });
});

describe('the way out', () => {
  it.each<[ErrorCode, () => unknown]>([
    ['phone-denied', () => ({ errMsg: 'getPhoneNumber:fail user deny' })],
    ['privacy-denied', () => ({ errMsg: 'getPhoneNumber:fail privacy permission is not authorized' })],
  ])('of %s is another tap on the same button', async (_code, failure) => {
    const wechat = new FakeWechat();
    const { getPhoneNumber } = wechat.script;
    wechat.script.getPhoneNumber = failure;
    const { screen, tap } = await afterATap(wechat);
    wechat.script.getPhoneNumber = getPhoneNumber;
    await tap(BUTTON);
    expect(screen.getByText('138****8000')).toBeTruthy();
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('of a used code is another tap, which brings another code', async () => {
    const wechat = new FakeWechat();
    const { phoneByCode } = wechat.script;
    wechat.script.phoneByCode = (data) =>
      data['code'] === 'code-1' ? Promise.resolve(refusal('phone-code-expired')) : phoneByCode(data);
    const { screen, tap } = await afterATap(wechat);
    await tap(BUTTON);
    expect(screen.getByText('138****8000')).toBeTruthy();
    expect(wechat.asked).toEqual(['getPhoneNumber', 'getPhoneNumber']);
  });

  it('of a lost connection sends the same code again, and asks WeChat nothing', async () => {
    const wechat = new FakeWechat();
    const { phoneByCode } = wechat.script;
    wechat.script.phoneByCode = fails({ errMsg: 'cloud.callFunction:fail request:fail' });
    const { screen, tap } = await afterATap(wechat);
    wechat.script.phoneByCode = phoneByCode;
    await tap('再试一次');
    expect(screen.getByText('138****8000')).toBeTruthy();
    expect(wechat.asked).toEqual(['getPhoneNumber']);
    expect(wechat.calls.filter(({ data }) => data['$url'] === 'phoneByCode').map(({ data }) => data['code'])).toEqual([
      'code-1',
      'code-1',
    ]);
  });

  it.each<[ErrorCode, WxFailure]>([
    ['phone-no-quota', { errMsg: 'getPhoneNumber:fail', errno: 1400001 }],
    ['phone-blocked', { errMsg: 'getPhoneNumber:fail', errno: 1421102 }],
  ])('of %s is not the button', async (_code, failure) => {
    const wechat = new FakeWechat();
    wechat.script.getPhoneNumber = () => failure;
    const { tap } = await afterATap(wechat);
    await tap(BUTTON);
    expect(wechat.asked).toEqual(['getPhoneNumber']);
  });
});
