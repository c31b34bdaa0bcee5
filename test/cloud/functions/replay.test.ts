import { type Harness, startHarness } from '../harness';

const twenty = Array.from({ length: 20 }, (_, index) => index);

describe('functions are called at least once, and in any order', () => {
  let wechat: Harness;
  let openid: string;
  beforeEach(async () => {
    wechat = await startHarness();
    openid = await wechat.person();
  });
  afterEach(() => wechat.stop());

  test('twenty at once leave one document and get one answer', async () => {
    const cloudID = await wechat.weRun(openid);
    const calls = await Promise.all(twenty.map(() => wechat.sendWeRun(openid, cloudID)));
    const [first] = calls;
    expect(first?.answer.ok).toBe(true);
    for (const { answer } of calls) expect(answer).toEqual(first?.answer);
    expect(wechat.stored()).toHaveLength(1);
  });

  test('the same again changes nothing, gets the same answer, and costs four database calls at most', async () => {
    const cloudID = await wechat.weRun(openid);
    const { answer } = await wechat.sendWeRun(openid, cloudID);
    const stored = wechat.stored();
    const again = await wechat.sendWeRun(openid, cloudID);
    expect(again.answer).toEqual(answer);
    expect(again.record.databaseCalls).toBeLessThanOrEqual(4);
    expect(wechat.stored()).toEqual(stored);
  });

  test('twenty that were taken one after another and arrive together leave the newest', async () => {
    const cloudIDs: string[] = [];
    const today = Object.keys(wechat.platform.user(openid).steps).sort().at(-1) ?? '';
    for (const step of twenty) {
      await wechat.platform.setSteps(openid, today, step);
      cloudIDs.push(await wechat.weRun(openid));
      wechat.clock.advance(2_000);
    }
    const calls = await Promise.all(cloudIDs.reverse().map((cloudID) => wechat.sendWeRun(openid, cloudID)));
    for (const { answer } of calls) expect(answer.ok).toBe(true);
    expect(wechat.stored()).toEqual([
      expect.objectContaining({ days: expect.objectContaining({ [today]: 19 }) as unknown }),
    ]);
  });

  test('of two first requests at once the newer one stays, whoever comes first', async () => {
    for (let round = 0; round < 40; round += 1) {
      const person = await wechat.person();
      const today = Object.keys(wechat.platform.user(person).steps).sort().at(-1) ?? '';
      const older = await wechat.weRun(person);
      wechat.clock.advance(2_000);
      await wechat.platform.setSteps(person, today, 77_777);
      const newer = await wechat.weRun(person);
      await Promise.all([older, newer].map((cloudID) => wechat.sendWeRun(person, cloudID)));
      const stored = wechat.stored() as readonly { readonly _id: string; readonly days: object }[];
      expect(stored.find(({ _id }) => _id === person)?.days).toMatchObject({ [today]: 77_777 });
    }
  });

  test('older steps that arrive late change nothing and are answered with the newer ones', async () => {
    const old = await wechat.weRun(openid);
    wechat.clock.advance(60_000);
    const today = Object.keys(wechat.platform.user(openid).steps).sort().at(-1) ?? '';
    await wechat.platform.setSteps(openid, today, 12_345);
    const fresh = await wechat.sendWeRun(openid);
    const stored = wechat.stored();

    const late = await wechat.sendWeRun(openid, old);
    expect(late.answer).toEqual(fresh.answer);
    expect(wechat.stored()).toEqual(stored);
  });
});
