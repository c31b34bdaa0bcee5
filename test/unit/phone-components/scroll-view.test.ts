import { builtInOf } from '../../emulator/phone/components';
import type { ScrollView } from '../../emulator/phone/components/scroll-view';
import { createWorld, render } from './wechat';

const wxml = `<scroll-view id="s" scroll-y refresher-enabled="{{on}}" refresher-threshold="40" refresher-triggered="{{busy}}"
  bindrefresherpulling="pulling" bindrefresherrefresh="refresh" bindrefresherrestore="restore" bindrefresherabort="abort" />`;
const handlers = { pulling: null, refresh: null, restore: null, abort: null };

function open(data: { on: boolean; busy: boolean }) {
  const page = render(createWorld(), wxml, { data, handlers });
  const part = builtInOf(page.byId('s')) as unknown as ScrollView;
  const pullAndLetGo = (dy: number): void => {
    part.refresher.pull(dy);
    part.refresher.letGo();
  };
  return { ...page, pullAndLetGo, triggered: () => part.prop('refresherTriggered') };
}

describe("scroll-view's pull to refresh", () => {
  test('refreshes beyond the threshold, and says so in its own property, until the app ends it', () => {
    const page = open({ on: true, busy: false });
    page.pullAndLetGo(50);
    expect(page.triggered()).toBe(true);
    // The app never said true: the false that it says again ends it all the same.
    page.setData({ busy: false });
    expect(page.calls).toEqual([
      ['pulling', { dy: 50 }],
      ['refresh', { dy: 50 }],
      ['restore', { dy: 40 }],
    ]);
    expect(page.triggered()).toBe(false);
  });

  test('does not refresh twice where the app says in its handler that it is refreshing', () => {
    const page = open({ on: true, busy: false });
    page.pullAndLetGo(50);
    page.setData({ busy: true });
    page.pullAndLetGo(60);
    page.setData({ busy: false });
    expect(page.calls.map(([name]) => name)).toEqual(['pulling', 'refresh', 'restore']);
  });

  test('is aborted below the threshold', () => {
    const page = open({ on: true, busy: false });
    page.pullAndLetGo(39);
    expect(page.calls).toEqual([
      ['pulling', { dy: 39 }],
      ['abort', { dy: 39 }],
    ]);
  });

  test('starts when the app sets refresher-triggered, at once or later', () => {
    expect(open({ on: true, busy: true }).calls).toEqual([['refresh', { dy: 40 }]]);
    const page = open({ on: true, busy: false });
    page.setData({ busy: true });
    page.setData({ busy: false });
    expect(page.calls.map(([name]) => name)).toEqual(['refresh', 'restore']);
  });

  test('is off unless refresher-enabled', () => {
    const page = open({ on: false, busy: false });
    page.pullAndLetGo(50);
    page.setData({ busy: true });
    expect(page.calls).toEqual([]);
  });

  test('says that a refresher of its own is not offered', () => {
    const world = createWorld();
    render(world, '<scroll-view refresher-enabled><view slot="refresher" /></scroll-view>');
    expect(world.warnings()).toEqual(['<scroll-view>: the local WeChat does not offer slot="refresher"']);
  });
});
