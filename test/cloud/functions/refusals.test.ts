import { type Harness, startHarness } from '../harness';

describe('events that are not calls of the contract', () => {
  let wechat: Harness;
  let openid: string;
  beforeAll(async () => {
    wechat = await startHarness();
    openid = await wechat.person();
  });
  afterAll(() => wechat.stop());

  const long = 'x'.repeat(9_000);
  const refusals: readonly (readonly [what: string, event: unknown, code: string])[] = [
    ['no route', {}, 'unknown-route'],
    ['a route that is not declared', { $url: 'nothing' }, 'unknown-route'],
    ['the name of a property that every object has', { $url: 'constructor' }, 'unknown-route'],
    ['the prototype', { $url: '__proto__' }, 'unknown-route'],
    ['the route for every route', { $url: '*' }, 'unknown-route'],
    ['the route in a list', { $url: ['weRun'] }, 'unknown-route'],
    ['the route in another case', { $url: 'werun' }, 'unknown-route'],
    ['a number for a route', { $url: 1 }, 'unknown-route'],
    ['null for a route', { $url: null }, 'unknown-route'],
    ['a missing field', { $url: 'weRun' }, 'invalid-input'],
    ['a surplus field', { $url: 'steps', more: 1 }, 'invalid-input'],
    ['a surplus field named like a property that every object has', { $url: 'steps', constructor: 1 }, 'invalid-input'],
    ['a field of the wrong type', { $url: 'weRun', werun: 1 }, 'invalid-input'],
    ['null', { $url: 'weRun', werun: null }, 'invalid-input'],
    ['an empty CloudID', { $url: 'weRun', werun: '' }, 'invalid-input'],
    ['a list for a CloudID', { $url: 'weRun', werun: ['id'] }, 'invalid-input'],
    ['surplus beside the open data', { $url: 'weRun', werun: { cloudID: 'id', data: {}, more: 1 } }, 'invalid-input'],
    [
      'an error code that is text',
      { $url: 'weRun', werun: { cloudID: 'id', errCode: '-1', errMsg: '' } },
      'invalid-input',
    ],
    ['a CloudID that is too long', { $url: 'weRun', werun: 'x'.repeat(513) }, 'input-too-large'],
    ['more than the call takes', { $url: 'weRun', werun: { cloudID: 'id', data: { long } } }, 'input-too-large'],
    ['more than the call takes, in a surplus field', { $url: 'steps', long }, 'input-too-large'],
  ];

  test.each(refusals)('%s', async (_what, event, code) => {
    const { answer, record } = await wechat.send({ openid, event });
    expect(answer).toEqual({
      ok: false,
      error: { code, message: expect.any(String) as unknown, retryable: false },
    });
    expect(record.databaseCalls).toBe(0);
    expect(wechat.stored()).toEqual([]);
  });

  test('a surplus __proto__ is refused like any other field', async () => {
    const event: unknown = JSON.parse('{"$url":"steps","__proto__":{"werun":"id"}}');
    expect((await wechat.send({ openid, event })).answer).toMatchObject({
      ok: false,
      error: { code: 'invalid-input' },
    });
  });

  test('what WeChat itself adds to an event is no surplus', async () => {
    const event = { $url: 'steps', userInfo: { openId: 'oSomebodyElse' }, tcbContext: {} };
    expect((await wechat.send({ openid, event })).answer).toEqual({ ok: true, data: { days: [] } });
  });
});
