import { setTimeout as sleep } from 'node:timers/promises';
import { failureOf, SDK, startLocalCloud, type LocalCloud } from './local-cloud';

const timer = (config: string, name = 'tick') => ({ triggers: [{ name, type: 'timer', config }] });
const TICK = `${SDK}exports.main = (event) => ({ event, wx: cloud.getWXContext() });`;
const MINUTE = 60_000;

describe('timers of functions', () => {
  let local: LocalCloud;
  beforeEach(async () => {
    local = await startLocalCloud({
      now: '2031-05-01T10:00:30Z',
      functions: {
        minutely: { code: TICK, config: timer('0 */1 * * * * *', 'every_minute') },
        daily: { code: TICK, config: timer('0 30 2 * * * *') },
        plain: TICK,
      },
    });
  });
  afterEach(() => local.stop());

  const moveTo = (text: string): void => local.clock.setOffset(Date.parse(text) - Date.now());
  const fired = (name: string) => local.cloud.calls.filter((record) => record.name === name);
  /** The calls of a function, once there are `count` of them and no more come. */
  async function firedOnly(name: string, count: number) {
    const ends = Date.now() + 10_000;
    while (fired(name).length < count && Date.now() < ends) await sleep(20);
    await sleep(300);
    expect(fired(name)).toHaveLength(count);
    return fired(name);
  }
  const nextOf = (name: string) => {
    const next = local.cloud.timers.find((each) => each.function === name)?.next;
    return next === undefined ? undefined : new Date(next).toISOString();
  };

  test('are those that config.json declares, with their next time in UTC+8', () => {
    expect(local.cloud.timers.map(({ next: _next, ...rest }) => rest)).toEqual([
      { function: 'daily', trigger: 'tick', cron: '0 30 2 * * * *' },
      { function: 'minutely', trigger: 'every_minute', cron: '0 */1 * * * * *' },
    ]);
    expect(nextOf('daily')).toBe('2031-05-01T18:30:00.000Z');
    expect(nextOf('minutely')).toBe('2031-05-01T10:01:00.000Z');
  });

  test('fire when the clock gets there: as a trigger, without a user', async () => {
    moveTo('2031-05-01T18:29:59.500Z');
    expect(fired('daily')).toEqual([]);
    expect(await firedOnly('daily', 1)).toMatchObject([
      {
        source: 'wx_trigger',
        openid: undefined,
        event: { Type: 'Timer', TriggerName: 'tick', Time: '2031-05-01T18:30:00Z' },
        result: { wx: { ENV: 'local-env', SOURCE: 'wx_trigger' } },
        error: undefined,
      },
    ]);
    expect(nextOf('daily')).toBe('2031-05-02T18:30:00.000Z');
  });

  test('fire once for a jump over many of their times, with the last of them', async () => {
    moveTo('2031-05-01T15:00:30Z');
    expect(await firedOnly('minutely', 1)).toMatchObject([{ event: { Time: '2031-05-01T15:00:00Z' } }]);
    expect(nextOf('minutely')).toBe('2031-05-01T15:01:00.000Z');
    local.clock.advance(MINUTE);
    await firedOnly('minutely', 2);
  });

  test('fire again after the clock was turned back', async () => {
    moveTo('2031-05-01T15:00:30Z');
    await firedOnly('minutely', 1);
    moveTo('2031-05-01T10:00:30Z');
    expect(nextOf('minutely')).toBe('2031-05-01T10:01:00.000Z');
    moveTo('2031-05-01T10:01:30Z');
    await firedOnly('minutely', 2);
  });

  test('can be fired by hand', async () => {
    const { result } = await local.cloud.fireTimer('daily');
    expect(result).toMatchObject({ event: { Type: 'Timer', TriggerName: 'tick' }, wx: { SOURCE: 'wx_trigger' } });
    await expect(local.cloud.fireTimer('plain')).rejects.toThrow('the function plain has no timer');
  });

  test('a failing one is in the log, and fires again', async () => {
    local.write('minutely', {
      code: `exports.main = () => { throw new Error('broken'); };`,
      config: timer('0 */1 * * * * *'),
    });
    await local.cloud.reloadFunctions(['minutely']);
    moveTo('2031-05-01T10:01:30Z');
    await firedOnly('minutely', 1);
    moveTo('2031-05-01T10:02:30Z');
    expect((await firedOnly('minutely', 2)).map(({ error }) => error?.errCode)).toEqual([-504002, -504002]);
    expect((await failureOf(local.cloud.fireTimer('minutely'))).errCode).toBe(-504002);
  });

  test('change when the function is uploaded again', async () => {
    local.write('minutely', { code: TICK, config: {} });
    local.write('plain', { code: TICK, config: timer('0 0 8 * * * 2099') });
    await local.cloud.reloadFunctions();
    expect(local.cloud.timers.map(({ function: name }) => name)).toEqual(['daily', 'plain']);
    expect(nextOf('plain')).toBe('2099-01-01T00:00:00.000Z');
  });

  test.each([
    [
      'two triggers',
      { triggers: [...timer('0 0 * * * * *').triggers, ...timer('0 0 * * * * *', 'b').triggers] },
      'may hold one trigger, it has 2',
    ],
    ['five fields', timer('*/5 * * * *'), 'cron expression of seven fields'],
    ['six fields', timer('0 */5 * * * *'), 'cron expression of seven fields'],
    ['a minute 60', timer('0 60 * * * * *'), 'cron expression of seven fields'],
    ['what other crons have', timer('0 0 0 L * ? *'), 'cron expression of seven fields'],
    ['another type', { triggers: [{ name: 'a', type: 'cos', config: '' }] }, `type can be 'timer' only`],
    ['a name that begins with a digit', timer('0 0 * * * * *', '1st'), 'a letter first'],
  ])('%s: an upload that is refused, and the functions go on as before', async (_name, config, message) => {
    local.write('plain', { code: TICK, config });
    await expect(local.cloud.reloadFunctions(['plain'])).rejects.toThrow(message);
    expect(local.cloud.timers).toHaveLength(2);
    expect(await local.call('plain')).toMatchObject({ wx: { OPENID: 'oUserA' } });
  });
});

test('timers that are held are listed, and fire by hand alone', async () => {
  const local = await startLocalCloud({
    functions: { minutely: { code: TICK, config: timer('0 */1 * * * * *') } },
    timers: false,
  });
  local.clock.advance(5 * MINUTE);
  await sleep(200);
  expect(local.cloud.calls).toEqual([]);
  await local.cloud.fireTimer('minutely');
  expect(local.cloud.calls).toHaveLength(1);
  await local.stop();
});
