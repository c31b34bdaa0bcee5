import { find, pageOf, textOf, tutorial } from './phone';

const world = tutorial();
const page = () => pageOf(world().miniProgram);

describe('page and stack', () => {
  it('gives the current page and the stack', async () => {
    const { miniProgram } = world();
    expect(await page()).toMatchObject({ path: 'pages/index/index', query: {} });
    expect((await miniProgram.pageStack()).map(({ path }) => path)).toEqual(['pages/index/index']);
  });

  it("gives the page's data, all of it or by path", async () => {
    const index = await page();
    expect(await index.data()).toMatchObject({ motto: 'Hello 1001', remaining: 1 });
    expect(await index.data('todos[1].name')).toBe('跑步');
    expect(await index.data('todos[9].name')).toBeUndefined();
  });
});

describe('selectors', () => {
  const count = async (selector: string) => ((await (await page()).$$(selector)) as unknown[]).length;

  it('find by tag, class, id and attribute, in the words of the template', async () => {
    expect(await textOf(await page(), '#greeting')).toBe('Hello 1001');
    expect(await count('input')).toBe(1);
    expect(await count('button.add')).toBe(1);
    expect(await count('[data-index="1"]')).toBe(1);
    expect(await count('button[form-type=submit]')).toBe(1);
    expect(await count('stepper, input')).toBe(2);
    expect(await (await page()).$('.nothing')).toBeNull();
  });

  it('find by descendant and child, across wx:for, templates and blocks', async () => {
    expect(await count('.list .item-name')).toBe(2);
    expect(await count('.list > .item')).toBe(2);
    expect(await count('.list > .item-name')).toBe(0);
    expect(await count('page > .container > .title')).toBe(1);
  });

  it('do not see into an isolated component from outside, but from the component itself', async () => {
    const index = await page();
    expect(await index.$('.plus')).toBeNull();
    const stepper = await find(index, 'stepper');
    expect(await (await stepper.$('.value'))?.text()).toBe('1');
    expect(await (await index.$('stepper text'))?.text()).toBe('数量');
  });

  it('say what they do not know', async () => {
    await expect((await page()).$$('view:first-child')).rejects.toThrow(/cannot read ":first-child"/);
  });
});

describe('elements', () => {
  it('read their text as a person sees it', async () => {
    expect(await textOf(await page(), '.list')).toBe('1. 起床已完成\n2. 跑步未完成');
    expect(await textOf(await page(), 'stepper')).toContain('数量');
  });

  it('give attributes, properties and the value of a field', async () => {
    const index = await page();
    const field = await find(index, '.new-todo');
    expect(await field.attribute('class')).toBe('new-todo');
    expect(await field.property('placeholder')).toBe('要做什么');
    expect(await field.value()).toBe('');
    await expect(field.property('nonsense')).rejects.toThrow('input.nonsense not exists');
    expect(await (await find(index, '[data-index="1"]')).attribute('data-index')).toBe('1');
    expect(await (await find(index, 'stepper')).property('max')).toBe(3);
  });

  it('print their WXML', async () => {
    const item = await find(await page(), '.item');
    expect(await item.outerWxml()).toBe(
      [
        '<view class="item" data-index="0">',
        '  <text class="item-name">1. 起床</text>',
        '  <text class="item-done">已完成</text>',
        '</view>',
      ].join('\n'),
    );
    expect(await item.wxml()).toBe('<text class="item-name">1. 起床</text>\n<text class="item-done">已完成</text>');
  });

  it('of the app give data and take calls', async () => {
    const { miniProgram } = world();
    const stepper = await find(await pageOf(miniProgram), 'stepper');
    type Custom = { data(path?: string): Promise<unknown>; callMethod(name: string): Promise<unknown> };
    const custom = stepper as unknown as Custom;
    expect(await custom.data('value')).toBe(1);
    await custom.callMethod('plus');
    expect(await custom.data()).toMatchObject({ value: 2, full: false });
  });

  it('without layout say that sizes, styles and screenshots need a browser', async () => {
    const { miniProgram } = world();
    const title = await find(await page(), '.title');
    await expect(title.size()).rejects.toThrow(/needs a browser/);
    await expect(title.style('color')).rejects.toThrow(/needs a browser/);
    await expect(title.offset()).rejects.toThrow(/needs a browser/);
    await expect(miniProgram.screenshot()).rejects.toThrow(/needs a window/);
  });
});
