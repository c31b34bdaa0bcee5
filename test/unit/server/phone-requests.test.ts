import WebSocket from 'ws';
import type { Control } from '../../emulator/control/types';
import type { PhoneRequests } from '../../emulator/phone/bridge';
import { emulators, SDK } from './project';

const world = emulators();
let control: Control;
let ann: string;
let url: string;
let line: WebSocket;
let life: string | undefined;
let asked = 0;

beforeAll(async () => {
  const projectDir = world.newProject({
    'cloudfunctions/check/index.js': `const cloud = require(${SDK})
      cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV })
      exports.main = async ({ fileID }) => {
        const { OPENID } = cloud.getWXContext()
        const { fileList } = await cloud.getTempFileURL({ fileList: [fileID] })
        return cloud.openapi.security.mediaCheckAsync({
          mediaUrl: fileList[0].tempFileURL, mediaType: 2, version: 2, scene: 1, openid: OPENID })
      }`,
    'cloudfunctions/check/config.json': JSON.stringify({ permissions: { openapi: ['security.mediaCheckAsync'] } }),
  });
  const started = await world.start({ projectDir, pushReceiver: 'echo' });
  ({ control } = started);
  ({ url } = started.emulator);
  ann = (await control.users.list())[0]?.openid ?? '';
  line = new WebSocket(`${url.replace(/^http/, 'ws')}/bridge/p1`);
  await new Promise((resolve) => line.once('open', resolve));
  ({ life } = await ask('boot', {}));
});

/** Asks as the page of a phone does; rejects with what the phone would get. */
function ask<M extends keyof PhoneRequests>(method: M, params: PhoneRequests[M][0]): Promise<PhoneRequests[M][1]> {
  const id = (asked += 1);
  return new Promise((resolve, reject) => {
    const hear = (data: Buffer) => {
      const message = JSON.parse(data.toString()) as { id?: number; result?: PhoneRequests[M][1]; error?: Error };
      if (message.id !== id) return;
      line.off('message', hear);
      if (message.result === undefined) reject(message.error ?? new Error('neither a result nor an error'));
      else resolve(message.result);
    };
    line.on('message', hear);
    line.send(JSON.stringify({ id, method, params, life }));
  });
}

const api = 'getPhoneNumber';

test('a phone number button: privacy, a choice, a code; control counts it', async () => {
  expect(await ask('phoneOffer', { api })).toMatchObject({ state: 'privacy' });
  await ask('answerPrivacy', { agreed: true });
  const offer = await ask('phoneOffer', { api });
  const [number] = offer.state === 'choose' ? offer.numbers : [];
  expect(number?.masked).toMatch(/^138\*{4}\d{4}$/);
  const given = await ask('givePhoneNumber', { api, numberId: number?.id ?? '' });
  expect(Object.keys(given).sort()).toEqual(['cloudID', 'code', 'encryptedData', 'iv']);
  expect(await control.app.phoneBilling()).toMatchObject({ used: 1, left: 999 });
});

test("a developer's own server redeems the code, once", async () => {
  const offer = await ask('phoneOffer', { api });
  const numberId = (offer.state === 'choose' ? offer.numbers[0]?.id : undefined) ?? '';
  const { code } = await ask('givePhoneNumber', { api, numberId });
  const redeem = async () => {
    const address = new URL('/wxa/business/getuserphonenumber?access_token=any', url);
    const response = await fetch(address, { method: 'POST', body: JSON.stringify({ code, openid: ann }) });
    return (await response.json()) as unknown;
  };
  expect(await redeem()).toMatchObject({ errcode: 0, phone_info: { countryCode: 86 } });
  expect(await redeem()).toMatchObject({ errcode: 40029 });
});

test('a number that a phone does not have is an errMsg, not a charge', async () => {
  await expect(ask('givePhoneNumber', { api, numberId: 'x' })).rejects.toEqual({
    errMsg: 'getPhoneNumber:fail there is no such number',
  });
  expect(await control.app.phoneBilling()).toMatchObject({ used: 2 });
});

test("WeChat's page of numbers adds and removes", async () => {
  const added = await ask('addPhoneNumber', { purePhoneNumber: '91234567', countryCode: '852' });
  expect(added.numbers.map(({ masked }) => masked)).toEqual(['+852 91****67', expect.any(String)]);
  await expect(ask('addPhoneNumber', { purePhoneNumber: '12' })).rejects.toMatchObject({
    errMsg: expect.stringContaining('addPhoneNumber:fail') as string,
  });
  const { numbers } = await ask('removePhoneNumber', { numberId: added.numbers[0]?.id ?? '' });
  expect(numbers).toHaveLength(1);
});

test('control sets numbers, the quota and the subject', async () => {
  const number = { phoneNumber: '13900139000', purePhoneNumber: '13900139000', countryCode: '86' };
  await control.users.update(ann, { phoneNumbers: [number] });
  expect(await ask('phoneOffer', { api })).toMatchObject({ numbers: [{ masked: '139****9000' }] });
  await control.app.declare({ phoneQuota: 1 });
  expect(await ask('phoneOffer', { api })).toMatchObject({ state: 'fail', failure: { errno: 1400001 } });
  await control.app.declare({ subject: 'personal' });
  expect(await ask('phoneOffer', { api })).toMatchObject({ state: 'fail', failure: { errno: 102 } });
  await control.app.declare({ subject: 'company', phoneQuota: 1000 });
});

test('a file goes up, comes down, is judged by WeChat, and is deleted', async () => {
  const base64 = Buffer.from('a picture, content-check:risky').toString('base64');
  const { fileID } = await ask('uploadFile', { cloudPath: 'avatars/ab.png', base64 });
  expect(await ask('downloadFile', { fileID })).toEqual({ base64, contentType: 'image/png', statusCode: 200 });
  expect(await control.database.files()).toEqual(['avatars/ab.png']);

  await ask('callFunction', { name: 'check', data: JSON.stringify({ fileID }), cloudIDs: {} });
  expect(await control.contentChecks.list()).toMatchObject([{ openid: ann, state: 'pending', suggest: 'risky' }]);
  // What is left out in the middle crosses as null.
  expect(await control.contentChecks.deliver(undefined, 'risky')).toBe(1);
  const pushes = (await control.functions.calls()).filter(({ name }) => name === 'echo');
  expect(pushes).toMatchObject([{ source: 'wx_unknown', event: { result: { suggest: 'risky' } } }]);
  expect(pushes[0]?.openid).toBeUndefined();

  expect(await ask('deleteFile', { fileList: [fileID] })).toEqual({ fileList: [{ fileID, status: 0, errMsg: 'ok' }] });
  expect(await ask('getTempFileURL', { fileList: [{ fileID }] })).toMatchObject({
    fileList: [{ status: 1, errMsg: 'STORAGE_FILE_NONEXIST' }],
  });
  await expect(ask('downloadFile', { fileID })).rejects.toMatchObject({ errCode: -503003 });
});

test('reset: numbers, bills and checks are as on the first start', async () => {
  // Nobody shows the phone: nobody is waited for.
  await new Promise((resolve) => {
    line.once('close', resolve);
    line.close();
  });
  await control.reset();
  expect(await control.app.phoneBilling()).toMatchObject({ used: 0, left: 1000 });
  expect(await control.contentChecks.list()).toEqual([]);
  expect((await control.users.list())[0]?.phoneNumbers[0]?.phoneNumber).toMatch(/^138/);
});
