import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { failureOf, SDK, startLocalCloud, type LocalCloud } from './local-cloud';
import { including } from './matchers';

const FUNCTIONS = {
  context: `${SDK}
    exports.main = async (event, context) => {
      await new Promise((resolve) => setTimeout(resolve, event.wait || 0));
      return { wx: cloud.getWXContext(), event, context, env: Object.keys(process.env).filter((name) => name.startsWith('WX_')).sort() };
    };`,
  slow: {
    code: `exports.main = () => new Promise((resolve) => setTimeout(() => resolve('late'), 60000));`,
    config: { timeout: 1 },
  },
  spin: {
    code: `exports.main = (event) => { while (event.spin) { /* for ever */ } return 'still here'; };`,
    config: { timeout: 1 },
  },
  size: `exports.main = (event) => 'x'.repeat(event.bytes);`,
  raw: `exports.main = (event) => new Function('event', 'return ' + event.code)(event);`,
  exits: `exports.main = (event) => { if (event.exit) process.exit(3); return 'alive'; };`,
  rejects: `exports.main = () => { Promise.reject(new Error('nobody listens')); return new Promise(() => undefined); };`,
  throwsLater: `exports.main = () => { setTimeout(() => { throw new Error('thrown later'); }, 5); return new Promise(() => undefined); };`,
  broken: `require('no-such-package'); exports.main = () => 1;`,
  empty: `exports.other = () => 1;`,
  counter: `let calls = 0; exports.main = () => ++calls;`,
  clock: `exports.main = async (event) => {
      const first = Date.now();
      await new Promise((resolve) => setTimeout(resolve, event.wait));
      return { first, second: Date.now(), instance: +new Date(), text: Date(), is: new Date() instanceof Date, parsed: Date.parse('2020-01-01') };
    };`,
  talks: `exports.main = (event) => { console.log('hello', { a: 1 }); console.error('no'); process.stdout.write('raw\\n'); return event.n; };`,
  outer: `${SDK}
    exports.main = async () => (await cloud.callFunction({ name: 'context', data: { from: 'outer' } })).result;`,
  outerFails: `${SDK}
    exports.main = () => cloud.callFunction({ name: 'broken', data: {} });`,
  misconfigured: `exports.main = () => 1;`,
  places: `exports.main = () => {
      const { HOME, TMPDIR, TEMP, TMP, SystemRoot, FOREIGN } = process.env;
      return { HOME, TMPDIR, TEMP, TMP, SystemRoot, FOREIGN, tmpdir: require('os').tmpdir() };
    };`,
  callback: `exports.main = (event, context, callback) => { setTimeout(() => callback(null, event.n + 1), 1); };`,
};

/** What the function `context` answers. */
interface Seen {
  readonly wx: Readonly<Record<string, unknown>>;
  readonly event: { readonly userInfo?: { readonly openId: string } };
  readonly context: unknown;
  readonly env: readonly string[];
}

describe('calls of cloud functions', () => {
  let local: LocalCloud;
  beforeAll(async () => {
    local = await startLocalCloud({ functions: FUNCTIONS });
  });
  afterAll(() => local.stop());

  test('getWXContext tells who calls, from where, in which environment', async () => {
    const { wx, event, context } = await local.call<Seen>('context', { a: 1 });
    expect(wx).toEqual({
      OPENID: 'oUserA',
      APPID: 'wxlocal0000000001',
      CLIENTIP: '127.0.0.1',
      OPEN_DATA_INFO: '',
      ENV: 'local-env',
      SOURCE: 'wx_client',
    });
    expect(event).toEqual({ a: 1, tcbContext: {}, userInfo: { appId: 'wxlocal0000000001', openId: 'oUserA' } });
    expect(context).toMatchObject({ function_name: 'context', time_limit_in_ms: 3000, namespace: 'local-env' });
  });

  test('a call from the console has neither user nor source, a timer has its source', async () => {
    const console = await local.cloud.callFunction({ source: '' }, { name: 'context', data: '{"a":1}' });
    expect(console.result).toMatchObject({ wx: { ENV: 'local-env' }, event: { a: 1 } });
    expect(Object.keys((console.result as Seen).wx)).toEqual(['ENV']);
    const timer = await local.cloud.callFunction({ source: 'wx_trigger' }, { name: 'context', data: '{}' });
    expect((timer.result as Seen).wx).toEqual({ ENV: 'local-env', SOURCE: 'wx_trigger' });
  });

  test('two calls at once have a context each', async () => {
    const [slow, quick] = await Promise.all([
      local.call<Seen>('context', { wait: 300 }, 'oUserA'),
      local.call<Seen>('context', {}, 'oUserB'),
    ]);
    expect([slow.wx.OPENID, quick.wx.OPENID]).toEqual(['oUserA', 'oUserB']);
    expect(slow.event.userInfo?.openId).toBe('oUserA');
  });

  test('nothing of one caller is left for the next', async () => {
    await local.call('context', {}, 'oUserA');
    const next = await local.cloud.callFunction({ source: '' }, { name: 'context', data: '{}' });
    expect((next.result as Seen).env).toEqual(['WX_API_TOKEN', 'WX_CONTEXT_KEYS']);
  });

  test('a function that is called within a function runs for the same user, one link further', async () => {
    const { wx, event } = await local.call<Seen>('outer');
    expect(wx).toMatchObject({ OPENID: 'oUserA', SOURCE: 'wx_client,scf' });
    expect(event).toMatchObject({ from: 'outer', userInfo: { openId: 'oUserA' } });
  });

  test('the older form with a callback answers', async () => {
    expect(await local.call('callback', { n: 1 })).toBe(2);
  });

  test('a function has the temporary folder of this machine, as its home too, and nothing else of its environment', async () => {
    const folder = path.join(tmpdir(), 'somewhere else');
    const changes = { TMPDIR: folder, TEMP: folder, TMP: folder, SystemRoot: 'C:\\Windows', FOREIGN: 'no' };
    const before = Object.keys(changes).map((name) => [name, process.env[name]] as const);
    Object.assign(process.env, changes);
    try {
      const { FOREIGN: _mine, ...seen } = changes;
      expect(await local.call('places')).toEqual({ ...seen, HOME: tmpdir(), tmpdir: folder });
    } finally {
      for (const [name, value] of before) {
        if (value === undefined) delete process.env[name];
        else process.env[name] = value;
      }
    }
  });

  test('an instance is reused when it is idle', async () => {
    expect([await local.call('counter'), await local.call('counter')]).toEqual([1, 2]);
  });

  test('new code is used after a reload', async () => {
    local.write('reloaded', `exports.main = () => 'old';`);
    expect(await local.call('reloaded')).toBe('old');
    local.write('reloaded', `exports.main = () => 'new';`);
    await local.cloud.reloadFunctions(['reloaded']);
    expect(await local.call('reloaded')).toBe('new');
    expect(local.cloud.functions).toContain('reloaded');
  });

  describe('time', () => {
    test('a function that waits too long is ended, and the next call works', async () => {
      expect(await failureOf(local.call('slow'))).toMatchObject({
        errCode: -504003,
        errMsg: 'cloud.callFunction:fail Error: errCode: -504003 | errMsg: Invoking task timed out after 1 seconds',
      });
    });

    test('so is one that never yields', async () => {
      expect(await failureOf(local.call('spin', { spin: true }))).toMatchObject({ errCode: -504003 });
      expect(await local.call('spin')).toBe('still here');
    });

    test('a clock that moves is seen by a function that runs', async () => {
      const answer = local.call<{
        first: number;
        second: number;
        instance: number;
        text: string;
        is: boolean;
        parsed: number;
      }>('clock', { wait: 400 });
      await new Promise((resolve) => setTimeout(resolve, 200));
      local.clock.advance(3_600_000);
      const { first, second, instance, text, is, parsed } = await answer;
      local.clock.setOffset(0);
      expect(second - first).toBeGreaterThanOrEqual(3_600_000);
      expect(instance - second).toBeLessThan(1000);
      expect(Math.abs(Date.parse(text) - second)).toBeLessThan(2000);
      expect([is, parsed]).toEqual([true, Date.UTC(2020, 0, 1)]);
    });
  });

  describe('failures', () => {
    test.each([
      ['throws', 'raw', { code: `(() => { throw new TypeError('oh') })()` }, -504002, 'TypeError: oh'],
      ['rejects with something odd', 'raw', { code: `Promise.reject({ odd: 1 })` }, -504002, 'odd: 1'],
      ['ends its process', 'exits', { exit: true }, -504002, 'exit code 3'],
      ['forgets a rejection', 'rejects', {}, -504002, 'nobody listens'],
      ['throws in a timer', 'throwsLater', {}, -504002, 'thrown later'],
      ['cannot be loaded', 'broken', {}, -504002, "Cannot find module 'no-such-package'"],
      ['exports no main', 'empty', {}, -504002, 'does not export a function called main'],
      [
        'answers what JSON cannot say',
        'raw',
        { code: `{ const a = {}; a.a = a; return a; }`.replace(/^\{(.*)\}$/, '(() => {$1})()') },
        -504002,
        'circular',
      ],
      ['is not there', 'nobody', {}, -501000, 'FunctionName parameter could not be found'],
      ['has a name that leads elsewhere', '../functions/raw', {}, -501000, 'FunctionName parameter could not be found'],
      [
        'answers more than 1 MB',
        'size',
        { bytes: 1024 * 1024 },
        -604001,
        'cloudfunction result size exceed limit (1MB)',
      ],
      [
        'is given more than 100 kB',
        'size',
        { bytes: 1, pad: 'x'.repeat(100 * 1024) },
        -501001,
        'EXCEED_MAX_PAYLOAD_SIZE',
      ],
    ])('a function that %s', async (_name, name, data, errCode, text) => {
      const failure = await failureOf(local.call(name, data));
      expect(failure.errCode).toBe(errCode);
      expect(failure.errMsg).toMatch(/^cloud\.callFunction:fail Error: errCode: -/);
      expect(failure.errMsg).toContain(text);
    });

    test('each ends its own call only', async () => {
      await failureOf(local.call('exits', { exit: true }));
      expect(await local.call('exits')).toBe('alive');
    });

    test('one within another is an error of the SDK', async () => {
      const failure = await failureOf(local.call('outerFails'));
      expect(failure.errMsg).toContain("Cannot find module 'no-such-package'");
    });

    test('just under the limits works', async () => {
      expect(await local.call('size', { bytes: 1024 * 1024 - 2 })).toHaveLength(1024 * 1024 - 2);
      const pad = 'x'.repeat(100 * 1024 - JSON.stringify({ bytes: 1, pad: '' }).length);
      expect(await local.call('size', { bytes: 1, pad })).toBe('x');
    });

    test('undefined arrives as null', async () => {
      expect(await local.call('raw', { code: 'undefined' })).toBeNull();
    });
  });

  describe('records', () => {
    test('tell event, result, console and database calls', async () => {
      const records: unknown[] = [];
      const stop = local.cloud.onCall((record) => records.push(record));
      await local.call('talks', { n: 5 });
      await local.cloud.createCollection('counted');
      await local.script(`await db.collection('counted').add({ data: {} }); await db.collection('counted').count();`);
      stop();
      await local.call('talks');
      expect(records).toEqual([
        including({
          name: 'talks',
          openid: 'oUserA',
          source: 'wx_client',
          event: including({ n: 5 }),
          result: 5,
          error: undefined,
          databaseCalls: 0,
          console: [
            { level: 'log', text: 'hello { a: 1 }' },
            { level: 'error', text: 'no' },
            { level: 'log', text: 'raw' },
          ],
        }),
        including({ name: 'script', databaseCalls: 2 }),
      ]);
    });

    test('a failed call is recorded with its error', async () => {
      await failureOf(local.call('exits', { exit: true }));
      expect(local.cloud.calls.at(-1)).toMatchObject({ name: 'exits', error: { errCode: -504002 }, result: undefined });
    });

    test.each([
      ['that is not there', 'nobody', { a: 1 }, -501000, { a: 1 }],
      ['that is given too much', 'size', { pad: 'x'.repeat(100 * 1024) }, -501001, `{"pad":"${'x'.repeat(992)}…`],
      ['whose config.json cannot be read', 'misconfigured', { a: 1 }, -504002, { a: 1 }],
    ])('a call of a function %s is recorded, as it was sent', async (_name, name, data, errCode, event) => {
      writeFileSync(path.join(local.functionRoot, 'misconfigured', 'config.json'), '{');
      const heard: unknown[] = [];
      const stop = local.cloud.onCall((record) => heard.push(record));
      const failure = await failureOf(local.call(name, data));
      stop();
      expect(failure.errCode).toBe(errCode);
      expect(heard).toEqual([
        including({ name, openid: 'oUserA', source: 'wx_client', event, result: undefined, error: { ...failure } }),
      ]);
      expect(local.cloud.calls.at(-1)).toBe(heard[0]);
    });

    test('the last 500 are kept', async () => {
      await Promise.all(Array.from({ length: 510 }, () => local.call('callback', { n: 0 })));
      expect(local.cloud.calls).toHaveLength(500);
    });
  });

  test('a warm call takes less than 10 ms', async () => {
    const times: number[] = [];
    for (let n = 0; n < 50; n += 1) {
      const start = performance.now();
      await local.call('callback', { n });
      times.push(performance.now() - start);
    }
    times.sort((a, b) => a - b);
    expect(times[25]).toBeLessThan(10);
  });
});
