import { dialogOf, newPhone } from './phone';

describe('toast and loading', () => {
  it('share one place, and a toast leaves by itself', async () => {
    const { wx, context } = await newPhone();
    await wx.showLoading({ title: '加载中' });
    expect(context.native.toast).toMatchObject({ title: '加载中', icon: 'loading' });
    await wx.showToast({ title: '好了', duration: 30 });
    expect(context.native.toast).toMatchObject({ title: '好了', icon: 'success', mask: false });
    await new Promise((resolve) => setTimeout(resolve, 60));
    expect(context.native.toast).toBeUndefined();
  });
});

describe('wx.showModal', () => {
  it('has two buttons with their usual names and says which one was tapped', async () => {
    const { wx, context } = await newPhone();
    const answer = wx.showModal({ title: '提示', content: '确定吗' });
    expect(await dialogOf(context)).toMatchObject({
      title: '提示',
      cancelText: '取消',
      confirmText: '确定',
      showCancel: true,
    });
    context.native.answer(['modal'], { accepted: true });
    await expect(answer).resolves.toMatchObject({ confirm: true, cancel: false, errMsg: 'showModal:ok' });
  });

  it('gives what was typed where it is editable', async () => {
    const { wx, context } = await newPhone();
    const answer = wx.showModal({ title: '名字', editable: true });
    await dialogOf(context);
    context.native.answer(['modal'], { accepted: true, content: '小明' });
    await expect(answer).resolves.toHaveProperty('content', '小明');
  });

  it('refuses a button text of more than four characters', async () => {
    const { wx } = await newPhone();
    await expect(wx.showModal({ confirmText: '一二三四五' })).rejects.toHaveProperty(
      'errMsg',
      expect.stringContaining('confirmText'),
    );
  });
});

describe('wx.showActionSheet', () => {
  it('gives the index of the item, and fails with cancel', async () => {
    const { wx, context } = await newPhone();
    const chosen = wx.showActionSheet({ itemList: ['甲', '乙'] });
    await dialogOf(context);
    context.native.answer(['action-sheet'], { accepted: true, tapIndex: 1 });
    await expect(chosen).resolves.toMatchObject({ tapIndex: 1 });
    const cancelled = wx.showActionSheet({ itemList: ['甲'] });
    await dialogOf(context);
    context.native.answer(['action-sheet'], { accepted: false });
    await expect(cancelled).rejects.toEqual({ errMsg: 'showActionSheet:fail cancel' });
  });
});
