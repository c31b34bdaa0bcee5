import { schema } from '../../../cloud/schema';
import { type Harness, startHarness } from '../harness';

const names = schema.map(({ name }) => name);

describe('setup', () => {
  let wechat: Harness;
  beforeEach(async () => {
    wechat = await startHarness({ setUp: false });
  });
  afterEach(() => wechat.stop());

  const setUp = () => wechat.send({ name: 'setup', event: {}, source: '' });

  test('makes every collection of the schema and says what is left to do by hand', async () => {
    expect(wechat.cloud.collections).toEqual([]);
    const { answer } = await setUp();
    expect(answer).toEqual({
      ok: true,
      data: {
        created: names,
        existing: [],
        byHand: expect.arrayContaining([
          'steps: permission ADMINONLY',
          'pictures: index openid',
          'message push: event wxa_media_check to the function verdict',
        ]) as unknown,
      },
    });
    expect([...wechat.cloud.collections].sort()).toEqual([...names].sort());
  });

  test('can be called again: what is there stays, with its documents', async () => {
    await setUp();
    const openid = await wechat.person();
    await wechat.sendWeRun(openid);
    const stored = wechat.stored();
    expect((await setUp()).answer).toMatchObject({ ok: true, data: { created: [], existing: names } });
    expect(wechat.stored()).toEqual(stored);
  });

  test.each(['wx_client', 'wx_devtools', ''])('refuses a person, whatever the source (%p)', async (source) => {
    const openid = await wechat.person();
    const { answer } = await wechat.send({ name: 'setup', openid, event: {}, source });
    expect(answer).toMatchObject({ ok: false, error: { code: 'forbidden' } });
    expect(wechat.cloud.collections).toEqual([]);
  });

  test.each([undefined, 'wx_devtools'])('takes the console, whose SOURCE is %p', async (source = '') => {
    const { answer } = await wechat.send({ name: 'setup', event: {}, source });
    expect(answer).toMatchObject({ ok: true, data: { created: names } });
  });

  test.each([
    'wx_client',
    'wx_http',
    'wx_trigger',
    'wx_paycallback',
    'wx_crawler',
    'wx_localdebug',
    'wx_unknown',
    'scf',
    'wx_client,scf',
    'wx_devtools,scf',
    'wx_trigger,scf',
    'what-wechat-adds-next',
  ])('refuses %s, and says so', async (source) => {
    const { answer } = await wechat.send({ name: 'setup', event: {}, source });
    expect(answer).toMatchObject({ ok: false, error: { code: 'forbidden' } });
    expect(answer).toMatchObject({ error: { message: expect.stringContaining(`SOURCE is "${source}"`) as unknown } });
    expect(wechat.cloud.collections).toEqual([]);
  });
});
