import { settle, stopPhones, TestPhone } from './phone';
import { removeProjects } from './project';

afterEach(stopPhones);
afterAll(removeProjects);

const open = (script: string, wxml = '<view id="v">{{v}}</view>', more = {}) =>
  TestPhone.open({ 'pages/a/a.wxml': wxml, 'pages/a/a.js': script, ...more });

describe('app code sees WeChat, not the browser or Node', () => {
  test.each([
    ...['window', 'document', 'globalThis', 'self', 'global', 'process', 'Buffer', 'eval', 'fetch', 'localStorage'],
    ...[
      'XMLHttpRequest',
      'WebSocket',
      'location',
      'navigator',
      'MessageChannel',
      'setImmediate',
      'queueMicrotask',
      'URL',
    ],
  ])('%s is undefined', async (name) => {
    const test = await open(`console.log(typeof ${name}); Page({})`);
    expect(test.logs).toEqual(['undefined']);
  });

  test('a call without `this` does not find the global object', async () => {
    const test = await open('console.log(typeof (function () { return this })(), typeof this); Page({})');
    expect(test.logs).toEqual([['undefined', 'undefined']]);
  });

  test('nothing that the global object has, or inherits, is there, but the language and what WeChat adds', async () => {
    const names = new Set<string>();
    for (let at: unknown = globalThis; at !== Object.prototype && at !== null; at = Object.getPrototypeOf(at)) {
      for (const name of Object.getOwnPropertyNames(at)) if (/^[A-Za-z]\w*$/.test(name)) names.add(name);
    }
    const script = [...names].map((name) => `if (typeof ${name} !== 'undefined') there.push('${name}');`).join('');
    const test = await open(`const there = []; ${script} console.log(there.join()); Page({})`);
    expect(names).toContain('structuredClone');
    expect(String(test.logs[0]).split(',').sort()).toEqual([
      ...['AggregateError', 'Array', 'ArrayBuffer', 'BigInt', 'BigInt64Array', 'BigUint64Array', 'Boolean', 'DataView'],
      ...['Date', 'Error', 'EvalError', 'FinalizationRegistry', 'Float32Array', 'Float64Array', 'Function', 'Infinity'],
      ...['Int16Array', 'Int32Array', 'Int8Array', 'Intl', 'JSON', 'Map', 'Math', 'NaN', 'Number', 'Object', 'Promise'],
      ...['Proxy', 'RangeError', 'ReferenceError', 'Reflect', 'RegExp', 'Set', 'String', 'Symbol', 'SyntaxError'],
      ...['TypeError', 'URIError', 'Uint16Array', 'Uint32Array', 'Uint8Array', 'Uint8ClampedArray', 'WeakMap'],
      ...['WeakRef', 'WeakSet', 'clearInterval', 'clearTimeout', 'console', 'constructor', 'decodeURI'],
      ...['decodeURIComponent', 'encodeURI', 'encodeURIComponent', 'escape', 'isFinite', 'isNaN', 'parseFloat'],
      ...['parseInt', 'setInterval', 'setTimeout', 'unescape'],
    ]);
  });

  test('what the global object gets later is not there either', async () => {
    const test = await open('Page({ look() { return typeof addedLater } })');
    Object.assign(globalThis, { addedLater: 1 });
    try {
      expect(test.page.call('look')).toBe('undefined');
    } finally {
      Reflect.deleteProperty(globalThis, 'addedLater');
    }
  });

  test('a name that nobody declared is an error, read or written', async () => {
    const test = await open('Page({ read() { return nowhere }, write() { nowhere = 1 } })');
    test.page.call('read');
    test.page.call('write');
    expect(test.exceptions).toEqual(['nowhere is not defined', 'nowhere is not defined']);
  });

  test('Function cannot make code from text, but is what functions are instances of', async () => {
    const test = await open(`
      console.log((() => {}) instanceof Function);
      try { new Function('return wx')() } catch (e) { console.log(e.message) }
      Page({})`);
    expect(test.logs).toEqual([true, expect.stringContaining('cannot be used in a mini program')]);
  });

  test("Function('return this') finds a global object of the mini program's own, as polyfills need it", async () => {
    const test = await open(
      `const root = Function('return this')();
      console.log(root.Object === Object, root.wx === wx, typeof root.process, typeof root.setTimeout);
      root.polyfilled = 'everywhere';
      require('./b'); Page({})`,
      undefined,
      { 'pages/a/b.js': 'console.log(polyfilled)' },
    );
    expect(test.logs).toEqual([[true, true, 'undefined', 'function'], 'everywhere']);
    expect(globalThis).not.toHaveProperty('polyfilled');
  });

  test.each(['function () {}', 'async function () {}', 'function* () {}', 'async function* () {}', 'class {}'])(
    'the constructor of %s makes no code from text',
    async (kind) => {
      const test = await open(`Page({ escape() { return (${kind}).constructor('return this')() } })`);
      expect(test.page.call('escape')).toBeUndefined();
      expect(test.exceptions).toEqual([expect.stringContaining('cannot be used in a mini program')]);
    },
  );

  test('wxs sees neither, and what it assigns undeclared is a variable of its own', async () => {
    const read = [
      ...['typeof window', 'typeof document', 'typeof wx', 'typeof Page', 'typeof innerWidth', 'typeof process'],
      ...['typeof (function () { return this })()', 'typeof i'],
    ];
    const wxs = `for (i = 0; i < 3; i++) {} module.exports = { t: [${read.join()}].join(' ') }`;
    const test = await open('Page({})', `<wxs module="m">${wxs}</wxs><view id="v">{{m.t}}</view>`);
    expect(test.text('#v')).toBe(`${'undefined '.repeat(7)}number`);
    expect(globalThis).not.toHaveProperty('i');
  });

  test('Date is the moved clock', async () => {
    const hour = 3_600_000;
    const test = await open(
      'Page({ now() { return [Date.now(), new Date().getTime(), new Date(0).getTime(), new Date() instanceof Date] } })',
    );
    await test.command({ command: 'clock', offset: 5 * hour });
    const [now, made, epoch, instance] = test.page.call('now') as [number, number, number, boolean];
    expect(Math.abs(now - Date.now() - 5 * hour)).toBeLessThan(1000);
    expect(Math.abs(made - now)).toBeLessThan(1000);
    expect([epoch, instance]).toEqual([0, true]);
  });

  test('timers have numbers', async () => {
    const test = await open('Page({ onLoad() { console.log(typeof setTimeout(() => console.log("later"), 1)) } })');
    await settle();
    expect(test.logs).toEqual(['number', 'later']);
  });
});

describe('setData', () => {
  test('carries JSON only, and says what was lost', async () => {
    const test = await open(`Page({ set() {
      this.setData({ f: () => 1, u: undefined, d: new Date(0), n: NaN, m: new Map(), ok: { a: [1, undefined] }, v: 'seen' })
    } })`);
    test.page.call('set');
    expect(test.data).toEqual({ d: '1970-01-01T00:00:00.000Z', n: null, m: {}, ok: { a: [1, null] }, v: 'seen' });
    expect(test.text('#v')).toBe('seen');
    for (const name of ['"f" (a function)', '"u" (undefined)', '"d" (a Date', '"n" (NaN)', '"m" (a Map)']) {
      expect(test.warnings).toContain(name);
    }
  });

  test('does not share objects with the app', async () => {
    const test = await open(
      'Page({ set() { const o = { x: 1 }; this.setData({ o }); o.x = 2; console.log(this.data.o.x) } })',
    );
    test.page.call('set');
    expect(test.logs).toEqual([1]);
  });

  test('is recorded with its page, bytes and keys; paths work; the callback comes later', async () => {
    const test = await open(`Page({ data: { list: [{ n: 0 }] }, set() {
      this.setData({ 'list[0].n': '步' }, function () { console.log('callback', this.route) }); console.log('after')
    } })`);
    test.page.call('set');
    await settle();
    expect(test.data).toEqual({ list: [{ n: '步' }] });
    expect(test.of('setData')).toEqual([
      {
        event: 'setData',
        page: 'pages/a/a',
        bytes: '{"list[0].n":"步"}'.length + 2,
        keys: ['list[0].n'],
        at: expect.any(Number) as number,
      },
    ]);
    expect(test.logs).toEqual(['after', ['callback', 'pages/a/a']]);
  });

  test('of more than 1 MB is an error and sets nothing', async () => {
    const test = await open("Page({ set() { this.setData({ v: 'x'.repeat(1024 * 1024) }) } })");
    test.page.call('set');
    expect(test.exceptions).toEqual([expect.stringContaining('setData of 1048584 bytes')]);
    expect(test.data).toEqual({});
  });

  test('of cyclic data is an error of the app, not of the phone', async () => {
    const test = await open('Page({ set() { const o = {}; o.o = o; this.setData({ o }) } })');
    test.page.call('set');
    expect(test.exceptions).toEqual([expect.stringContaining('circular')]);
  });
});

describe('events', () => {
  test('reach the app later, as plain JSON', async () => {
    const test = await open(
      'Page({ tap(e) { console.log(JSON.stringify(Object.keys(e).sort()), e.type, e.detail, e.target.id, e.currentTarget.dataset, e.mark, e.touches.length) } })',
      '<view bindtap="tap" data-item-id="{{7}}" mark:m="1"><text id="t">x</text></view>',
    );
    const tapped = test.tap('#t');
    expect(test.logs).toEqual([]);
    await tapped;
    expect(test.logs).toEqual([
      [
        '["changedTouches","currentTarget","detail","mark","mut","target","timeStamp","touches","type"]',
        'tap',
        { x: 1, y: 2 },
        't',
        { itemId: 7 },
        { m: '1' },
        1,
      ],
    ]);
  });

  test('capture, catch and mut-bind work', async () => {
    const log = (name: string): string => `${name}() { console.log('${name}') }`;
    const test = await open(
      `Page({ ${['outer', 'capture', 'caught', 'inner', 'mutOuter', 'mutInner'].map(log).join()} })`,
      `<view bind:tap="outer" capture-bind:tap="capture" mut-bind:tap="mutOuter">
        <view catch:tap="caught"><view id="a" bindtap="inner"/></view>
        <view mut-bind:tap="mutInner"><view id="b"/></view>
      </view>`,
    );
    await test.tap('#a');
    expect(test.logs).toEqual(['capture', 'inner', 'caught']);
    await test.tap('#b');
    expect(test.logs.slice(3)).toEqual(['capture', 'mutInner', 'outer']);
  });
});

describe('exceptions of app code are recorded and do not kill the phone', () => {
  test.each([
    ['a handler', 'Page({ tap() { throw new Error("broken") } })'],
    ['a timer', 'Page({ tap() { setTimeout(() => { throw new Error("broken") }) } })'],
    ['a lifecycle', 'Page({ onLoad() { throw new Error("broken") }, tap() {} })'],
    [
      'an observer',
      'Component({ data: { n: 0 }, observers: { n() { throw new Error("broken") } }, methods: { tap() { this.setData({ n: 1 }) } } })',
    ],
  ])('in %s', async (_where, script) => {
    const test = await open(script, '<view id="v" bindtap="tap">{{v}}</view>', {
      'app.js': 'App({ onError(text) { console.log(text.split("\\n")[0]) } })',
    });
    await test.tap('#v');
    expect(test.exceptions).toEqual(['broken']);
    expect(test.logs).toEqual(['Error: broken']);
    await test.stack.reLaunch('/pages/a/a');
    expect(test.routes).toEqual(['pages/a/a']);
  });

  test('in the script of a page: the error names the file', async () => {
    const test = await TestPhone.open({
      'pages/a/a.wxml': '',
      'pages/a/a.js': 'Page({})',
      'pages/b/b.wxml': '',
      'pages/b/b.js': 'undefined.x; Page({})',
    });
    expect(test.of('exception')[0]?.stack).toContain('appservice/p1/pages/b/b.js');
    expect(test.routes).toEqual(['pages/a/a']);
  });

  test('in the script of the first page: it is opened empty', async () => {
    const test = await open('require("./nowhere"); Page({})');
    expect(test.exceptions).toEqual([
      "module 'pages/a/nowhere.js' is not defined, require args is './nowhere'",
      expect.stringMatching(/^Page "pages\/a\/a" has not been registered yet/),
    ]);
    expect(test.routes).toEqual(['pages/a/a']);
  });
});
