import * as v from 'valibot';
import { contract } from '../../../cloud/contract/contract';
import type { RedeemedPhoneCode } from '../../emulator/wechat/types';
import { type Harness, startHarness } from '../harness';

const minute = 60_000;
const twenty = Array.from({ length: 20 }, (_, index) => index);
const mainland = { phoneNumber: '13800138000', purePhoneNumber: '13800138000', countryCode: '86' };
const hongKong = { phoneNumber: '+85291234567', purePhoneNumber: '91234567', countryCode: '852' };

describe('the phone number by code', () => {
  let wechat: Harness;
  let openid: string;
  let redeem: (redeemed: RedeemedPhoneCode) => RedeemedPhoneCode | Promise<RedeemedPhoneCode>;
  let redeemed: number;

  beforeEach(async () => {
    redeemed = 0;
    redeem = (answer) => answer;
    wechat = await startHarness({
      redeem: (answer) => {
        redeemed += 1;
        return redeem(answer);
      },
    });
    openid = await wechat.person({ phoneNumbers: [mainland] });
  });
  afterEach(() => wechat.stop());

  const byCode = (code: string, who = openid) => wechat.me(who, 'phoneByCode', { code });
  const kept = async (who = openid) => (await wechat.me(who, 'phone')).answer;
  const given = (phone: object) => ({ ok: true, data: { phone } });
  const failed = (code: string) =>
    expect.objectContaining({ ok: false, error: expect.objectContaining({ code }) as unknown }) as unknown;

  test('is redeemed, kept in one document, and answered from there without asking WeChat again', async () => {
    const { code } = await wechat.phoneButton(openid);
    expect((await byCode(code)).answer).toEqual(given(mainland));
    expect(await kept()).toEqual(given(mainland));
    expect(redeemed).toBe(1);
    expect(wechat.stored()).toHaveLength(1);
    expect(JSON.stringify(wechat.stored())).not.toContain(code);
  });

  test('costs four database calls the first time, two from then on, one to read', async () => {
    expect((await byCode((await wechat.phoneButton(openid)).code)).record.databaseCalls).toBe(4);
    expect((await byCode((await wechat.phoneButton(openid)).code)).record.databaseCalls).toBe(2);
    expect((await wechat.me(openid, 'phone')).record.databaseCalls).toBe(1);
  });

  test('comes in one spelling, with countryCode a string, though WeChat sends a number', async () => {
    const abroad = await wechat.person({ phoneNumbers: [hongKong] });
    redeem = (answer) => {
      expect(answer).toMatchObject({ phone_info: { countryCode: 852 } });
      return answer;
    };
    expect((await byCode((await wechat.phoneButton(abroad)).code, abroad)).answer).toEqual(given(hongKong));
  });

  test('twenty duplicates at once: WeChat is asked once, one document, one answer for all', async () => {
    const { code } = await wechat.phoneButton(openid);
    redeem = async (answer) => {
      await new Promise((done) => setTimeout(done, 300));
      return answer;
    };
    const calls = await Promise.all(twenty.map(() => byCode(code)));
    for (const { answer } of calls) expect(answer).toEqual(given(mainland));
    expect(redeemed).toBe(1);
    expect(wechat.stored()).toHaveLength(1);
    expect(wechat.platform.phoneBilling.used).toBe(1);
  });

  test('a replay is answered with the number while that is kept, and asks WeChat nothing', async () => {
    const { code } = await wechat.phoneButton(openid);
    const first = await byCode(code);
    const stored = wechat.stored();
    wechat.clock.advance(10 * minute);
    expect((await byCode(code)).answer).toEqual(first.answer);
    expect(wechat.stored()).toEqual(stored);
    expect(redeemed).toBe(1);
  });

  test('a replay after the number was replaced needs a new tap and changes nothing', async () => {
    const old = await wechat.phoneButton(openid);
    await byCode(old.code);
    await wechat.platform.addPhoneNumber(openid, hongKong);
    await byCode((await wechat.phoneButton(openid)).code);
    const stored = wechat.stored();
    expect((await byCode(old.code)).answer).toEqual(failed('phone-code-expired'));
    expect(wechat.stored()).toEqual(stored);
    expect(await kept()).toEqual(given(hongKong));
  });

  test('a replay after the number was deleted does not bring it back', async () => {
    const { code } = await wechat.phoneButton(openid);
    await byCode(code);
    await wechat.me(openid, 'forgetPhone');
    expect((await byCode(code)).answer).toEqual(failed('phone-code-expired'));
    expect(wechat.stored()).toEqual([]);
  });

  test('a code of another user is refused, and nothing is kept of either', async () => {
    const { code } = await wechat.phoneButton(openid);
    const thief = await wechat.person();
    expect((await byCode(code, thief)).answer).toEqual(failed('phone-code-foreign'));
    expect(wechat.stored()).toEqual([]);
    expect(await kept(thief)).toEqual({ ok: true, data: { phone: null } });
  });

  test('nor does a code that was redeemed help anybody else', async () => {
    const { code } = await wechat.phoneButton(openid);
    await byCode(code);
    const thief = await wechat.person();
    const { answer } = await byCode(code, thief);
    expect(answer).toEqual(failed('phone-code-expired'));
    expect(JSON.stringify(answer)).not.toContain('8000');
  });

  test('an expired or made-up code needs a new tap and leaves nothing', async () => {
    const { code } = await wechat.phoneButton(openid);
    wechat.clock.advance(5 * minute);
    expect((await byCode(code)).answer).toEqual(failed('phone-code-expired'));
    expect((await byCode('made-up')).answer).toEqual(failed('phone-code-expired'));
    expect(wechat.stored()).toEqual([]);
  });

  test('a number for another mini program, by its watermark, is not believed', async () => {
    redeem = (answer) =>
      'phone_info' in answer
        ? {
            ...answer,
            phone_info: { ...answer.phone_info, watermark: { ...answer.phone_info.watermark, appid: 'wxother' } },
          }
        : answer;
    expect((await byCode((await wechat.phoneButton(openid)).code)).answer).toEqual(failed('open-data-untrusted'));
    expect(wechat.stored()).toEqual([]);
  });

  const refusals: readonly (readonly [number, string, boolean])[] = [
    [45011, 'rate-limited', true],
    [-1, 'cloud-error', true],
    [48001, 'phone-unavailable', false],
    [40013, 'phone-unavailable', false],
    [40001, 'cloud-error', true],
  ];
  test.each(refusals)(
    'WeChat’s errcode %p is %p (retryable: %p), and the code is still good',
    async (errcode, code, retryable) => {
      wechat.cloud.faults.failOpenApi('phonenumber.getPhoneNumber', errcode, 1);
      const button = await wechat.phoneButton(openid);
      expect((await byCode(button.code)).answer).toMatchObject({ ok: false, error: { code, retryable } });
      expect(wechat.stored()).toEqual([]);
      expect((await byCode(button.code)).answer).toEqual(given(mainland));
    },
  );

  test('a mini program of a person has no phone numbers', async () => {
    const { code } = await wechat.phoneButton(openid);
    await wechat.platform.declare({ subject: 'personal' });
    expect((await byCode(code)).answer).toEqual(failed('phone-unavailable'));
  });

  test('a failed replacement leaves the number that was kept', async () => {
    await byCode((await wechat.phoneButton(openid)).code);
    const stored = wechat.stored();
    expect((await byCode('made-up')).answer).toEqual(failed('phone-code-expired'));
    expect(wechat.stored()).toEqual(stored);
  });

  test('a call that dies in its turn holds up nobody for longer than it could have lived', async () => {
    wechat.cloud.faults.killFunction('me', 1);
    const { code } = await wechat.phoneButton(openid);
    await expect(byCode(code)).rejects.toThrow();
    wechat.clock.advance(10_001);
    expect((await byCode(code)).answer).toEqual(given(mainland));
    expect(wechat.stored()).toHaveLength(1);
  });

  test('two taps at once leave one number, and both get theirs', async () => {
    const one = await wechat.phoneButton(openid);
    await wechat.platform.addPhoneNumber(openid, hongKong);
    const two = await wechat.phoneButton(openid);
    const answers = await Promise.all([byCode(one.code), byCode(two.code)]);
    expect(answers.map(({ answer }) => answer)).toEqual([given(mainland), given(hongKong)]);
    expect(wechat.stored()).toHaveLength(1);
  });

  test('deleted while it is redeemed, it stays deleted', async () => {
    redeem = async (answer) => {
      await wechat.me(openid, 'forgetPhone');
      return answer;
    };
    expect((await byCode((await wechat.phoneButton(openid)).code)).answer).toEqual(failed('phone-code-expired'));
    expect(wechat.stored()).toEqual([]);
  });

  test('nobody sees the number of another', async () => {
    await byCode((await wechat.phoneButton(openid)).code);
    expect(await kept(await wechat.person())).toEqual({ ok: true, data: { phone: null } });
  });

  test('no log ever holds it, nor the code, nor who it was', async () => {
    const { code } = await wechat.phoneButton(openid);
    const good = await byCode(code);
    const bad = await byCode('made-up');
    const log = JSON.stringify([good.record.console, bad.record.console]);
    expect(log).toContain('phone-code-expired');
    for (const secret of ['13800138000', '8000', code, 'made-up', openid]) expect(log).not.toContain(secret);
  });

  test('answers are of the contract', async () => {
    const { answer } = await byCode((await wechat.phoneButton(openid)).code);
    expect(answer.ok && v.is(contract.me.phoneByCode.output, answer.data)).toBe(true);
  });
});

describe('the phone number by CloudID', () => {
  let wechat: Harness;
  let openid: string;
  beforeEach(async () => {
    wechat = await startHarness();
    openid = await wechat.person({ phoneNumbers: [mainland] });
  });
  afterEach(() => wechat.stop());

  async function cloudIDOf(who: string): Promise<string> {
    const { cloudID } = await wechat.phoneButton(who);
    if (cloudID === undefined) throw new Error('the local WeChat gave no CloudID');
    return cloudID;
  }
  const byCloudID = (phone: string, who = openid) => wechat.me(who, 'phoneByCloudID', { phone }, { phone });

  test('is kept once however often it comes', async () => {
    const cloudID = await cloudIDOf(openid);
    const calls = await Promise.all(twenty.map(() => byCloudID(cloudID)));
    for (const { answer } of calls) expect(answer).toEqual({ ok: true, data: { phone: mainland } });
    expect(wechat.stored()).toHaveLength(1);
  });

  test('an older one that arrives late changes nothing and is answered with the newer', async () => {
    const old = await cloudIDOf(openid);
    wechat.clock.advance(minute);
    await wechat.platform.addPhoneNumber(openid, hongKong);
    await byCloudID(await cloudIDOf(openid));
    const stored = wechat.stored();
    expect((await byCloudID(old)).answer).toEqual({ ok: true, data: { phone: hongKong } });
    expect(wechat.stored()).toEqual(stored);
  });

  test('somebody else’s, an expired and a forged one are refused', async () => {
    const foreign = await cloudIDOf(openid);
    const thief = await wechat.person();
    expect((await byCloudID(foreign, thief)).answer).toMatchObject({ ok: false, error: { code: 'cloudid-foreign' } });
    const data = { ...mainland, watermark: { appid: wechat.platform.app.appId, timestamp: wechat.clock.seconds() } };
    const forged = await wechat.me(openid, 'phoneByCloudID', { phone: { cloudID: 'made-up', data } });
    expect(forged.answer).toMatchObject({ ok: false, error: { code: 'open-data-untrusted' } });
    wechat.clock.advance(5 * minute);
    expect((await byCloudID(foreign)).answer).toMatchObject({ ok: false, error: { code: 'cloudid-expired' } });
    expect(wechat.stored()).toEqual([]);
  });
});
