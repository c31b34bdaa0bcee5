import { newPhone } from './phone';

describe('the device', () => {
  it('says the same synchronously and asynchronously', async () => {
    const { wx } = await newPhone();
    const info = wx.getSystemInfoSync();
    expect(await wx.getSystemInfo()).toEqual({ ...info, errMsg: 'getSystemInfo:ok' });
    expect(info).toMatchObject({ ...wx.getWindowInfo(), ...wx.getDeviceInfo(), ...wx.getAppBaseInfo() });
  });

  it('has its capsule inside the navigation bar, right of the middle', async () => {
    const { wx } = await newPhone();
    const { statusBarHeight, screenWidth, screenHeight, windowHeight } = wx.getWindowInfo();
    const { top, bottom, left, right } = wx.getMenuButtonBoundingClientRect();
    expect(top).toBeGreaterThan(statusBarHeight);
    expect(bottom).toBeLessThan(screenHeight - windowHeight);
    expect(left).toBeGreaterThan(screenWidth / 2);
    expect(right).toBeLessThan(screenWidth);
  });

  it('knows how it was entered', async () => {
    const { wx } = await newPhone();
    expect(wx.getEnterOptionsSync()).toMatchObject({ path: 'pages/index/index', query: { from: 'test' }, scene: 1001 });
    expect(wx.getLaunchOptionsSync()).not.toHaveProperty('shareTicket');
  });

  it('tells listeners until they are taken away', async () => {
    const { wx, context } = await newPhone();
    const listener = jest.fn();
    wx.onNetworkStatusChange(listener);
    context.events.emit('networkStatusChange', { isConnected: false, networkType: 'none' });
    wx.offNetworkStatusChange(listener);
    context.events.emit('networkStatusChange', { isConnected: true, networkType: 'wifi' });
    expect(listener.mock.calls).toEqual([[{ isConnected: false, networkType: 'none' }]]);
  });

  it('gives random bytes, as many as were asked for', async () => {
    const { wx } = await newPhone();
    const [one, other] = await Promise.all([wx.getRandomValues({ length: 16 }), wx.getRandomValues({ length: 16 })]);
    expect(one.randomValues.byteLength).toBe(16);
    expect(wx.arrayBufferToBase64(one.randomValues)).not.toBe(wx.arrayBufferToBase64(other.randomValues));
    expect((await wx.getRandomValues({ length: 100_000 })).randomValues.byteLength).toBe(100_000);
    await expect(wx.getRandomValues({ length: 0 })).rejects.toMatchObject({
      errMsg: expect.stringContaining('parameter.length') as unknown,
    });
  });

  it('turns bytes to base64 and back', async () => {
    const { wx } = await newPhone();
    const { buffer } = new Uint8Array([0, 1, 254, 255]);
    expect(wx.arrayBufferToBase64(buffer)).toBe('AAH+/w==');
    expect(new Uint8Array(wx.base64ToArrayBuffer('AAH+/w=='))).toEqual(new Uint8Array([0, 1, 254, 255]));
  });
});
