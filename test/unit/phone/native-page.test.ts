import { stopPhones, TestPhone } from './phone';
import { removeProjects } from './project';

afterEach(stopPhones);
afterAll(removeProjects);

const open = (wxml: string, script = 'Page({})', more = {}) =>
  TestPhone.open({ 'pages/a/a.wxml': wxml, 'pages/a/a.js': script, ...more });

test('wx:if, wx:elif, wx:else follow the data', async () => {
  const test = await open(
    '<text wx:if="{{n === 1}}">one</text><text wx:elif="{{n === 2}}">two</text><text wx:else>many</text>',
    'Page({ data: { n: 1 }, set(n) { this.setData({ n }) } })',
  );
  const seen = [1, 2, 3].map((n) => {
    test.page.call('set', n);
    return test.text();
  });
  expect(seen).toEqual(['one', 'two', 'many']);
});

test('wx:for with keys, item names and nesting; elements of the same key stay', async () => {
  const test = await open(
    '<view wx:for="{{rows}}" wx:for-item="row" wx:for-index="y" wx:key="id" id="{{row.id}}">{{y}}<text wx:for="{{row.cells}}" wx:key="*this">{{item}}{{index}},</text></view>',
    `Page({ data: { rows: [{ id: 'r1', cells: ['a', 'b'] }, { id: 'r2', cells: [] }] },
      turn() { this.setData({ rows: this.data.rows.slice().reverse() }) } })`,
  );
  expect(test.text()).toBe('0a0,b1,1');
  const before = test.find('#r1');
  test.page.call('turn');
  expect(test.text()).toBe('01a0,b1,');
  expect(test.find('#r1')).toBe(before);
});

test('templates are imported, and wxml included', async () => {
  const test = await open(
    '<import src="/parts/t.wxml"/><include src="../../parts/head"/><template is="{{which}}" data="{{...user, big: true}}"/>',
    'Page({ data: { title: "T", which: "card", user: { name: "小明" } } })',
    {
      'parts/t.wxml': '<template name="card"><text>{{name}}{{big ? "!" : ""}}</text></template>',
      'parts/head.wxml': '<text>{{title}}:</text>',
    },
  );
  expect(test.text()).toBe('T:小明!');
});

test('wxs: inline and from a file, which requires another', async () => {
  const test = await open(
    '<wxs module="m" src="/lib/a.wxs"/><wxs module="n">module.exports.up = function (s) { return s.toUpperCase() }</wxs><text>{{n.up(m.wrap(v))}}</text>',
    'Page({ data: { v: "x" } })',
    {
      'lib/a.wxs': 'var b = require("./b.wxs"); module.exports = { wrap: function (s) { return b.open + s + "]" } }',
      'lib/b.wxs': 'module.exports = { open: "[" }',
    },
  );
  expect(test.text()).toBe('[X]');
});

test('wxs handles events in the view at once, and change:prop; it can call the page', async () => {
  const test = await open(
    `<wxs module="m">
      module.exports = {
        tap: function (event, owner) {
          var state = event.instance.getState(); state.n = (state.n || 0) + 1;
          owner.callMethod('told', { n: state.n, id: event.currentTarget.dataset.id });
          return false;
        },
        changed: function (value, before, owner) { owner.callMethod('changed', [value, before]) },
      }
    </wxs>
    <view bindtap="never"><view id="v" data-id="7" bind:tap="{{m.tap}}" prop="{{p}}" change:prop="{{m.changed}}"/></view>`,
    `Page({ data: { p: 1 }, told(x) { console.log(x) }, never() { console.log('never') }, changed(x) { console.log(x) },
      set() { this.setData({ p: 2 }) } })`,
  );
  await test.tap('#v');
  await test.tap('#v');
  expect(test.logs.filter((log) => !Array.isArray(log))).toEqual([
    { n: 1, id: '7' },
    { n: 2, id: '7' },
  ]);
  test.page.call('set');
  await test.tap('#v');
  expect(test.logs).toContainEqual([2, 1]);
});

test('fields of Page belong to the instance: they are copied for each, methods see them', async () => {
  const test = await open('', 'Page({ extra: { n: 0 }, up() { this.extra.n += 1; return this.extra.n } })');
  expect([test.page.call('up'), test.page.call('up')]).toEqual([1, 2]);
  await test.stack.navigateTo('/pages/a/a');
  expect(test.page.call('up')).toBe(1);
});

test('modules: relative, absolute, from npm, each run once', async () => {
  const test = await open(
    '',
    'console.log(require("../../lib/x").n, require("/lib/x.js").n, require("dep")); Page({})',
    {
      'lib/x.js': 'console.log("runs"); exports.n = 1',
      'miniprogram_npm/dep/index.js': 'module.exports = "dep"',
    },
  );
  expect(test.logs).toEqual(['runs', [1, 1, 'dep']]);
});

test('getApp gives the App, with what it carries', async () => {
  const test = await open('', 'console.log(getApp().globalData.x); Page({})', {
    'app.js': 'App({ globalData: { x: 5 } })',
  });
  expect(test.logs).toEqual([5]);
});

test('lazyCodeLoading runs only what the page needs; without it all pages run at the start', async () => {
  const other = { 'pages/b/b.wxml': '', 'pages/b/b.js': 'console.log("b"); Page({})' };
  expect((await open('', 'Page({})', other)).logs).toEqual(['b']);
  const lazy = '{"pages":["pages/a/a","pages/b/b"],"lazyCodeLoading":"requiredComponents"}';
  const test = await open('', 'Page({})', { ...other, 'app.json': lazy });
  expect(test.logs).toEqual([]);
  await test.stack.navigateTo('/pages/b/b');
  expect(test.logs).toEqual(['b']);
});

test("a page's window: app.json, its own JSON over it, what it sets over that, names by theme", async () => {
  const test = await open('', 'Page({})', {
    'app.json': JSON.stringify({
      pages: ['pages/a/a'],
      window: { navigationBarTitleText: 'app', navigationBarBackgroundColor: '@bg' },
      darkmode: true,
      themeLocation: 'theme.json',
    }),
    'theme.json': '{"light":{"bg":"#ffffff"},"dark":{"bg":"#000000"}}',
    'pages/a/a.json': '{"navigationBarTitleText":"page"}',
  });
  expect(test.page.window).toMatchObject({ navigationBarTitleText: 'page', navigationBarBackgroundColor: '#ffffff' });
  test.stack.setWindow(test.page, { navigationBarTitleText: 'set' });
  await test.command({ command: 'theme', theme: 'dark' });
  expect(test.page.window).toMatchObject({ navigationBarTitleText: 'set', navigationBarBackgroundColor: '#000000' });
});
