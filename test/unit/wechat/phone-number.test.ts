import { decryptOpenData } from '../../emulator/wechat/open-data';
import { APP_ID, MINUTE, newPlatform } from './platform';

const hongKong = { phoneNumber: '+85291234567', purePhoneNumber: '91234567', countryCode: '852' };
const expired = { errcode: 40029, errmsg: 'invalid code' };

/** Ann, who has agreed to the guideline, and her first number. */
async function withAnn() {
  const made = await newPlatform();
  const { platform, ann } = made;
  await platform.answerPrivacy(ann, true);
  const numbers = () => {
    const offer = platform.phoneOffer(ann, 'getPhoneNumber');
    return offer.state === 'choose' ? offer.numbers : [];
  };
  const give = (api: 'getPhoneNumber' | 'getRealtimePhoneNumber' = 'getPhoneNumber') =>
    platform.givePhoneNumber(ann, api, numbers()[0]?.id ?? '');
  return { ...made, numbers, give };
}

describe('before the sheet', () => {
  test('the guideline comes first, and a number is not given without it', async () => {
    const { platform, ann } = await newPlatform();
    expect(platform.phoneOffer(ann, 'getPhoneNumber')).toEqual({
      state: 'privacy',
      contractName: '《小程序隐私保护指引》',
    });
    await expect(platform.givePhoneNumber(ann, 'getPhoneNumber', 'any')).rejects.toMatchObject({
      errMsg: 'getPhoneNumber:fail privacy permission is not authorized',
      errno: 104,
    });
    expect(platform.phoneBilling.used).toBe(0);
  });

  test('a button that the guideline does not declare fails with 112, its twin does not', async () => {
    const { platform, ann } = await withAnn();
    await platform.declare({ undeclared: ['getRealtimePhoneNumber'] });
    expect(platform.phoneOffer(ann, 'getRealtimePhoneNumber')).toMatchObject({
      state: 'fail',
      failure: { errno: 112 },
    });
    expect(platform.phoneOffer(ann, 'getPhoneNumber')).toMatchObject({ state: 'choose' });
  });

  test('a personal subject has no button, a blocked app another error', async () => {
    const { platform, ann } = await withAnn();
    await platform.declare({ subject: 'personal' });
    expect(platform.phoneOffer(ann, 'getPhoneNumber')).toEqual({
      state: 'fail',
      failure: { errMsg: 'getPhoneNumber:fail no permission', errno: 102 },
    });
    await platform.declare({ subject: 'company', phoneBlocked: true });
    expect(platform.phoneOffer(ann, 'getPhoneNumber')).toMatchObject({ state: 'fail', failure: { errno: 1421102 } });
  });

  test('numbers are shown masked', async () => {
    const { platform, ann, numbers } = await withAnn();
    await platform.updateUser(ann, {
      phoneNumbers: [{ phoneNumber: '13800138000', purePhoneNumber: '13800138000', countryCode: '86' }, hongKong],
    });
    expect(numbers().map(({ masked }) => masked)).toEqual(['138****8000', '+852 91****67']);
  });
});

describe('a code', () => {
  test('gives the number once, with the area code as a number', async () => {
    const { platform, ann, give } = await withAnn();
    await platform.updateUser(ann, { phoneNumbers: [hongKong] });
    const { code } = await give();
    expect(await platform.redeemPhoneCode(code, ann)).toEqual({
      errcode: 0,
      errmsg: 'ok',
      phone_info: {
        ...hongKong,
        countryCode: 852,
        watermark: { timestamp: expect.any(Number) as number, appid: APP_ID },
      },
    });
    expect(await platform.redeemPhoneCode(code, ann)).toEqual(expired);
  });

  test('lives five minutes', async () => {
    const { platform, clock, ann, give } = await withAnn();
    const [young, old] = [await give(), await give()];
    clock.advance(5 * MINUTE - 1000);
    expect(await platform.redeemPhoneCode(young.code)).toMatchObject({ errcode: 0 });
    clock.advance(1000);
    expect(await platform.redeemPhoneCode(old.code, ann)).toEqual(expired);
  });

  test('does not work with the openid of somebody else, nor after that', async () => {
    const { platform, ann, bo, give } = await withAnn();
    const { code } = await give();
    expect(await platform.redeemPhoneCode(code, bo)).toEqual({ errcode: 40003, errmsg: 'invalid openid' });
    expect(await platform.redeemPhoneCode(code, ann)).toEqual(expired);
  });

  test('of wx.login is none of a phone number', async () => {
    const { platform, ann } = await withAnn();
    const { code } = await platform.login(ann);
    expect(await platform.redeemPhoneCode(code)).toEqual(expired);
  });

  test('of getPhoneNumber comes with the old way, of getRealtimePhoneNumber alone', async () => {
    const { platform, ann, give } = await withAnn();
    await platform.updateUser(ann, { phoneNumbers: [hongKong] });
    const { encryptedData = '', iv = '', cloudID = '' } = await give();
    expect(decryptOpenData({ encryptedData, iv }, platform.sessionKey(ann), APP_ID)).toMatchObject(hongKong);
    expect(platform.resolveCloudID(cloudID, ann)).toMatchObject({
      data: { ...hongKong, watermark: { appid: APP_ID } },
    });
    expect(Object.keys(await give('getRealtimePhoneNumber'))).toEqual(['code']);
  });
});

describe('billing', () => {
  test('each success counts, redeemed or not, of either button', async () => {
    const { platform, give } = await withAnn();
    await give();
    await give();
    await give('getRealtimePhoneNumber');
    expect(platform.phoneBilling).toEqual({
      used: 3,
      left: 997,
      byApi: { getPhoneNumber: 2, getRealtimePhoneNumber: 1 },
    });
  });

  test('where the quota is used up the button fails, and two taps do not share the last success', async () => {
    const { platform, ann, give } = await withAnn();
    await platform.declare({ phoneQuota: 1 });
    const taps = await Promise.allSettled([give(), give()]);
    expect(taps.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(platform.phoneOffer(ann, 'getPhoneNumber')).toMatchObject({
      state: 'fail',
      failure: { errno: 1400001 },
      quotaToast: true,
    });
    expect(platform.phoneBilling).toMatchObject({ used: 1, left: 0 });
  });
});

describe("the user's numbers", () => {
  test('a new user has one, which stays', async () => {
    const { platform, ann, storage } = await withAnn();
    const [number] = platform.user(ann).phoneNumbers;
    expect(number?.phoneNumber).toMatch(/^138\d{8}$/);
    const again = await newPlatform(storage);
    expect(again.platform.user(ann).phoneNumbers).toEqual([number]);
  });

  test('one that is added stands first and can be removed; the one that was given last comes first', async () => {
    const { platform, ann, numbers } = await withAnn();
    await platform.addPhoneNumber(ann, hongKong);
    expect(numbers().map(({ masked }) => masked)).toEqual(['+852 91****67', expect.stringMatching(/^138/)]);
    await platform.givePhoneNumber(ann, 'getPhoneNumber', numbers()[1]?.id ?? '');
    expect(numbers()[0]?.masked).toMatch(/^138/);
    await platform.removePhoneNumber(ann, numbers()[1]?.id ?? '');
    expect(numbers()).toHaveLength(1);
  });

  test("somebody else's is not given", async () => {
    const { platform, bo, numbers } = await withAnn();
    await platform.answerPrivacy(bo, true);
    await expect(platform.givePhoneNumber(bo, 'getPhoneNumber', numbers()[0]?.id ?? '')).rejects.toThrow(
      'there is no such number',
    );
  });

  test('what is no number is refused', async () => {
    const { platform, ann } = await withAnn();
    const wrong = { phoneNumber: '13800138000', purePhoneNumber: '138 0013', countryCode: '86' };
    await expect(platform.updateUser(ann, { phoneNumbers: [wrong] })).rejects.toThrow('4 to 15 digits');
    await expect(platform.updateUser(ann, { phoneNumbers: [hongKong, hongKong] })).rejects.toThrow('once');
  });
});
