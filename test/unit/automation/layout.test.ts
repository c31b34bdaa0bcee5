import { atPage, find, pageOf, reads, textOf, tutorial } from './phone';
import { eventually } from '../../eventually';

const world = tutorial('browser');
const page = () => pageOf(world().miniProgram);
/** Runs in the app and gives what it calls `resolve` with. */
const ask = (body: string): Promise<unknown> =>
  world().miniProgram.evaluate(`() => new Promise((resolve) => { ${body} })`);

const near = (value: number) => expect.closeTo(value, 1) as number;

interface Rect {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

describe('in a browser', () => {
  it('text is what is laid out', async () => {
    expect(await textOf(await page(), '.container > .title')).toBe('Hello 1001');
    expect((await textOf(await page(), '.list')).split('\n')).toEqual(['1. 起床', '已完成', '2. 跑步', '未完成']);
  });

  it('a screenshot is the picture of the phone', async () => {
    const png = Buffer.from((await world().miniProgram.screenshot()) ?? '', 'base64');
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([780, 1688]);
  });

  it('elements have size, place and style', async () => {
    const title = await find(await page(), '.title');
    const { width, height } = (await title.size()) as unknown as { width: number; height: number };
    const { left, top } = (await title.offset()) as Rect;
    // .container has a padding of 40rpx: 20.8 px on a screen of 390 px.
    expect([left, top]).toEqual([near(20.8), near(20.8)]);
    expect(width).toBeCloseTo(390 - 2 * 20.8, 0);
    expect(height).toBeGreaterThan(20);
    expect(await title.style('text-align')).toBe('center');
  });

  it('a tap lies in the middle of the element and reaches its handler', async () => {
    const index = await page();
    await world().miniProgram.evaluate(`() => {
      const [page] = getCurrentPages()
      page.onOuter = (event) => page.setData({ taps: JSON.stringify(event.detail) })
    }`);
    await (await find(index, '.outer')).tap();
    const { x, y } = JSON.parse(await eventually(async () => (await textOf(index, '.taps')) || undefined, 'a tap')) as {
      x: number;
      y: number;
    };
    const { left, top } = (await (await find(index, '.outer')).offset()) as Rect;
    expect(x).toBeCloseTo(390 / 2, 0);
    expect(x).toBeGreaterThan(left);
    expect(y).toBeGreaterThan(top);
  });

  it('typing shows in the field', async () => {
    const index = await page();
    const field = await find(index, 'input');
    await (field as unknown as { input(text: string): Promise<void> }).input('吃早饭');
    expect(await field.value()).toBe('吃早饭');
    await (await find(index, '.add')).tap();
    await reads(index, '.remaining', '还剩 2 项');
  });

  it('a page scrolls by wx.pageScrollTo, and says where it is', async () => {
    const { miniProgram } = world();
    await miniProgram.evaluate(`() => {
      const [page] = getCurrentPages()
      page.setData({ todos: Array.from({ length: 60 }, (_, id) => ({ id, name: 'n' + id, done: false })) })
    }`);
    const index = await page();
    await eventually(async () => (await index.$('[data-index="59"]')) ?? undefined, 'sixty items');
    const { height } = (await index.size()) as unknown as { height: number };
    expect(height).toBeGreaterThan(1500);
    await miniProgram.pageScrollTo(500);
    await eventually(
      async () => (((await index.scrollTop()) as unknown) === 500 ? true : undefined),
      'the page to scroll',
    );
    expect(await ask('wx.createSelectorQuery().selectViewport().scrollOffset(resolve).exec()')).toMatchObject({
      scrollTop: 500,
      scrollHeight: height,
    });
  });
});

describe('wx.createSelectorQuery', () => {
  it('measures from the top left of the window, and gives null for what is not there', async () => {
    const [title, items, none] = (await ask(`wx.createSelectorQuery()
      .select('#greeting').boundingClientRect()
      .selectAll('.item').fields({ dataset: true, size: true, computedStyle: ['display'] })
      .select('.none').boundingClientRect()
      .exec(resolve)`)) as [Rect & { id: string }, { dataset: unknown; width: number; display: string }[], null];
    expect(title).toMatchObject({ id: 'greeting', left: near(20.8), top: near(20.8) });
    expect(items.map(({ dataset, display }) => ({ dataset, display }))).toEqual([
      { dataset: { index: 0 }, display: 'flex' },
      { dataset: { index: 1 }, display: 'flex' },
    ]);
    expect(items[0]?.width).toBeCloseTo(title.width, 1);
    expect(none).toBeNull();
  });

  it('looks inside a component with in()', async () => {
    const inside = (await ask(`
      const stepper = getCurrentPages()[0].selectComponent('.stepper')
      wx.createSelectorQuery().in(stepper).select('.plus').boundingClientRect(resolve).exec()`)) as Rect;
    expect(inside.height).toBeGreaterThan(10);
    expect(await ask("wx.createSelectorQuery().select('.plus').boundingClientRect(resolve).exec()")).toBeNull();
  });

  it('says by name what it does not have', async () => {
    await expect(
      world().miniProgram.evaluate("() => wx.createSelectorQuery().select('#greeting').node().exec()"),
    ).rejects.toThrow(/NodesRef.node is not in the local WeChat/);
  });
});

describe('wx.createIntersectionObserver', () => {
  it('tells when an element comes into the window', async () => {
    const { miniProgram } = world();
    await miniProgram.evaluate(`() => {
      const [page] = getCurrentPages()
      page.setData({ todos: Array.from({ length: 60 }, (_, id) => ({ id, name: 'n' + id, done: false })) })
      page.seen = []
      wx.createIntersectionObserver(page).relativeToViewport().observe('#greeting', ({ intersectionRatio }) => {
        page.seen.push(intersectionRatio > 0)
      })
    }`);
    const seen = () => miniProgram.evaluate('() => getCurrentPages()[0].seen') as Promise<boolean[]>;
    await eventually(async () => ((await seen()).length === 1 ? true : undefined), 'the first report');
    await miniProgram.pageScrollTo(600);
    await eventually(async () => ((await seen()).length === 2 ? true : undefined), 'the second report');
    expect(await seen()).toEqual([true, false]);
  });
});

it('pages open and close as without a browser', async () => {
  const { miniProgram } = world();
  await (await find(await page(), '.to-detail')).tap();
  await reads(await atPage(miniProgram, 'pages/detail/detail'), '.name', '2: 跑步');
  await miniProgram.native().navigateLeft();
  await atPage(miniProgram, 'pages/index/index');
});
