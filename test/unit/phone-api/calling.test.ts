import { newPhone } from './phone';

const tick = () => new Promise((resolve) => setTimeout(resolve, 20));

describe("WeChat's calling convention", () => {
  it('answers with a Promise where no callback is given', async () => {
    const { wx } = await newPhone();
    await expect(wx.login()).resolves.toEqual({ errMsg: 'login:ok', code: expect.any(String) as string });
  });

  it('answers callbacks, success before complete, later, and returns nothing', async () => {
    const { wx } = await newPhone();
    const order: string[] = [];
    const returned: unknown = wx.getSetting({
      success: ({ errMsg }) => order.push(`success ${errMsg}`),
      complete: ({ errMsg }) => order.push(`complete ${errMsg}`),
    });
    order.push('after the call');
    await tick();
    expect(returned).toBeUndefined();
    expect(order).toEqual(['after the call', 'success getSetting:ok', 'complete getSetting:ok']);
  });

  it('fails with a plain object that names the API', async () => {
    const { wx } = await newPhone();
    const failure: unknown = await wx.getStorage({ key: 'nothing' }).catch((thrown: unknown) => thrown);
    expect(failure).toEqual({ errMsg: 'getStorage:fail data not found' });
    expect(failure).not.toBeInstanceOf(Error);
  });

  it('says which parameter is of the wrong type', async () => {
    const { wx } = await newPhone();
    const untyped = wx.showToast as (options: object) => Promise<unknown>;
    await expect(untyped({ title: 5 })).rejects.toEqual({
      errMsg: 'showToast:fail parameter error: parameter.title should be String instead of Number;',
    });
  });

  it('reports what a callback throws and still calls complete', async () => {
    const { wx, errors } = await newPhone();
    const complete = jest.fn();
    wx.login({
      success: () => {
        throw new Error('a bug of the app');
      },
      complete,
    });
    await tick();
    expect(errors).toEqual([new Error('a bug of the app')]);
    expect(complete).toHaveBeenCalledTimes(1);
  });

  it('gives copies: a change by the app changes nothing in the phone', async () => {
    const { wx } = await newPhone();
    const first = await wx.getSetting();
    Object.assign(first.authSetting, { 'scope.werun': true });
    expect((await wx.getSetting()).authSetting).toEqual({});
  });

  it('knows no Promise where WeChat documents none', async () => {
    const { wx } = await newPhone();
    const wait = { success: () => undefined };
    expect([
      wx.getWeRunData(),
      wx.getPrivacySetting(wait),
      wx.requirePrivacyAuthorize(wait),
      wx.getSystemInfoAsync(),
    ]).toEqual([undefined, undefined, undefined, undefined]);
  });

  it('offers its functions as own enumerable properties, as Taro lists them', async () => {
    const { wx } = await newPhone();
    expect(Object.keys(wx)).toEqual(expect.arrayContaining(['login', 'cloud', 'getWeRunData', 'navigateTo', 'env']));
    expect(Object.prototype.hasOwnProperty.call(wx, 'getWeRunData')).toBe(true);
  });
});

describe('what the local WeChat does not have', () => {
  it('reads as undefined, is told once by name, and fails by name when it is called', async () => {
    const { wx, warnings } = await newPhone();
    const loose = wx as unknown as Record<string, () => void>;
    expect(loose['chooseImage']).toBeUndefined();
    expect(() => loose['chooseImage']?.call(wx)).not.toThrow();
    expect(() => (wx as unknown as { chooseImage: () => void }).chooseImage()).toThrow(/chooseImage is not a function/);
    expect(warnings().filter((text) => text.startsWith('wx.chooseImage is not in the local WeChat'))).toHaveLength(1);
  });

  it.each([
    ...[
      'getWeRunData',
      'login.success.code',
      'cloud.callFunction',
      'canIUse',
      'button',
      'button.open-type.openSetting',
    ],
    ...['scroll-view.scroll-top', 'text.decode', 'view.hidden', 'image.mode.widthFix'],
  ])('is told from %s, which canIUse knows', async (schema) => {
    const { wx } = await newPhone();
    expect(wx.canIUse(schema)).toBe(true);
  });

  it.each([
    ...['chooseImage', 'cloud.database', 'cloud.constructor', 'constructor', 'ad', 'map', ''],
    ...['button.open-type.contact', 'button.open-type.constructor', 'scroll-view.nonsense', 'view.constructor'],
    ...['scroll-view.enhanced', 'view.animation', 'picker.level'],
  ])('is not there for canIUse either: %s', async (schema) => {
    const { wx } = await newPhone();
    expect(wx.canIUse(schema)).toBe(false);
  });
});
