import { decryptOpenData, encryptOpenData, signRawData } from '../../emulator/wechat/open-data';

/** WeChat's published samples: framework/open-ability/signature.md, and its WXBizDataCrypt demo. */
const SIGNED = {
  sessionKey: 'HyVFkGl5F5OQWJZZaNzBBg==',
  rawData:
    '{"nickName":"Band","gender":1,"language":"zh_CN","city":"Guangzhou","province":"Guangdong","country":"CN","avatarUrl":"http://wx.qlogo.cn/mmopen/vi_32/1vZvI39NWFQ9XM4LtQpFrQJ1xlgZxx3w7bQxKARol6503Iuswjjn6nIGBiaycAjAtpujxyzYsrztuuICqIM5ibXQ/0"}',
  signature: '75e81ceda165f4ffa64f4068af58c64b8f54b88c',
};
const ENCRYPTED = {
  appId: 'wx4f4bc4dec97d474b',
  sessionKey: 'tiihtNczf5v6AKRyjwEUhQ==',
  iv: 'r7BXXKkLb8qrSNn05n0qiA==',
  encryptedData:
    'CiyLU1Aw2KjvrjMdj8YKliAjtP4gsMZMQmRzooG2xrDcvSnxIMXFufNstNGTyaGS9uT5geRa0W4oTOb1WT7fJlAC+oNPdbB+3hVbJSRgv+4lGOETKUQz6OYStslQ142dNCuabNPGBzlooOmB231qMM85d2/fV6ChevvXvQP8Hkue1poOFtnEtpyxVLW1zAo6/1Xx1COxFvrc2d7UL/lmHInNlxuacJXwu0fjpXfz/YqYzBIBzD6WUfTIF9GRHpOn/Hz7saL8xz+W//FRAUid1OksQaQx4CMs8LOddcQhULW4ucetDf96JcR3g0gfRK4PC7E/r7Z6xNrXd2UIeorGj5Ef7b1pJAYB6Y5anaHqZ9J6nKEBvB4DnNLIVWSgARns/8wR2SiRS7MNACwTyrGvt9ts8p12PKFdlqYTopNHR1Vf7XjfhQlVsAJdNiKdYmYVoKlaRv85IfVunYzO0IKXsyl7JCUjCpoG20f0a04COwfneQAGGwd5oa+T8yO5hzuyDb/XcxxmK01EpqOyuxINew==',
};

test('signs raw data as WeChat does', () => {
  expect(signRawData(SIGNED.rawData, SIGNED.sessionKey)).toBe(SIGNED.signature);
});

test('reads what WeChat encrypted', () => {
  expect(decryptOpenData(ENCRYPTED, ENCRYPTED.sessionKey, ENCRYPTED.appId)).toMatchObject({
    openId: 'oGZUI0egBJY1zhBYw2KhdUfwVJJE',
    nickName: 'Band',
    unionId: 'ocMvos6NjeKLIBqg5Mr9QjxrP1FA',
    watermark: { timestamp: 1477314187, appid: 'wx4f4bc4dec97d474b' },
  });
});

test("another mini program's data is refused", () => {
  expect(() => decryptOpenData(ENCRYPTED, ENCRYPTED.sessionKey, 'wx0000000000000000')).toThrow('Illegal Buffer');
});

test('another session key does not open it', () => {
  expect(() => decryptOpenData(ENCRYPTED, SIGNED.sessionKey, ENCRYPTED.appId)).toThrow('Illegal Buffer');
});

test('encrypts so that the official algorithm reads it, differently each time', () => {
  const data = { steps: 12, name: '同行', watermark: { timestamp: 1, appid: 'wxa' } };
  const once = encryptOpenData(data, ENCRYPTED.sessionKey);
  expect(decryptOpenData(once, ENCRYPTED.sessionKey, 'wxa')).toEqual(data);
  expect(encryptOpenData(data, ENCRYPTED.sessionKey).encryptedData).not.toBe(once.encryptedData);
});
