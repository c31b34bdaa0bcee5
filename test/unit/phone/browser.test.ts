/** A phone in a real browser: what needs layout, style sheets and fingers. */
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../../emulator/browser';
import { startEmulator, type Emulator } from '../../emulator/server/emulator';
import { removeProjects, write, writeProject } from './project';
import { eventually } from '../../eventually';

let emulator: Emulator;
let browser: Browser;
let folder: string;
let page: Page;
let logged = 0;

const LOG = `for (const hook of ['tap', 'outer', 'press', 'start', 'move', 'end', 'onReachBottom', 'onPullDownRefresh']) {
  page[hook] = function (e) { console.log(hook, e && e.type, e && e.touches && e.touches.length, e && e.detail && Math.round(e.detail.x)) }
}`;
const FILES = {
  'app.json': JSON.stringify({ pages: ['pages/a/a', 'pages/b/b'], darkmode: true }),
  'app.wxss': 'page { color: rgb(1, 1, 1) } .shared { color: rgb(2, 2, 2) } .weighed { color: rgb(9, 9, 9) }',
  'pages/a/a.json': '{"usingComponents":{"own":"/c/own","open":"/c/open"}}',
  'pages/a/a.wxml': `
    <view id="box" class="box" bindtap="tap">box</view>
    <view id="inline" style="width: {{w}}rpx">inline</view>
    <text id="shared" class="shared">s</text><text id="weighed" class="weighed">w</text><text id="plain">p</text>
    <own id="own" class="box-of-own"/><open id="open"/>
    <view id="fixed" class="fixed"/>
    <view bindtap="outer"><view id="press" bindtap="tap" bindlongpress="press">hold</view></view>
    <view id="drag" bindtouchstart="start" catchtouchmove="move" bindtouchend="end">drag</view>
    <view class="tall"/>`,
  'pages/a/a.js': `const page = { data: { w: 375, n: 0 }, onPageScroll(e) { this.scrolled = e.scrollTop } }; ${LOG} Page(page)`,
  'pages/a/a.wxss': `
    .box { width: 375rpx; height: 50vh; color: rgb(3, 3, 3) }
    #plain { color: rgb(4, 4, 4) }
    .weighed { color: rgb(5, 5, 5) }
    .inside { color: rgb(6, 6, 6) }
    .fixed { position: fixed; left: 0; bottom: 0; width: 100%; height: 20rpx; background: rgb(7, 7, 7) }
    .tall { height: 3000px }
    @media (prefers-color-scheme: dark) { .box { color: rgb(8, 8, 8) } }`,
  'pages/b/b.wxml': '<view id="box" class="box">b</view>',
  'pages/b/b.js': 'Page({})',
  'c/own.json': '{"component":true}',
  'c/own.wxml': '<view id="in-own" class="inside shared">own</view>',
  'c/own.js': 'Component({})',
  'c/own.wxss': '.box { color: rgb(66, 66, 66) } :host { display: block; width: 100rpx }',
  'c/open.json': '{"component":true}',
  'c/open.wxml': '<view id="in-open" class="inside">open</view>',
  'c/open.js': "Component({ options: { styleIsolation: 'apply-shared' } })",
};

beforeAll(async () => {
  folder = await writeProject(FILES);
  [emulator, browser] = await Promise.all([startEmulator({ projectDir: folder }), launchBrowser()]);
}, 60_000);
afterAll(async () => {
  await browser.close();
  await emulator.stop();
  await removeProjects();
});

beforeEach(async () => {
  await write(folder, FILES);
  await emulator.reloadPackage();
  page = await browser.newPage({ viewport: { width: 375, height: 812 }, hasTouch: true });
  page.setDefaultTimeout(5000);
  await page.goto(`${emulator.url}/phone/p1`);
  await phone().whenReady(10_000);
  logged = phone().records.read().console.length;
});
afterEach(() => page.close());

const phone = () => emulator.phones.find(undefined);
const box = (selector: string) =>
  page.locator(selector).evaluate((element) => {
    const { left, top, width, height, bottom } = element.getBoundingClientRect();
    return { left, top, width, height, bottom };
  });
const color = (selector: string) => page.locator(selector).evaluate((element) => getComputedStyle(element).color);
/** Waits for what a change leads to. */
async function until(read: () => Promise<unknown>, expected: unknown): Promise<void> {
  let seen: unknown;
  await eventually(
    async () => (seen = await read()) === expected,
    () => `${String(expected)}, it is ${String(seen)}`,
  );
}
/** What this test's page has logged. */
const logs = async (): Promise<readonly (readonly unknown[])[]> => {
  await page.waitForTimeout(100);
  return phone()
    .records.read()
    .console.slice(logged)
    .filter(({ level }) => level === 'log')
    .map(({ args }) => args);
};

describe('styles', () => {
  it('measures in the page: rpx of its width, vh of its window, inline as well', async () => {
    const frame = await box('.page-frame');
    expect(await box('#box')).toMatchObject({ width: 187.5, height: frame.height / 2 });
    expect(await box('#inline')).toMatchObject({ width: 187.5 });
    expect(frame.height).toBeLessThan(812);
  });

  it('keeps what is fixed in the window of the page while that scrolls', async () => {
    const before = await box('#fixed');
    await page.locator('.page-scroller').evaluate((element) => element.scrollTo(0, 500));
    expect(await box('#fixed')).toEqual(before);
    expect(before.bottom).toBe((await box('.page-frame')).bottom);
  });

  it('cascades from app.wxss to the page; an id is what the template says', async () => {
    expect(await color('#shared')).toBe('rgb(2, 2, 2)');
    expect(await color('#weighed')).toBe('rgb(5, 5, 5)');
    expect(await color('#plain')).toBe('rgb(4, 4, 4)');
  });

  it('isolates components both ways, except where a component lets the page in', async () => {
    expect(await color('#box')).toBe('rgb(3, 3, 3)');
    expect(await color('#in-own')).toBe('rgb(1, 1, 1)');
    expect(await color('#in-open')).toBe('rgb(6, 6, 6)');
    expect(await box('#own')).toMatchObject({ width: 50 });
  });

  it('asks the phone for its theme, not the browser', async () => {
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await color('#box')).toBe('rgb(3, 3, 3)');
    emulator.phones.setTheme(phone(), 'dark');
    await until(() => color('#box'), 'rgb(8, 8, 8)');
    emulator.phones.setTheme(phone(), 'light');
  });
});

describe('fingers', () => {
  it('taps with the mouse and with a finger, once each', async () => {
    await page.locator('#box').click();
    expect(await logs()).toEqual([['tap', 'tap', 1, expect.any(Number)]]);
    await page.locator('#box').tap();
    expect(await logs()).toHaveLength(2);
  });

  it('presses long, and then does not tap', async () => {
    await page.locator('#press').click({ delay: 500 });
    expect((await logs()).map(([name]) => name)).toEqual(['press']);
  });

  it('drags: no tap, and moves are heard', async () => {
    const { left, top } = await box('#drag');
    await page.mouse.move(left + 5, top + 5);
    await page.mouse.down();
    await page.mouse.move(left + 40, top + 5, { steps: 3 });
    await page.mouse.up();
    expect((await logs()).map(([name, type, touches]) => [name, type, touches])).toEqual([
      ['start', 'touchstart', 1],
      ...Array.from({ length: 3 }, () => ['move', 'touchmove', 1]),
      ['end', 'touchend', 0],
    ]);
  });

  it('scrolls to the end, and the page hears of it once', async () => {
    await page.locator('.page-scroller').evaluate((element) => element.scrollTo(0, 100_000));
    expect((await logs()).map(([name]) => name)).toEqual(['onReachBottom']);
  });
});

it('a scroll-view is pulled down to refresh, opens a strip, and closes it when the app has done', async () => {
  await write(folder, {
    'pages/a/a.wxml': `<scroll-view id="list" scroll-y refresher-enabled refresher-triggered="{{busy}}" style="height: 300px"
      bindrefresherrefresh="refresh" bindrefresherrestore="restore"><view style="height: 900px">list</view></scroll-view>`,
    'pages/a/a.js': `Page({ data: { busy: false }, restore() { console.log('restore') },
      refresh() { console.log('refresh'); setTimeout(() => this.setData({ busy: false }), 1500) } })`,
  });
  await emulator.reloadPackage();
  const { left, top } = await box('#list');
  const height = async () => (await box('#list > .wx-refresher')).height;
  await page.mouse.move(left + 50, top + 20);
  await page.mouse.down();
  await page.mouse.move(left + 50, top + 160, { steps: 4 });
  expect(await height()).toBeGreaterThan(45);
  await page.mouse.up();
  await until(height, 45);
  expect((await logs()).map(([name]) => name)).toEqual(['refresh']);
  await until(height, 0);
  expect((await logs()).map(([name]) => name)).toEqual(['refresh', 'restore']);
});

describe('a change of the sources', () => {
  it('of WXSS and WXML is put in place', async () => {
    await page.locator('.page-scroller').evaluate((element) => element.scrollTo(0, 200));
    await write(folder, { 'pages/a/a.wxss': FILES['pages/a/a.wxss'].replace('rgb(3, 3, 3)', 'rgb(33, 33, 33)') });
    await emulator.reloadPackage();
    await until(() => color('#box'), 'rgb(33, 33, 33)');
    await write(folder, { 'pages/a/a.wxml': '<view id="new">{{w}}</view>' });
    await emulator.reloadPackage();
    await page.getByText('375').waitFor();
    expect(await page.locator('#box').count()).toBe(0);
  });

  it('of scripts opens the pages again', async () => {
    const shown = page.locator('wx-page[is="pages/a/a"]');
    await write(folder, { 'pages/a/a.js': 'Page({ data: { w: 75 } })' });
    await emulator.reloadPackage();
    await until(async () => (await box('#inline')).width, 37.5);
    expect(await shown.count()).toBe(1);
  });
});

describe('app code and view share one window, yet the app', () => {
  it('finds nothing of it by any name that it, its prototypes or the ids on the page give', async () => {
    const names = await page.evaluate(() => {
      const found = new Set<string>(['box', 'inline']);
      for (let at: unknown = window; at !== Object.prototype; at = Object.getPrototypeOf(at)) {
        for (const name of Object.getOwnPropertyNames(at)) if (/^[A-Za-z]\w*$/.test(name)) found.add(name);
      }
      return [...found];
    });
    expect(names).toEqual(expect.arrayContaining(['innerWidth', 'scrollTo', 'HTMLDivElement', 'AudioContext']));
    const script = names.map((name) => `if (typeof ${name} !== 'undefined') there.push('${name}');`).join('');
    const look = `const there = []; ${script} console.log('there', there.length, there.join())`;
    await write(folder, { 'pages/a/a.js': `Page({ onReady() { ${look} } })` });
    await emulator.reloadPackage();
    const [, count, there] = (await logs()).at(-1) ?? [];
    expect(String(there)).not.toMatch(/\b(HTML|box|inline|inner|scroll|window|self|name|top|URL|atob|Audio|crypto)/);
    expect(count).toBeLessThan(70);
  });

  it.each([
    '(function () { return this })()',
    '(function () {}).constructor("return this")()',
    '(async () => {}).constructor("return this")()',
    'setTimeout.constructor("return this")()',
    'Function("return this")().document',
  ])('does not get it from %s', async (attempt) => {
    const escape = `try { console.log(typeof ${attempt}) } catch (e) { console.log('refused') }`;
    await write(folder, { 'pages/a/a.js': `${escape} Page({})` });
    await emulator.reloadPackage();
    expect(['undefined', 'refused']).toContain((await logs()).at(-1)?.[0]);
  });
});

it('a promise that nobody handles is told to the app, not lost', async () => {
  await write(folder, {
    'app.js': 'App({ onUnhandledRejection({ reason }) { console.log("told", reason.message) } })',
    'pages/a/a.js': 'Page({ async onLoad() { throw new Error("later") } })',
  });
  await emulator.reloadPackage();
  expect((await logs()).at(-1)).toEqual(['told', 'later']);
  expect(phone().records.read().exceptions.at(-1)?.message).toBe('unhandled rejection: later');
});
