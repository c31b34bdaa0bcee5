import { settle, stopPhones, TestPhone } from './phone';
import { removeProjects, type Files } from './project';

afterEach(stopPhones);
afterAll(removeProjects);

const HOOKS = ['onLoad', 'onShow', 'onReady', 'onHide', 'onUnload'];

/** A page that logs its hooks under a name. */
const page = (name: string, more = ''): Files => ({
  [`pages/${name}/${name}.wxml`]: '<view/>',
  [`pages/${name}/${name}.js`]: `Page({ ${HOOKS.map((hook) => `${hook}() { console.log('${name}.${hook}') },`).join('')} ${more} })`,
});
const APP = `App({
  onLaunch(o) { console.log('app.onLaunch', o.scene) },
  onShow(o) { console.log('app.onShow', o.path, o.scene) },
  onHide() { console.log('app.onHide') },
})`;
const since = (test: TestPhone, mark: number): readonly unknown[] => test.logs.slice(mark);

test('a cold start runs app.js, App.onLaunch, App.onShow, then the page with its components', async () => {
  const test = await TestPhone.open({
    'app.js': `console.log('app.js');${APP}`,
    ...page('a'),
    'pages/a/a.wxml': '<c/>',
    'pages/a/a.json': '{"usingComponents":{"c":"/c/c"}}',
    'c/c.wxml': '<view/>',
    'c/c.json': '{"component":true}',
    'c/c.js': `Component({
      lifetimes: {
        created() { console.log('c.created') }, attached() { console.log('c.attached') },
        ready() { console.log('c.ready') }, detached() { console.log('c.detached') },
      },
      pageLifetimes: { show() { console.log('c.show') }, hide() { console.log('c.hide') } },
    })`,
  });
  expect(test.logs).toEqual([
    'app.js',
    ['app.onLaunch', 1001],
    ['app.onShow', 'pages/a/a', 1001],
    'c.created',
    'c.attached',
    'a.onLoad',
    'c.show',
    'a.onShow',
    'c.ready',
    'a.onReady',
  ]);
  expect(test.of('ready')).toHaveLength(1);
  const mark = test.logs.length;
  await test.command({ command: 'hide' });
  expect(since(test, mark)).toEqual(['c.hide', 'a.onHide', 'app.onHide']);
});

test('navigateTo hides the page below; navigateBack unloads the one on top, then shows what was below', async () => {
  const test = await TestPhone.open({ ...page('a'), ...page('b') });
  let mark = test.logs.length;
  await test.stack.navigateTo('/pages/b/b?x=1');
  await settle();
  expect(since(test, mark)).toEqual(['a.onHide', 'b.onLoad', 'b.onShow', 'b.onReady']);
  expect(test.routes).toEqual(['pages/a/a', 'pages/b/b']);
  mark = test.logs.length;
  await test.stack.navigateBack(1);
  await settle();
  expect(since(test, mark)).toEqual(['b.onUnload', 'a.onShow']);
  expect(test.of('page').at(-1)?.stack).toEqual(['pages/a/a']);
});

test('redirectTo unloads the page, reLaunch all of them', async () => {
  const test = await TestPhone.open({ ...page('a'), ...page('b'), ...page('c') });
  let mark = test.logs.length;
  await test.stack.redirectTo('/pages/b/b');
  await settle();
  expect(since(test, mark)).toEqual(['a.onUnload', 'b.onLoad', 'b.onShow', 'b.onReady']);
  await test.stack.navigateTo('/pages/c/c');
  await settle();
  mark = test.logs.length;
  await test.stack.reLaunch('/pages/a/a');
  await settle();
  expect(since(test, mark)).toEqual(['c.onUnload', 'b.onUnload', 'a.onLoad', 'a.onShow', 'a.onReady']);
  expect(test.routes).toEqual(['pages/a/a']);
});

test('a tab keeps its page while another is shown', async () => {
  const test = await TestPhone.open({
    'app.json': JSON.stringify({
      pages: ['pages/a/a', 'pages/b/b', 'pages/c/c'],
      tabBar: { list: [{ pagePath: 'pages/a/a' }, { pagePath: 'pages/b/b' }] },
    }),
    ...page('a'),
    ...page('b'),
    ...page('c'),
  });
  await test.stack.switchTab('/pages/b/b');
  await test.stack.navigateTo('/pages/c/c');
  await settle();
  const mark = test.logs.length;
  await test.stack.switchTab('/pages/a/a');
  await settle();
  expect(since(test, mark)).toEqual(['c.onUnload', 'a.onShow']);
  await expect(test.stack.switchTab('/pages/c/c')).rejects.toEqual({
    errMsg: 'switchTab:fail can not switch to no-tabBar page',
  });
  await expect(test.stack.navigateTo('/pages/b/b')).rejects.toEqual({
    errMsg: 'navigateTo:fail can not navigateTo a tabbar page',
  });
});

describe('a warm start', () => {
  const open = () => TestPhone.open({ 'app.js': APP, ...page('a'), ...page('b') });
  const enter = { scene: 1044, query: {}, referrerInfo: {} };

  test('that names a page opens it alone', async () => {
    const test = await open();
    const mark = test.logs.length;
    await test.command({
      command: 'enter',
      enter: { ...enter, path: 'pages/b/b', query: { id: '7' }, shareTicket: 't' },
    });
    expect(since(test, mark)).toEqual([
      'a.onHide',
      'app.onHide',
      ['app.onShow', 'pages/b/b', 1044],
      'a.onUnload',
      'b.onLoad',
      'b.onShow',
      'b.onReady',
    ]);
    expect(test.page.query).toEqual({ id: '7' });
    expect(test.phone.context.enterOptions).toMatchObject({ scene: 1044, shareTicket: 't' });
    expect(test.phone.context.launchOptions.scene).toBe(1001);
  });

  test('that names none shows what was there', async () => {
    const test = await open();
    await test.command({ command: 'hide' });
    const mark = test.logs.length;
    await test.command({ command: 'enter', enter: { ...enter, path: '' } });
    expect(since(test, mark)).toEqual([['app.onShow', '', 1044], 'a.onShow']);
  });
});

test('an entry to a page that is not there calls App.onPageNotFound', async () => {
  const test = await TestPhone.open(
    {
      'app.js':
        'App({ onPageNotFound(o) { console.log(o.path, o.isEntryPage); wx.redirectTo({ url: "/pages/b/b" }) } })',
      ...page('a'),
      ...page('b'),
    },
    { enter: { path: 'pages/gone/gone', query: {}, scene: 1007, referrerInfo: {} } },
  );
  expect(test.logs).toContainEqual(['pages/gone/gone', true]);
  expect(test.routes).toEqual(['pages/b/b']);
});

test('a restart is a cold start with another user; nothing of the run before goes on', async () => {
  const test = await TestPhone.open({
    'app.js': 'App({ count: 0 })',
    ...page('a', 'tick() { setInterval(() => console.log("tick"), 1) }'),
  });
  test.page.call('tick');
  await settle();
  const user = { openid: 'o2', nickName: '小红', avatarUrl: '' };
  await test.command({ command: 'restart', boot: { ...test.boot, user } });
  const ticks = test.logs.filter((log) => log === 'tick').length;
  await settle();
  expect(ticks).toBeGreaterThan(0);
  expect(test.logs.filter((log) => log === 'tick')).toHaveLength(ticks);
  expect(test.phone.context.user.openid).toBe('o2');
  expect(test.of('ready')).toHaveLength(2);
});
