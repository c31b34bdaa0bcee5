import { newPhone } from './phone';

describe('storage', () => {
  it('keeps JSON: what is read is a copy, dates are text, functions are gone', async () => {
    const { wx } = await newPhone();
    const value = { list: [1], at: new Date(0), fn: () => 1 };
    wx.setStorageSync('key', value);
    value.list.push(2);
    const read = wx.getStorageSync<{ list: number[] }>('key');
    expect(read).toEqual({ list: [1], at: '1970-01-01T00:00:00.000Z' });
    read.list.push(3);
    expect((await wx.getStorage<typeof read>({ key: 'key' })).data.list).toEqual([1]);
  });

  it('gives an empty string, synchronously, for what is not there', async () => {
    const { wx } = await newPhone();
    expect(wx.getStorageSync('nothing')).toBe('');
  });

  it('reaches the platform, so that it survives a restart', async () => {
    const { wx, platform, openid } = await newPhone();
    await wx.setStorage({ key: 'a', data: 1 });
    wx.setStorageSync('b', { c: true });
    wx.setStorageSync('gone', 1);
    wx.removeStorageSync('gone');
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(platform.storageOf(openid)).toEqual({ a: 1, b: { c: true } });
  });

  it('lists its keys, and clears them', async () => {
    const { wx } = await newPhone();
    wx.setStorageSync('a', 1);
    expect(wx.getStorageInfoSync()).toEqual({ keys: ['a'], currentSize: 1, limitSize: 10240 });
    await wx.clearStorage();
    expect((await wx.getStorageInfo()).keys).toEqual([]);
  });

  it('refuses an entry of more than 1 MB and leaves what was there', async () => {
    const { wx } = await newPhone();
    wx.setStorageSync('key', 'old');
    const big = 'x'.repeat(1024 * 1024 + 1);
    await expect(wx.setStorage({ key: 'key', data: big })).rejects.toHaveProperty(
      'errMsg',
      expect.stringContaining('setStorage:fail'),
    );
    expect(() => wx.setStorageSync('key', big)).toThrow(/setStorageSync:fail/);
    expect(wx.getStorageSync('key')).toBe('old');
  });
});
