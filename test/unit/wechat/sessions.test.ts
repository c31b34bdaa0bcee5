import { decryptOpenData } from '../../emulator/wechat/open-data';
import { APP_ID, MINUTE, newConsentedPlatform, newPlatform } from './platform';

const invalid = { errcode: 40029, errmsg: 'invalid code' };

test('a session key is base64 of 16 bytes', async () => {
  const { platform, ann } = await newPlatform();
  expect(Buffer.from(platform.sessionKey(ann), 'base64')).toHaveLength(16);
});

test("wx.login's code is good once", async () => {
  const { platform, ann } = await newPlatform();
  const { code } = await platform.login(ann);
  expect(await platform.redeemLoginCode(code)).toEqual({ openid: ann, session_key: platform.sessionKey(ann) });
  expect(await platform.redeemLoginCode(code)).toEqual(invalid);
});

test("wx.login's code is good for five minutes", async () => {
  const { platform, clock, ann } = await newPlatform();
  const { code } = await platform.login(ann);
  clock.advance(5 * MINUTE);
  expect(await platform.redeemLoginCode(code)).toEqual(invalid);
});

test('wx.login replaces the session key, and what the old one locked stays locked', async () => {
  const { platform, ann } = await newConsentedPlatform();
  const encrypted = await platform.getWeRunData(ann);
  const key = platform.sessionKey(ann);
  expect(platform.isLoggedIn(ann)).toBe(false);
  await platform.login(ann);
  expect(platform.isLoggedIn(ann)).toBe(true);
  expect(() => decryptOpenData(encrypted, platform.sessionKey(ann), APP_ID)).toThrow('Illegal Buffer');
  expect(decryptOpenData(encrypted, key, APP_ID)).toHaveProperty('stepInfoList');
});
