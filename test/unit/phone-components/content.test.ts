import { builtInOf } from '../../emulator/phone/components';
import type { Swiper } from '../../emulator/phone/components/swiper';
import { createWorld, render } from './wechat';

const settled = () => new Promise((resolve) => setTimeout(resolve, 0));

describe('navigator', () => {
  test.each([
    ['<navigator id="n" url="/pages/a/index?x=1" />', { name: 'navigateTo', data: '/pages/a/index?x=1' }],
    ['<navigator id="n" url="/pages/a/index" open-type="redirect" />', { name: 'redirectTo', data: '/pages/a/index' }],
    ['<navigator id="n" url="/pages/a/index" open-type="reLaunch" />', { name: 'reLaunch', data: '/pages/a/index' }],
    ['<navigator id="n" open-type="navigateBack" delta="2" />', { name: 'navigateBack', data: 2 }],
  ])('%s', async (wxml, opened) => {
    const world = createWorld();
    render(world, wxml).tap('n');
    await settled();
    expect(world.opened).toEqual([opened]);
  });

  test('to another mini program fails and says why', async () => {
    const world = createWorld();
    const page = render(world, '<navigator id="n" target="miniProgram" app-id="wx1" bindfail="failed" />', {
      handlers: { failed: null },
    });
    page.tap('n');
    await settled();
    expect(page.calls).toEqual([['failed', { errMsg: expect.stringContaining('one mini program') as string }]]);
    expect(world.warnings()).toContainEqual(expect.stringMatching(/^navigator: the local WeChat has one mini program/));
  });
});

describe('swiper', () => {
  const wxml = `<swiper id="s" current="{{at}}" duration="0" bindchange="changed">
    <swiper-item item-id="a">1</swiper-item><swiper-item item-id="b">2</swiper-item>
  </swiper>`;

  test('tells where it went and who moved it', () => {
    const page = render(createWorld(), wxml, { data: { at: 0 }, handlers: { changed: null } });
    (builtInOf(page.byId('s')) as unknown as Swiper).go(1, 'touch');
    page.setData({ at: 0 });
    expect(page.calls).toEqual([
      ['changed', { current: 1, currentItemId: 'b', source: 'touch' }],
      ['changed', { current: 0, currentItemId: 'a', source: '' }],
    ]);
  });

  test('stops at its ends unless it is circular', () => {
    const page = render(createWorld(), wxml, { data: { at: 1 }, handlers: { changed: null } });
    (builtInOf(page.byId('s')) as unknown as Swiper).go(2, 'touch');
    expect(page.calls).toEqual([]);
  });
});

describe('picker', () => {
  const choose = async (wxml: string, picked: number[]) => {
    const world = createWorld();
    const page = render(world, wxml, { data: { range: [{ n: '慢' }, { n: '快' }] }, handlers: { changed: null } });
    page.tap('p');
    const [dialog] = world.context.native.dialogs;
    world.context.native.answer(['picker'], { accepted: true, picked });
    await settled();
    return { dialog, calls: page.calls };
  };

  test('of mode selector shows the range and tells the index', async () => {
    const { dialog, calls } = await choose(
      '<picker id="p" range="{{range}}" range-key="n" bindchange="changed">x</picker>',
      [1],
    );
    expect(dialog).toMatchObject({ kind: 'picker', columns: [['慢', '快']], picked: [0] });
    expect(calls).toEqual([['changed', { value: 1 }]]);
  });

  test('of mode date knows how long months are, and its limits', async () => {
    const date =
      '<picker id="p" mode="date" start="2024-01-01" end="2025-12-31" value="2024-03-05" bindchange="changed">x</picker>';
    expect((await choose(date, [0, 1, 30])).calls).toEqual([['changed', { value: '2024-02-29' }]]);
  });

  test('of mode time tells hh:mm', async () => {
    const time = '<picker id="p" mode="time" start="09:30" bindchange="changed">x</picker>';
    expect((await choose(time, [9, 5])).calls).toEqual([['changed', { value: '09:30' }]]);
    expect((await choose(time, [21, 7])).calls).toEqual([['changed', { value: '21:07' }]]);
  });

  test('of a mode that is not offered says so', () => {
    const world = createWorld();
    render(world, '<picker id="p" mode="region">x</picker>').tap('p');
    expect(world.warnings()).toEqual([expect.stringContaining('mode="region"')]);
  });
});
