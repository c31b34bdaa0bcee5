import { newConsentedPlatform, newPlatform } from './platform';

test('a new WeChat has Ann and Bo, with openids that cannot be taken for numbers', async () => {
  const { platform } = await newPlatform();
  expect(platform.users.map(({ nickName }) => nickName)).toEqual(['安 Ann', '博 Bo']);
  for (const { openid } of platform.users) expect(openid).toMatch(/^oTONG[\w-]{23}$/);
});

test('more users can be made, each with a session of their own', async () => {
  const { platform, ann } = await newPlatform();
  const carl = await platform.createUser({ nickName: '卡 Carl' });
  expect(platform.users.map(({ nickName }) => nickName)).toEqual(['安 Ann', '博 Bo', '卡 Carl']);
  expect(platform.sessionKey(carl.openid)).not.toBe(platform.sessionKey(ann));
  expect(Object.keys(carl.steps)).toHaveLength(31);
});

test('an openid of digits alone is refused', async () => {
  const { platform } = await newPlatform();
  await expect(platform.createUser({ openid: '00123' })).rejects.toThrow('needs a letter');
});

test('everything is there again after a restart', async () => {
  const first = await newConsentedPlatform();
  const { cloudID = '' } = await first.platform.getWeRunData(first.ann);
  await first.platform.setStorage(first.ann, 'draft', { text: '周末去走走' });
  await first.platform.setStorage(first.ann, 'gone', 1);
  await first.platform.setStorage(first.ann, 'gone', undefined);
  await first.platform.createUser({ nickName: 'Carl' });
  await first.platform.declare({ undeclared: ['scope.record'] });

  const { platform } = await newPlatform(first.storage);
  expect(platform.users).toEqual(first.platform.users);
  expect(platform.access(first.ann, 'getWeRunData')).toEqual({ state: 'granted' });
  expect(platform.sessionKey(first.ann)).toBe(first.platform.sessionKey(first.ann));
  expect(platform.resolveCloudID(cloudID, first.ann)).toHaveProperty('data');
  expect(platform.storageOf(first.ann)).toEqual({ draft: { text: '周末去走走' } });
  expect(platform.app.undeclared).toEqual(['scope.record']);
});

test('listeners hear of every change', async () => {
  const { platform, ann } = await newPlatform();
  const heard = jest.fn();
  const stop = platform.onChange(heard);
  await platform.answerScope(ann, 'scope.werun', true);
  await platform.updateUser(ann, { nickName: 'Anna' });
  stop();
  await platform.forgetConsents(ann);
  expect(heard).toHaveBeenCalledTimes(2);
});

test('a reset forgets what happened since the first start', async () => {
  const { platform, ann } = await newConsentedPlatform();
  const { cloudID = '' } = await platform.getWeRunData(ann);
  await platform.createUser({ nickName: 'Carl' });
  await platform.setStorage(ann, 'draft', 1);
  await platform.reset();
  expect(platform.users.map(({ nickName }) => nickName)).toEqual(['安 Ann', '博 Bo']);
  expect(platform.access(ann, 'getWeRunData')).toMatchObject({ state: 'privacy' });
  expect(platform.resolveCloudID(cloudID, ann)).toMatchObject({ errCode: -601005 });
  expect(platform.storageOf(ann)).toEqual({});
});
