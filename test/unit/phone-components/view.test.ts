/** @jest-environment jsdom */
import { getByRole, queryByRole } from '@testing-library/dom';
import { createNativeUI } from '../../emulator/phone/native';
import type { PageHandle, PhoneContext } from '../../emulator/phone/parts';
import { createView } from '../../emulator/phone/view';

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** A phone in a page, and a stack whose pages are put there as the engine does: one frame each. */
function newPhone(window: Record<string, unknown> = {}) {
  document.body.replaceChildren();
  const view = createView(document.body);
  const listeners = new Set<() => void>();
  const handlers = new Map<string, (value: unknown) => void>();
  const pages: PageHandle[] = [];
  const calls: string[] = [];
  const opened: string[] = [];
  let leave: () => void = () => undefined;
  const context = {
    native: createNativeUI(),
    stack: {
      pages,
      subscribe: (listener: () => void) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
      navigateBack: () => Promise.resolve(calls.push('navigateBack')),
      reLaunch: (url: string) => Promise.resolve(calls.push(`reLaunch ${url}`)),
      openNative: (name: string) => {
        opened.push(name);
        return new Promise<void>((resolve) => (leave = resolve));
      },
    },
    package: { name: '同行', pages: ['pages/home/index'], app: { window, darkmode: true }, themes: undefined },
    now: () => new Date(2026, 2, 15, 9, 41).getTime(),
    theme: 'light',
    online: true,
    events: {
      on: (name: string, handler: (value: unknown) => void) => handlers.set(name, handler),
      off: (name: string) => handlers.delete(name),
      emit: (name: string, value: unknown) => handlers.get(name)?.(value),
    },
    reportError(error: unknown) {
      throw error;
    },
  } as unknown as Mutable<PhoneContext>;
  const changed = () => listeners.forEach((listener) => listener());
  const push = (path: string, own: Record<string, unknown> = {}) => {
    const frame = document.createElement('div');
    frame.className = 'page-frame';
    frame.innerHTML = '<div class="page-scroller"><wx-page></wx-page></div>';
    view.root.append(frame);
    const component = { getBackendElement: () => frame.querySelector('wx-page') };
    pages.push({ path, window: own, component, call: (hook: string) => calls.push(hook) } as unknown as PageHandle);
    changed();
    return frame;
  };
  view.draw(context);
  return { view, context, pages, calls, opened, push, changed, leave: () => leave(), body: document.body };
}

const navigation = (frame: HTMLElement) => frame.closest('.screen')?.querySelector<HTMLElement>('.navigation');
const settled = () => new Promise((resolve) => setTimeout(resolve, 0));

describe('navigation bar', () => {
  test("has the page's title and colours before the app's", () => {
    const phone = newPhone({ navigationBarTitleText: '同行', navigationBarBackgroundColor: '#ffffff' });
    const bar = navigation(
      phone.push('pages/home/index', { navigationBarTitleText: '步数', navigationBarTextStyle: 'black' }),
    );
    expect(bar?.textContent).toBe('步数');
    expect(bar?.style.background).toBe('rgb(255, 255, 255)');
    expect(bar?.dataset['text']).toBe('black');
  });

  test('goes back where there is a page below, and home from another first page', () => {
    const phone = newPhone();
    phone.push('pages/group/index');
    getByRole(phone.body, 'button', { name: '首页' }).click();
    expect(queryByRole(phone.body, 'button', { name: '返回' })).toBeNull();
    phone.push('pages/walk/index');
    getByRole(phone.body, 'button', { name: '返回' }).click();
    expect(phone.calls).toEqual(['reLaunch /pages/home/index', 'navigateBack']);
  });

  test('is not there for a page with navigationStyle custom', () => {
    const phone = newPhone();
    expect(navigation(phone.push('pages/home/index', { navigationStyle: 'custom' }))?.hidden).toBe(true);
  });

  test('follows the theme where its colours are of theme.json', () => {
    const phone = newPhone({ navigationBarBackgroundColor: '@bar' });
    const themes = { light: { bar: '#ededed' }, dark: { bar: '#111111' } };
    phone.context.package = { ...phone.context.package, themes };
    const bar = navigation(phone.push('pages/home/index'));
    expect(bar?.style.background).toBe('rgb(237, 237, 237)');
    phone.context.theme = 'dark';
    phone.context.events.emit('themeChange', { theme: 'dark' });
    expect(bar?.style.background).toBe('rgb(17, 17, 17)');
  });
});

describe('dialogs', () => {
  test('the consent sheet says who asks for what, and 允许 and 拒绝 answer it', async () => {
    const phone = newPhone();
    const ask = () =>
      phone.context.native.ask({
        kind: 'authorize',
        scope: 'scope.werun',
        title: '获取你的微信运动步数',
        purpose: '用于展示',
      });
    const first = ask();
    const sheet = getByRole(phone.body, 'dialog', { name: '同行 申请 获取你的微信运动步数' });
    getByRole(sheet, 'button', { name: '允许' }).click();
    await expect(first).resolves.toEqual({ accepted: true });
    expect(queryByRole(phone.body, 'dialog')).toBeNull();
    const second = ask();
    getByRole(phone.body, 'button', { name: '拒绝' }).click();
    await expect(second).resolves.toEqual({ accepted: false });
  });

  test('the privacy popup waits unseen while the guideline is read', async () => {
    const phone = newPhone();
    const answer = phone.context.native.ask({ kind: 'privacy', contractName: '《同行小程序隐私保护指引》' });
    const [contract] = [...phone.body.querySelectorAll<HTMLElement>('[role=link]')];
    contract?.click();
    expect(phone.opened).toEqual(['privacy-contract']);
    expect(queryByRole(phone.body, 'button', { name: '同意' })).toBeNull();
    phone.leave();
    await settled();
    getByRole(phone.body, 'button', { name: '同意' }).click();
    await expect(answer).resolves.toEqual({ accepted: true });
  });

  test('an editable modal answers with what was typed', async () => {
    const phone = newPhone();
    const modal = {
      kind: 'modal',
      title: '名字',
      content: '',
      showCancel: true,
      cancelText: '取消',
      confirmText: '好',
    } as const;
    const answer = phone.context.native.ask({ ...modal, editable: true, placeholderText: '' });
    const field = phone.body.querySelector('textarea');
    if (field) field.value = '早起团';
    getByRole(phone.body, 'button', { name: '好' }).click();
    await expect(answer).resolves.toEqual({ accepted: true, content: '早起团' });
  });

  test('an action sheet answers with the index, or is cancelled beside it', async () => {
    const phone = newPhone();
    const first = phone.context.native.ask({ kind: 'action-sheet', itemList: ['拍照', '相册'] });
    getByRole(phone.body, 'button', { name: '相册' }).click();
    await expect(first).resolves.toEqual({ accepted: true, tapIndex: 1 });
    const second = phone.context.native.ask({ kind: 'action-sheet', itemList: ['拍照'] });
    phone.body.querySelector<HTMLElement>('.dialogs')?.click();
    await expect(second).resolves.toEqual({ accepted: false });
  });
});

describe('screens', () => {
  test('only the page on top can be reached', () => {
    const phone = newPhone();
    const below = phone.push('pages/home/index');
    const top = phone.push('pages/group/index');
    expect(below.closest<HTMLElement>('.screen')?.inert).toBe(true);
    expect(top.closest<HTMLElement>('.screen')?.inert).toBe(false);
  });

  test('a page that is left slides out and is gone', async () => {
    const phone = newPhone();
    phone.push('pages/home/index');
    const top = phone.push('pages/group/index');
    const screen = top.closest<HTMLElement>('.screen');
    phone.pages.pop();
    top.remove();
    phone.changed();
    await settled();
    expect(screen?.classList.contains('is-leaving')).toBe(true);
    screen?.dispatchEvent(new Event('animationend'));
    expect(screen?.isConnected).toBe(false);
  });

  test("shows the phone's moved time", () => {
    expect(newPhone().body.querySelector('time')?.textContent).toBe('9:41');
  });
});

describe('pull-down refresh', () => {
  const drag = (frame: HTMLElement, to: number) => {
    const fire = (type: string, clientY: number) => {
      const event = Object.assign(new MouseEvent(type, { clientX: 10, clientY }), { isPrimary: true });
      frame.querySelector('.page-scroller')?.dispatchEvent(event);
    };
    fire('pointerdown', 100);
    for (let y = 100; y <= to; y += 10) fire('pointermove', y);
    fire('pointerup', to);
  };

  test('calls the page beyond the threshold, stays open, and closes when the app stops it', () => {
    const phone = newPhone();
    const frame = phone.push('pages/home/index', { enablePullDownRefresh: true });
    drag(frame, 260);
    expect(phone.calls).toEqual(['onPullDownRefresh']);
    expect(frame.style.translate).toBe('0 50px');
    phone.context.events.emit('pullDownRefresh', { page: phone.pages[0], refreshing: false });
    expect(frame.style.translate).toBe('');
  });

  test('does nothing for a short pull, nor on a page that does not have it', () => {
    const phone = newPhone();
    const frame = phone.push('pages/home/index', { enablePullDownRefresh: true });
    drag(frame, 120);
    expect(frame.style.translate).toBe('');
    drag(phone.push('pages/group/index'), 300);
    expect(phone.calls).toEqual([]);
  });
});
