import { atPage, find, pageOf, reads, tutorial, type Page } from './phone';
import { eventually } from '../../eventually';

const world = tutorial();
const page = () => pageOf(world().miniProgram);
const tap = async (on: Page, selector: string) => (await find(on, selector)).tap();

describe('a tap', () => {
  it('runs the handler of a template with its dataset', async () => {
    const index = await page();
    await tap(index, '[data-index="1"]');
    await reads(index, '.remaining', '还剩 0 项');
  });

  it('bubbles to what is around, unless it is caught', async () => {
    const index = await page();
    await tap(index, '.bubbles');
    await reads(index, '.taps', '内外');
    await tap(index, '.caught');
    await reads(index, '.taps', '内外内');
  });

  it('on a disabled button does nothing', async () => {
    const index = await page();
    await tap(index, '.to-steps');
    const steps = await atPage(world().miniProgram, 'pages/steps/steps');
    await tap(steps, '.locked');
    await new Promise((resolve) => setTimeout(resolve, 100));
    const { records } = world().emulator.phones.find(undefined);
    expect(records.read().exceptions).toEqual([]);
    expect(await steps.data('message')).toBe('');
    expect(await steps.$('.message')).toBeNull();
  });

  it("inside the app's own component reaches the page by the component's event", async () => {
    const index = await page();
    const stepper = await find(index, 'stepper');
    for (let taps = 0; taps < 3; taps += 1) await (await stepper.$('.plus'))?.tap();
    await reads(index, '.count', '3');
    expect(await (await stepper.$('.full'))?.text()).toBe('满');
  });

  it('on something that has left the page says so', async () => {
    const index = await page();
    const open = await find(index, '.item-open');
    await tap(index, '[data-index="1"]');
    await eventually(async () => ((await index.$('.item-open')) ? undefined : true), 'the item to be done');
    await expect(open.tap()).rejects.toThrow(/look it up again/);
  });
});

describe('typing', () => {
  it('fills a field, and the form gives it to its handler', async () => {
    const index = await page();
    const field = await find(index, 'input');
    await (field as unknown as { input(text: string): Promise<void> }).input('吃早饭');
    expect(await field.value()).toBe('吃早饭');
    await tap(index, '.add');
    await reads(index, '.remaining', '还剩 2 项');
    expect(await index.data('todos[2].name')).toBe('吃早饭');
    expect(await (await find(index, 'input')).value()).toBe('');
  });

  it('turns a switch, which is remembered', async () => {
    const index = await page();
    await tap(index, '.to-detail');
    const detail = await atPage(world().miniProgram, 'pages/detail/detail');
    await tap(detail, 'switch');
    await reads(detail, '.remembered', '记住');
    const { platform } = world().emulator;
    expect(platform.storageOf(world().openid)).toMatchObject({ remember: true });
  });
});

describe('pages', () => {
  it('open with their query, and talk through the event channel', async () => {
    const { miniProgram } = world();
    const index = await page();
    await tap(index, '.to-detail');
    const detail = await atPage(miniProgram, 'pages/detail/detail');
    expect(detail.query).toMatchObject({ id: '2' });
    await reads(detail, '.name', '2: 跑步');
    await reads(detail, '.question', '好吗');
    await tap(detail, '.answer');
    await reads(await atPage(miniProgram, 'pages/index/index'), 'text.answer', '很好');
  });

  it('that were left may still set data, and nothing happens', async () => {
    const { miniProgram, emulator } = world();
    await tap(await page(), '.to-steps');
    await atPage(miniProgram, 'pages/steps/steps');
    await miniProgram.evaluate(`() => {
      const steps = getCurrentPages()[1]
      return wx.navigateBack().then(() => steps.setData({ message: 'late', days: [{ step: 1, timestamp: 0 }] }))
    }`);
    expect(emulator.phones.find(undefined).records.read().exceptions).toEqual([]);
  });

  it('are left by the bar, and home is one tap away', async () => {
    const { miniProgram } = world();
    await tap(await page(), '.to-steps');
    await atPage(miniProgram, 'pages/steps/steps');
    await miniProgram.native().navigateLeft();
    await tap(await atPage(miniProgram, 'pages/index/index'), '.to-detail');
    await atPage(miniProgram, 'pages/detail/detail');
    await miniProgram.native().goHome();
    await atPage(miniProgram, 'pages/index/index');
    expect((await miniProgram.pageStack()).length).toBe(1);
  });
});

describe('dialogs', () => {
  it('confirm and cancel a modal', async () => {
    const { miniProgram } = world();
    await tap(await page(), '.to-detail');
    const detail = await atPage(miniProgram, 'pages/detail/detail');
    await tap(detail, '.delete');
    await miniProgram.native().cancelModal();
    expect((await pageOf(miniProgram)).path).toBe('pages/detail/detail');
    await tap(detail, '.delete');
    await miniProgram.native().confirmModal();
    await atPage(miniProgram, 'pages/index/index');
  });

  it('say that nobody asked', async () => {
    const answer = world().miniProgram.native().confirmModal();
    await expect(answer).rejects.toThrow(/no dialog of kind modal was shown/);
  });
});

describe("WeChat's own steps, through a cloud function", () => {
  const open = async () => {
    await tap(await page(), '.to-steps');
    return atPage(world().miniProgram, 'pages/steps/steps');
  };

  it('are shown after privacy and scope were allowed', async () => {
    const { miniProgram, emulator, openid } = world();
    const steps = await open();
    await tap(steps, '.get');
    await miniProgram.native().authorizeAllow();
    await miniProgram.native().authorizeAllow();
    await find(steps, '.today');
    expect(((await steps.$$('.day')) as unknown[]).length).toBe(31);
    const last = Object.entries(emulator.platform.user(openid).steps).sort().at(-1);
    expect(await (await find(steps, '.today')).text()).toBe(`今天 ${String(last?.[1])} 步`);
    expect(await (await find(steps, '.distance')).text()).toMatch(/^\d+\.\d 公里$/);
    expect(emulator.cloud.calls.at(-1)).toMatchObject({ name: 'werun', openid, result: { nestedIs: 'string' } });
  });

  it('are refused, then allowed on the settings page', async () => {
    const { miniProgram } = world();
    const steps = await open();
    await tap(steps, '.get');
    await miniProgram.native().authorizeAllow();
    await miniProgram.native().authorizeCancel();
    await reads(steps, '.message', 'getWeRunData:fail auth deny');
    await tap(steps, '.settings');
    const settings = await atPage(miniProgram, 'wechat/setting');
    await tap(settings, 'switch');
    await miniProgram.native().navigateLeft();
    await eventually(async () => ((await steps.$('.message')) ? undefined : true), 'the message to go');
    await tap(steps, '.get');
    await find(steps, '.today');
  });

  it("a function as the quick start's template writes it knows who calls", async () => {
    const index = await page();
    await tap(index, '.openid');
    await reads(index, '.openid-text', world().openid);
  });
});
