import { newPlatform } from './platform';

const WERUN = 'scope.werun';
const privacyDenied = { errMsg: 'getWeRunData:fail privacy permission is not authorized', errno: 104 };
const authDenied = { errMsg: 'getWeRunData:fail auth deny', errno: 103 };

test('a new user is asked for the guideline, then for the scope, then for nothing', async () => {
  const { platform, ann } = await newPlatform();
  expect(platform.access(ann, 'getWeRunData')).toEqual({ state: 'privacy', contractName: '《小程序隐私保护指引》' });
  await platform.answerPrivacy(ann, true);
  expect(platform.access(ann, 'getWeRunData')).toMatchObject({ state: 'ask', scope: WERUN });
  await platform.answerScope(ann, WERUN, true);
  expect(platform.access(ann, 'getWeRunData')).toEqual({ state: 'granted' });
  expect(platform.getSetting(ann)).toEqual({ [WERUN]: true });
});

test('data is not given before both answers', async () => {
  const { platform, ann } = await newPlatform();
  await expect(platform.getWeRunData(ann)).rejects.toMatchObject(privacyDenied);
  await platform.answerPrivacy(ann, true);
  await expect(platform.getWeRunData(ann)).rejects.toMatchObject(authDenied);
});

test('a refused scope fails without a dialog, for any time, until the settings page grants it', async () => {
  const { platform, clock, ann } = await newPlatform();
  await platform.answerPrivacy(ann, true);
  await platform.answerScope(ann, WERUN, false);
  clock.advance(365 * 86_400_000);
  expect(platform.access(ann, 'getWeRunData')).toEqual({ state: 'fail', failure: authDenied });
  expect(platform.access(ann, 'authorize:scope.werun')).toEqual({
    state: 'fail',
    failure: { errMsg: 'authorize:fail auth deny', errno: 103 },
  });
  await platform.answerScope(ann, WERUN, true);
  expect(platform.access(ann, 'getWeRunData')).toEqual({ state: 'granted' });
});

test('after a refusal of the guideline calls fail at once for 10 s, then the user is asked again', async () => {
  const { platform, clock, ann } = await newPlatform();
  await platform.answerPrivacy(ann, false);
  clock.advance(9_000);
  expect(platform.access(ann, 'getWeRunData')).toEqual({ state: 'fail', failure: privacyDenied });
  clock.advance(1_000);
  expect(platform.access(ann, 'getWeRunData')).toMatchObject({ state: 'privacy' });
  expect(platform.getPrivacySetting(ann).needAuthorization).toBe(true);
});

test('an undeclared scope fails with 112, whatever the user agreed to', async () => {
  const { platform, ann } = await newPlatform();
  await platform.answerPrivacy(ann, true);
  await platform.answerScope(ann, WERUN, true);
  await platform.declare({ undeclared: [WERUN] });
  const failure = { errMsg: 'getWeRunData:fail api scope is not declared in the privacy agreement', errno: 112 };
  expect(platform.access(ann, 'getWeRunData')).toEqual({ state: 'fail', failure });
  await expect(platform.getWeRunData(ann)).rejects.toMatchObject(failure);
});

test('an item that is declared later needs a new consent, and only for that item', async () => {
  const { platform, ann } = await newPlatform();
  await platform.declare({ undeclared: [WERUN] });
  await platform.answerPrivacy(ann, true);
  expect(platform.getPrivacySetting(ann).needAuthorization).toBe(false);
  await platform.declare({ undeclared: [] });
  expect(platform.getPrivacySetting(ann).needAuthorization).toBe(true);
  expect(platform.access(ann, 'getWeRunData')).toMatchObject({ state: 'privacy' });
  expect(platform.access(ann, 'authorize:scope.record')).toMatchObject({ state: 'ask' });
  await platform.answerPrivacy(ann, true);
  expect(platform.access(ann, 'getWeRunData')).toMatchObject({ state: 'ask' });
});

test("one user's answers are not another's", async () => {
  const { platform, ann, bo } = await newPlatform();
  await platform.answerPrivacy(ann, true);
  await platform.answerScope(ann, WERUN, false);
  expect(platform.getSetting(bo)).toEqual({});
  expect(platform.access(bo, 'getWeRunData')).toMatchObject({ state: 'privacy' });
});

test('deleting the mini program forgets every answer', async () => {
  const { platform, ann } = await newPlatform();
  await platform.answerPrivacy(ann, true);
  await platform.answerScope(ann, WERUN, false);
  await platform.forgetConsents(ann);
  expect(platform.getSetting(ann)).toEqual({});
  expect(platform.access(ann, 'getWeRunData')).toMatchObject({ state: 'privacy' });
});

test('a scope that WeChat does not have is refused', async () => {
  const { platform, ann } = await newPlatform();
  await platform.answerPrivacy(ann, true);
  expect(platform.access(ann, 'authorize:scope.steps')).toEqual({
    state: 'fail',
    failure: { errMsg: 'authorize:fail invalid scope' },
  });
  await expect(platform.answerScope(ann, 'scope.steps', true)).rejects.toThrow("there is no scope 'scope.steps'");
});
