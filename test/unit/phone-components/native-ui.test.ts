import { createNativeUI } from '../../emulator/phone/native';
import type { Dialog } from '../../emulator/phone/parts';

const consent: Dialog = { kind: 'authorize', scope: 'scope.werun', title: '获取你的微信运动步数', purpose: '' };
const privacy: Dialog = { kind: 'privacy', contractName: '《同行小程序隐私保护指引》' };

describe('dialogs', () => {
  test('wait in a queue: the first one asked is on top until it is answered', async () => {
    const native = createNativeUI();
    const first = native.ask(consent);
    const second = native.ask(privacy);
    expect(native.dialogs).toEqual([consent, privacy]);
    native.answer(['authorize'], { accepted: true });
    await expect(first).resolves.toEqual({ accepted: true });
    expect(native.dialogs).toEqual([privacy]);
    native.answer(['privacy'], { accepted: false });
    await expect(second).resolves.toEqual({ accepted: false });
  });

  test('of another kind than the one on top cannot be answered, and the error says what is there', () => {
    const native = createNativeUI();
    expect(() => native.answer(['modal'], { accepted: true })).toThrow('no dialog is open');
    void native.ask(consent);
    expect(() => native.answer(['modal', 'privacy'], { accepted: true })).toThrow('the dialog on top is "authorize"');
    expect(native.dialogs).toHaveLength(1);
  });

  test('tell who listens of every change', () => {
    const native = createNativeUI();
    const listener = jest.fn();
    const stop = native.subscribe(listener);
    void native.ask(consent);
    native.answer(['authorize'], { accepted: false });
    stop();
    void native.ask(consent);
    expect(listener).toHaveBeenCalledTimes(2);
  });
});

describe('toast', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  const toast = { title: '已保存', icon: 'success', mask: false } as const;

  test('goes after its duration', () => {
    const native = createNativeUI();
    native.showToast(toast, 1500);
    jest.advanceTimersByTime(1499);
    expect(native.toast).toEqual(toast);
    jest.advanceTimersByTime(1);
    expect(native.toast).toBeUndefined();
  });

  test('replaces the one before it, whose time no longer counts', () => {
    const native = createNativeUI();
    native.showToast(toast, 1000);
    native.showToast({ ...toast, title: '加载中', icon: 'loading' });
    jest.advanceTimersByTime(60_000);
    expect(native.toast?.title).toBe('加载中');
    native.hideToast();
    expect(native.toast).toBeUndefined();
  });
});
