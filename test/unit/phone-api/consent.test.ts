import { called, dialogOf, newPhone } from './phone';

type Steps = { errMsg: string; encryptedData: string; iv: string; cloudID?: string };
type Failure = { errMsg: string; errno?: number };

const steps = (wx: Awaited<ReturnType<typeof newPhone>>['wx']) =>
  called<Steps, Failure>((options) => wx.getWeRunData(options));

describe('wx.getWeRunData', () => {
  it('asks for privacy, then for the scope, then gives encrypted data and a CloudID', async () => {
    const { wx, context, platform, openid } = await newPhone();
    const answer = steps(wx);
    expect(await dialogOf(context)).toMatchObject({
      kind: 'privacy',
      contractName: expect.stringContaining('隐私') as string,
    });
    context.native.answer(['privacy'], { accepted: true });
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(await dialogOf(context)).toMatchObject({ kind: 'authorize', scope: 'scope.werun' });
    context.native.answer(['authorize'], { accepted: true });
    const { cloudID, ...rest } = await answer;
    expect(rest).toEqual({
      errMsg: 'getWeRunData:ok',
      encryptedData: expect.any(String) as string,
      iv: expect.any(String) as string,
    });
    expect(platform.resolveCloudID(String(cloudID), openid)).toHaveProperty('data.stepInfoList');
  });

  it('asks once: the second call is answered without a dialog', async () => {
    const { wx, context, platform, openid } = await newPhone();
    await platform.answerPrivacy(openid, true);
    const both = Promise.all([steps(wx), steps(wx)]);
    await dialogOf(context);
    context.native.answer(['authorize'], { accepted: true });
    await both;
    await expect(steps(wx)).resolves.toHaveProperty('cloudID');
    expect(context.native.dialogs).toEqual([]);
  });

  it('fails with auth deny after a refusal, and asks no more', async () => {
    const { wx, context, platform, openid } = await newPhone();
    await platform.answerPrivacy(openid, true);
    const first = steps(wx);
    await dialogOf(context);
    context.native.answer(['authorize'], { accepted: false });
    await expect(first).rejects.toEqual({ errMsg: 'getWeRunData:fail auth deny', errno: 103 });
    await expect(steps(wx)).rejects.toMatchObject({ errMsg: 'getWeRunData:fail auth deny' });
    expect((await wx.getSetting()).authSetting).toEqual({ 'scope.werun': false });
  });

  it("fails with errno 104 where WeChat's privacy popup was refused, without asking for the scope", async () => {
    const { wx, context } = await newPhone();
    const answer = steps(wx);
    await dialogOf(context);
    context.native.answer(['privacy'], { accepted: false });
    await expect(answer).rejects.toEqual({
      errMsg: 'getWeRunData:fail privacy permission is not authorized',
      errno: 104,
    });
    expect(context.native.dialogs).toEqual([]);
  });

  it('asks again after a refusal where the platform says so: after its 10 s of silence', async () => {
    const { wx, context, clock } = await newPhone();
    const request = context.bridge.request.bind(context.bridge);
    Object.assign(context.bridge, {
      request: async (...args: Parameters<typeof request>) => {
        const answer = await request(...args);
        if (args[0] === 'answerPrivacy') clock.advance(11_000);
        return answer;
      },
    });
    const answer = steps(wx);
    await dialogOf(context);
    context.native.answer(['privacy'], { accepted: false });
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(await dialogOf(context)).toMatchObject({ kind: 'privacy' });
    context.native.answer(['privacy'], { accepted: true });
    await new Promise((resolve) => setTimeout(resolve, 20));
    context.native.answer(['authorize'], { accepted: true });
    await expect(answer).resolves.toHaveProperty('cloudID');
  });

  it('has no cloudID where no cloud environment was opened', async () => {
    const { wx, platform, openid } = await newPhone();
    await platform.answerPrivacy(openid, true);
    await platform.answerScope(openid, 'scope.werun', true);
    await platform.declare({ cloud: false });
    expect(await steps(wx)).not.toHaveProperty('cloudID');
  });

  it('fails without a network', async () => {
    const { wx, platform, openid, goOffline } = await newPhone();
    await platform.answerPrivacy(openid, true);
    await platform.answerScope(openid, 'scope.werun', true);
    goOffline();
    await expect(steps(wx)).rejects.toMatchObject({
      errMsg: expect.stringMatching(/^getWeRunData:fail .*ERR_INTERNET_DISCONNECTED/) as string,
    });
  });
});

describe('wx.authorize and wx.openSetting', () => {
  it('authorize is itself a privacy API and shows the consent dialog of its scope', async () => {
    const { wx, context } = await newPhone();
    const answer = wx.authorize({ scope: 'scope.werun' });
    await dialogOf(context);
    context.native.answer(['privacy'], { accepted: true });
    await new Promise((resolve) => setTimeout(resolve, 20));
    context.native.answer(['authorize'], { accepted: false });
    await expect(answer).rejects.toMatchObject({ errMsg: 'authorize:fail auth deny' });
  });

  it('authorize refuses a scope that WeChat does not know', async () => {
    const { wx } = await newPhone();
    await expect(wx.authorize({ scope: 'scope.steps' })).rejects.toEqual({ errMsg: 'authorize:fail invalid scope' });
  });

  it("openSetting opens WeChat's page and answers with what is set when it has been left", async () => {
    const { wx, opened, platform, openid } = await newPhone();
    await platform.answerScope(openid, 'scope.werun', false);
    const { authSetting, errMsg } = await wx.openSetting();
    expect(opened).toEqual([{ name: 'setting', data: {} }]);
    expect({ authSetting, errMsg }).toEqual({ authSetting: { 'scope.werun': false }, errMsg: 'openSetting:ok' });
  });
});

describe("wx.onNeedPrivacyAuthorization: the app's own popup", () => {
  type Resolve = (option: { event: 'agree' | 'disagree' | 'exposureAuthorization'; buttonId?: string }) => void;

  /** Asks for privacy by requirePrivacyAuthorize; gives its outcome and what the app's listener got. */
  async function ask(phone: Awaited<ReturnType<typeof newPhone>>) {
    const needed = new Promise<{ resolve: Resolve; referrer: string }>((tell) => {
      phone.wx.onNeedPrivacyAuthorization((resolve, { referrer }) => tell({ resolve, referrer }));
    });
    const outcome = called<Failure, Failure>((options) => phone.wx.requirePrivacyAuthorize(options));
    outcome.catch(() => undefined);
    return { outcome, ...(await needed) };
  }

  it("replaces WeChat's popup, and disagree fails the call that waits", async () => {
    const phone = await newPhone();
    const { outcome, resolve, referrer } = await ask(phone);
    expect(referrer).toBe('requirePrivacyAuthorize');
    expect(phone.context.native.dialogs).toEqual([]);
    resolve({ event: 'exposureAuthorization' });
    resolve({ event: 'disagree' });
    await expect(outcome).rejects.toMatchObject({ errMsg: expect.stringContaining('privacy permission') as string });
  });

  it('agree needs the id of an agreePrivacyAuthorization button that was tapped', async () => {
    const phone = await newPhone();
    const { outcome, resolve } = await ask(phone);
    resolve({ event: 'agree', buttonId: 'agree-btn' });
    expect(phone.errors).toEqual([
      expect.objectContaining({ message: expect.stringContaining('agree-btn') as string }),
    ]);
    phone.context.events.emit('agreePrivacyAuthorization', 'agree-btn');
    resolve({ event: 'agree', buttonId: 'agree-btn' });
    await expect(outcome).resolves.toEqual({ errMsg: 'requirePrivacyAuthorize:ok' });
    const setting = await called<{ needAuthorization: boolean }, Failure>((options) =>
      phone.wx.getPrivacySetting(options),
    );
    expect(setting.needAuthorization).toBe(false);
  });

  it('the last registration wins', async () => {
    const phone = await newPhone();
    const first = jest.fn();
    phone.wx.onNeedPrivacyAuthorization(first);
    const { resolve, outcome } = await ask(phone);
    resolve({ event: 'disagree' });
    await expect(outcome).rejects.toBeDefined();
    expect(first).not.toHaveBeenCalled();
  });
});
