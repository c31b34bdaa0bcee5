import { settle, stopPhones, TestPhone } from './phone';
import { removeProjects } from './project';

afterEach(stopPhones);
afterAll(removeProjects);

const FILES = {
  'pages/a/a.wxml': '',
  'pages/a/a.js':
    'Page({ onLoad(query) { console.log("a", JSON.stringify(query), this.route, getCurrentPages().length) } })',
  'pages/a/sub/b.wxml': '',
  'pages/a/sub/b.js': 'Page({ onLoad() { console.log("b") } })',
};

test('at most ten pages are open', async () => {
  const test = await TestPhone.open(FILES);
  for (let n = 2; n <= 10; n += 1) await test.stack.navigateTo('/pages/a/a');
  await expect(test.stack.navigateTo('/pages/a/a')).rejects.toEqual({
    errMsg: 'navigateTo:fail webview count limit exceed',
  });
  expect(test.routes).toHaveLength(10);
  await test.stack.navigateBack(20);
  expect(test.routes).toHaveLength(1);
});

test('urls are absolute, or relative to the page; what is not a page is refused by name', async () => {
  const test = await TestPhone.open(FILES);
  await test.stack.navigateTo('./sub/b?x=1');
  await test.stack.navigateTo('../a?y=%E4%BD%A0&z=1=2&e');
  expect(test.routes).toEqual(['pages/a/a', 'pages/a/sub/b', 'pages/a/a']);
  expect(test.logs.at(-1)).toEqual(['a', '{"y":"%E4%BD%A0","z":"1=2","e":""}', 'pages/a/a', 3]);
  for (const api of ['navigateTo', 'redirectTo', 'reLaunch'] as const) {
    await expect(test.stack[api]('/pages/x/x?a=1')).rejects.toEqual({
      errMsg: `${api}:fail page "pages/x/x" is not found`,
    });
  }
  expect(test.routes).toHaveLength(3);
});

test('the first page cannot be left', async () => {
  const test = await TestPhone.open(FILES);
  await expect(test.stack.navigateBack(1)).rejects.toEqual({
    errMsg: 'navigateBack:fail cannot navigate back at first page.',
  });
});

test('navigations that are asked for together happen one after the other', async () => {
  const test = await TestPhone.open(FILES);
  await Promise.all([
    test.stack.navigateTo('/pages/a/sub/b'),
    test.stack.navigateTo('/pages/a/a'),
    test.stack.navigateBack(1),
  ]);
  expect(test.routes).toEqual(['pages/a/a', 'pages/a/sub/b']);
});

test("a subpackage's scripts run when it is opened, not before", async () => {
  const test = await TestPhone.open({
    'app.json': '{"pages":["pages/a/a"],"subPackages":[{"root":"more","pages":["p/p"]}]}',
    ...FILES,
    'pages/a/a.js': `Page({
      sync() { try { require('../../more/lib') } catch (e) { console.log(e.message) } },
      later() { return require.async('../../more/lib').then(lib => console.log(lib.name)) },
    })`,
    'more/lib.js': 'console.log("lib runs"); module.exports = { name: "lib" }',
    'more/p/p.wxml': '',
    'more/p/p.js': 'console.log("p runs"); Page({ onLoad() { console.log(require("../lib").name) } })',
  });
  test.page.call('sync');
  expect(test.logs).toEqual([expect.stringMatching(/^module 'more\/lib\.js' is not defined/)]);
  await test.page.call('later');
  expect(test.logs.slice(1)).toEqual(['lib runs', 'lib']);
  await test.stack.navigateTo('/more/p/p');
  expect(test.logs.slice(3)).toEqual(['p runs', 'lib']);
});

test('a page of WeChat lies over the app: it has no part in getCurrentPages, and leaving it gives its answer', async () => {
  const test = await TestPhone.open({
    ...FILES,
    'pages/a/a.js':
      'Page({ onShow() { console.log("show") }, onHide() { console.log("hide") }, pages: () => getCurrentPages().length })',
  });
  const left = test.stack.openNative('setting', {});
  await settle();
  expect(test.routes).toEqual(['pages/a/a', 'wechat/setting']);
  expect(test.stack.pages[0]?.call('pages')).toBe(1);
  await test.stack.navigateBack(1);
  expect(await left).toEqual({ authSetting: {} });
  expect(test.routes).toEqual(['pages/a/a']);
  expect(test.logs).toEqual(['show', 'hide', 'show']);
});
