import { answers, FakeWechat, fails, mainland } from '../setup/fake-wechat';
import { launchMe } from '../setup/launch';

const BUTTON = '使用微信手机号';

describe('the phone number', () => {
  it('is redeemed by its code, and shown masked', async () => {
    const wechat = new FakeWechat();
    const { screen, tap } = await launchMe(wechat);
    await tap(BUTTON);
    expect(screen.getByText('138****8000')).toBeTruthy();
    expect(screen.queryByText(/13800138000/)).toBeNull();
    expect(wechat.calls.at(-1)?.data).toEqual({ $url: 'phoneByCode', code: 'code-1' });
  });

  it('prefers the code where WeChat gives the old fields as well', async () => {
    const wechat = new FakeWechat();
    wechat.script.getPhoneNumber = () => ({ code: 'code', cloudID: 'id', encryptedData: 'data', iv: 'iv' });
    const { tap } = await launchMe(wechat);
    await tap(BUTTON);
    expect(wechat.sentCloudIDs).toEqual([]);
  });

  it('goes by the CloudID where there is no code', async () => {
    const wechat = new FakeWechat();
    wechat.script.getPhoneNumber = () => ({ errMsg: 'getPhoneNumber:ok', cloudID: 'id', encryptedData: 'data' });
    const { screen, tap } = await launchMe(wechat);
    await tap(BUTTON);
    expect(wechat.sentCloudIDs).toEqual(['id']);
    expect(screen.getByText('138****8000')).toBeTruthy();
  });

  it('that the cloud keeps is not asked for again', async () => {
    const wechat = new FakeWechat();
    wechat.script.phone = answers({ phone: { ...mainland, countryCode: '852', purePhoneNumber: '91234567' } });
    const { screen } = await launchMe(wechat);
    expect(screen.getByText('+852 91****67')).toBeTruthy();
    expect(screen.queryByText(BUTTON)).toBeNull();
    expect(wechat.asked).toEqual([]);
  });

  it('costs nothing while it is not known whether the cloud keeps one', async () => {
    const wechat = new FakeWechat();
    wechat.script.phone = () => new Promise(() => undefined);
    const { tap } = await launchMe(wechat);
    await tap('请稍候');
    expect(wechat.asked).toEqual([]);
  });

  it('nor when that could not be found out: a tap looks again', async () => {
    const wechat = new FakeWechat();
    wechat.script.phone = fails({ errMsg: 'cloud.callFunction:fail request:fail' });
    const { screen, tap } = await launchMe(wechat);
    wechat.script.phone = answers({ phone: mainland });
    await tap('再试一次');
    expect(screen.getByText('138****8000')).toBeTruthy();
    expect(wechat.asked).toEqual([]);
  });

  it('is replaced by another one', async () => {
    const wechat = new FakeWechat();
    wechat.script.phone = answers({ phone: mainland });
    wechat.script.phoneByCode = answers({ phone: { ...mainland, purePhoneNumber: '13900139111' } });
    const { screen, tap } = await launchMe(wechat);
    await tap('更换');
    expect(screen.getByText('139****9111')).toBeTruthy();
    expect(wechat.asked).toEqual(['getPhoneNumber']);
  });

  it('stays when replacing it was refused', async () => {
    const wechat = new FakeWechat();
    wechat.script.phone = answers({ phone: mainland });
    wechat.script.getPhoneNumber = () => ({ errMsg: 'getPhoneNumber:fail user deny' });
    const { screen, tap } = await launchMe(wechat);
    await tap('更换');
    expect(screen.getByText('138****8000')).toBeTruthy();
    expect(screen.getByRole('alert')).toBeTruthy();
  });

  it('is deleted here and there, once the person is sure', async () => {
    const wechat = new FakeWechat();
    wechat.script.phone = answers({ phone: mainland });
    wechat.script.showModal = () => false;
    const { screen, tap } = await launchMe(wechat);
    await tap('删除');
    expect(wechat.routes).not.toContain('forgetPhone');
    wechat.script.showModal = () => true;
    await tap('删除');
    expect(wechat.routes).toContain('forgetPhone');
    expect(screen.queryByText('138****8000')).toBeNull();
    expect(screen.getByText(BUTTON)).toBeTruthy();
  });

  it('stays on the screen when it could not be deleted, and a tap tries again', async () => {
    const wechat = new FakeWechat();
    const { forgetPhone } = wechat.script;
    wechat.script.phone = answers({ phone: mainland });
    wechat.script.forgetPhone = fails({ errMsg: 'cloud.callFunction:fail request:fail' });
    const { screen, tap } = await launchMe(wechat);
    await tap('删除');
    expect(screen.getByText('138****8000')).toBeTruthy();
    wechat.script.forgetPhone = forgetPhone;
    await tap('再试一次');
    expect(screen.queryByText('138****8000')).toBeNull();
  });
});

describe('the privacy guideline and the button', () => {
  const unagreed = () => Promise.resolve({ needAuthorization: true, privacyContractName: '《同行隐私保护指引》' });

  it('one tap agrees and asks, and the page says so beside it', async () => {
    const wechat = new FakeWechat();
    wechat.script.getPrivacySetting = unagreed;
    const { screen, tap } = await launchMe(wechat);
    expect(screen.getByText('轻触即表示你同意用户隐私保护指引')).toBeTruthy();
    await tap(BUTTON);
    expect(wechat.asked).toEqual(['getPhoneNumber', 'agreePrivacyAuthorization']);
  });

  it('who has agreed is asked for the number alone', async () => {
    const wechat = new FakeWechat();
    const { screen, tap } = await launchMe(wechat);
    expect(screen.queryByText('轻触即表示你同意用户隐私保护指引')).toBeNull();
    await tap(BUTTON);
    expect(wechat.asked).toEqual(['getPhoneNumber']);
  });

  it('an old WeChat, which has no guideline, gets the button that it knows', async () => {
    const wechat = new FakeWechat();
    delete wechat.wx['getPrivacySetting'];
    delete wechat.wx['onNeedPrivacyAuthorization'];
    const { tap } = await launchMe(wechat);
    await tap(BUTTON);
    expect(wechat.asked).toEqual(['getPhoneNumber']);
  });
});
