import { find, pageOf, reads, tutorial } from './phone';
import { eventually } from '../../eventually';

const world = tutorial();

describe('evaluate', () => {
  it('runs with the globals of app code', async () => {
    const { miniProgram } = world();
    type App = { globalData: { scene: number } };
    const scene = (added: number) => getApp<App>().globalData.scene + added;
    expect(await miniProgram.evaluate(scene, 1)).toBe(1002);
    expect(await miniProgram.evaluate('() => typeof document + typeof process')).toBe('undefinedundefined');
  });

  it('waits for a Promise', async () => {
    const info: unknown = await world().miniProgram.evaluate('() => wx.getStorageInfo().then((info) => info.keys)');
    expect(info).toEqual(['logs']);
  });
});

describe('calls of wx', () => {
  it('give what success would get, or fail with errMsg', async () => {
    const { miniProgram, openid } = world();
    expect(await miniProgram.callWxMethod('getStorage', { key: 'logs' })).toMatchObject({ errMsg: 'getStorage:ok' });
    await expect(miniProgram.callWxMethod('getStorage', { key: 'no' })).rejects.toThrow(
      'getStorage:fail data not found',
    );
    expect(await miniProgram.callWxMethod('getPrivacySetting')).toMatchObject({ needAuthorization: true });
    expect(await miniProgram.callWxMethod('cloud.callFunction', { name: 'login' })).toMatchObject({
      result: { openid },
    });
    await expect(miniProgram.callWxMethod('chooseImage')).rejects.toThrow('wx.chooseImage is not in the local WeChat');
  });

  it('navigate', async () => {
    const { miniProgram } = world();
    expect((await miniProgram.navigateTo('/pages/steps/steps'))?.path).toBe('pages/steps/steps');
    await expect(miniProgram.navigateTo('/pages/none/none')).rejects.toThrow(/navigateTo:fail page/);
  });

  it('give the system info by which scripts tell where they are', async () => {
    expect(await world().miniProgram.systemInfo()).toMatchObject({ platform: 'devtools', SDKVersion: '3.8.0' });
  });
});

describe('mocks', () => {
  it('answer the app in place of wx, until they are taken away', async () => {
    const { miniProgram, openid } = world();
    const index = await pageOf(miniProgram);
    await miniProgram.mockWxMethod('showModal', { confirm: true, cancel: false });
    expect(await miniProgram.callWxMethod('showModal', { title: 'x' })).toMatchObject({ confirm: true });
    await miniProgram.mockWxMethod('getStorageSync', 'function (key, fallback) { return key + fallback }', '!');
    expect(await miniProgram.callWxMethod('getStorageSync', 'key')).toBe('key!');
    await miniProgram.restoreWxMethod('getStorageSync');
    expect(await miniProgram.callWxMethod('getStorageSync', 'key')).toBe('');
    await (await find(index, '.openid')).tap();
    await reads(index, '.openid-text', openid);
  });

  it('may ask what they replace, and may fail', async () => {
    const { miniProgram } = world();
    const declaration = `function (options, network) {
      return new Promise((resolve) => this.origin({ success: (info) => resolve({ ...info, networkType: network }) }))
    }`;
    await miniProgram.mockWxMethod('getNetworkType', declaration, '2g');
    expect(await miniProgram.callWxMethod('getNetworkType')).toMatchObject({ networkType: '2g', weakNet: false });
    await miniProgram.mockWxMethod('getNetworkType', { errMsg: 'getNetworkType:fail' });
    await expect(miniProgram.callWxMethod('getNetworkType')).rejects.toThrow('getNetworkType:fail');
  });
});

describe('what the app tells', () => {
  it('console messages, once they are asked for', async () => {
    const { miniProgram, openid } = world();
    const logged: unknown[] = [];
    miniProgram.on('console', (message: { args: unknown[] }) => logged.push(message.args));
    await (await find(await pageOf(miniProgram), '.openid')).tap();
    await eventually(() => Promise.resolve(logged.length > 0 ? true : undefined), 'a message of the console');
    expect(logged).toEqual([['[云函数] [login] user openid: ', openid]]);
  });

  it('exceptions', async () => {
    const { miniProgram } = world();
    const thrown = new Promise((resolve) => miniProgram.on('exception', resolve));
    await miniProgram.evaluate("() => void setTimeout(() => { throw new Error('a bug') }, 0)");
    expect(await thrown).toMatchObject({ exception: { message: expect.stringContaining('a bug') as string } });
  });

  it('calls of a function that the test exposed', async () => {
    const { miniProgram } = world();
    const called = new Promise((resolve) => {
      void miniProgram
        .exposeFunction('tellTest', (...args: unknown[]) => resolve(args))
        .then(() => miniProgram.evaluate("() => tellTest('hello', { n: 1 })"));
    });
    expect(await called).toEqual(['hello', { n: 1 }]);
  });
});

describe('a cold start', () => {
  it('is another page to a client that stays, and the console goes on', async () => {
    const { miniProgram, emulator, openid } = world();
    const logged: unknown[] = [];
    miniProgram.on('console', (message: { args: unknown[] }) => logged.push(message.args[0]));
    await (await find(await pageOf(miniProgram), '.title')).text();
    const line = emulator.phones.find(undefined);
    await emulator.phones.restart(line, { enter: { path: 'pages/steps/steps' } });
    const steps = await pageOf(miniProgram);
    expect(steps.path).toBe('pages/steps/steps');
    expect((await find(steps, 'button')).tagName).toBe('button');
    await miniProgram.evaluate("() => console.log('after the start')");
    await eventually(() => Promise.resolve(logged.length > 0 ? true : undefined), 'a message of the console');
    expect(logged).toEqual(['after the start']);
    await emulator.phones.restart(line, { openid });
  });
});
