import { contract } from '../../../cloud/contract/contract';
import { type Harness, startHarness } from '../harness';
import * as v from 'valibot';

const day = 86_400_000;

describe('opendata weRun and steps', () => {
  let wechat: Harness;
  beforeEach(async () => {
    wechat = await startHarness();
  });
  afterEach(() => wechat.stop());

  test('keeps the 31 days that WeChat vouches for in one document, and answers them oldest first', async () => {
    const openid = await wechat.person();
    const { steps } = wechat.platform.user(openid);
    const { answer } = await wechat.sendWeRun(openid);
    const expected = Object.entries(steps)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([date, count]) => ({ date, steps: count }));
    expect(expected).toHaveLength(31);
    expect(answer).toEqual({ ok: true, data: { days: expected } });
    expect(wechat.stored()).toEqual([{ _id: openid, takenAt: expect.any(Number) as unknown, days: steps }]);
  });

  test('costs three database calls the first time and two from then on: one copies them into the groups', async () => {
    const openid = await wechat.person();
    expect((await wechat.sendWeRun(openid)).record.databaseCalls).toBe(3);
    wechat.clock.advance(60_000);
    expect((await wechat.sendWeRun(openid)).record.databaseCalls).toBe(2);
  });

  test('answers what is kept without asking WeChat, in one database call', async () => {
    const openid = await wechat.person();
    expect((await wechat.send({ openid, event: { $url: 'steps' } })).answer).toEqual({ ok: true, data: { days: [] } });
    const { answer } = await wechat.sendWeRun(openid);
    const again = await wechat.send({ openid, event: { $url: 'steps' } });
    expect(again.answer).toEqual(answer);
    expect(again.record.databaseCalls).toBe(1);
  });

  test('never holds more than 31 days: those that WeChat no longer reports leave the document', async () => {
    const openid = await wechat.person();
    await wechat.sendWeRun(openid);
    const before = Object.keys(wechat.platform.user(openid).steps);
    wechat.clock.advance(40 * day);
    await wechat.sendWeRun(openid);
    const [document] = wechat.stored() as { readonly days: object }[];
    const kept = Object.keys(document?.days ?? {});
    expect(kept).toHaveLength(31);
    expect(kept.filter((date) => before.includes(date))).toEqual([]);
  });

  test('a person without a single day gets an empty list', async () => {
    const openid = await wechat.person({ steps: {} });
    expect((await wechat.sendWeRun(openid)).answer).toEqual({ ok: true, data: { days: [] } });
  });

  test('people never see, and never change, the steps of others', async () => {
    const ann = await wechat.person();
    const bo = await wechat.person();
    await wechat.sendWeRun(ann);
    expect((await wechat.send({ openid: bo, event: { $url: 'steps' } })).answer).toEqual({
      ok: true,
      data: { days: [] },
    });
    await wechat.sendWeRun(bo);
    expect(wechat.stored()).toHaveLength(2);
  });

  test('answers hold what the contract declares and nothing else', async () => {
    const openid = await wechat.person();
    const { answer } = await wechat.sendWeRun(openid);
    expect(answer.ok && v.is(contract.opendata.weRun.output, answer.data)).toBe(true);
    expect(JSON.stringify(answer)).not.toContain(openid);
  });

  test('the log of a function names nobody', async () => {
    const openid = await wechat.person();
    const { record } = await wechat.sendWeRun(openid);
    const refused = await wechat.sendWeRun(openid, 'made-up');
    const text = JSON.stringify([record.console, refused.record.console]);
    expect(text).toContain('cloudid-invalid');
    expect(text).not.toContain(openid);
    expect(text).not.toContain('made-up');
  });
});

test('before setup has run, the answer says that a collection is missing', async () => {
  const wechat = await startHarness({ setUp: false });
  const openid = await wechat.person();
  const { answer } = await wechat.sendWeRun(openid);
  expect(answer).toMatchObject({
    ok: false,
    error: { code: 'internal', message: expect.stringContaining('setup') as unknown },
  });
  await wechat.stop();
});
