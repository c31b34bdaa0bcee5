import { markPicture } from '../../emulator/wechat/content/pictures';
import type { Suggestion } from '../../emulator/wechat/content/types';
import { type Harness, startHarness } from '../harness';

const hour = 3_600_000;
const picture = Buffer.from('a picture');
const empty = { nickname: null, turn: 0, avatar: null, phone: null, days: 0 };

let wechat: Harness;
let openid: string;
beforeEach(async () => {
  wechat = await startHarness();
  openid = await wechat.person({
    phoneNumbers: [{ phoneNumber: '13800138000', purePhoneNumber: '13800138000', countryCode: '86' }],
  });
});
afterEach(() => wechat.stop());

const profile = async (who = openid) => (await wechat.me(who, 'profile')).answer;
const avatar = async () =>
  ((await profile()) as { data: { avatar: { url: string; state: string } | null } }).data.avatar;
const saveAvatar = async (fileID: string, who = openid) => (await wechat.me(who, 'saveAvatar', { fileID })).answer;
const uploadBy = (suggest: Exclude<Suggestion, 'pass'>) => wechat.upload(openid, markPicture(picture, suggest));
const failed = (code: string) =>
  expect.objectContaining({ ok: false, error: expect.objectContaining({ code }) as unknown }) as unknown;
const deliver = () => wechat.platform.contentChecks.deliver();

describe('what the app knows', () => {
  test('is nothing at first', async () => {
    expect(await profile()).toEqual({ ok: true, data: empty });
    expect(wechat.stored()).toEqual([]);
  });

  test('is the number, masked, and how many days of steps', async () => {
    const { code } = await wechat.phoneButton(openid);
    await wechat.me(openid, 'phoneByCode', { code });
    await wechat.sendWeRun(openid);
    expect(await profile()).toEqual({ ok: true, data: { ...empty, phone: '138****8000', days: 31 } });
    expect(await profile(await wechat.person())).toEqual({ ok: true, data: empty });
  });
});

describe('a nickname', () => {
  const save = async (nickname: string, turn = 0) =>
    (await wechat.me(openid, 'saveNickname', { nickname, turn })).answer;

  test('that WeChat lets pass is kept, trimmed', async () => {
    expect(await save(' 走路的安 ')).toEqual({ ok: true, data: { ...empty, nickname: '走路的安', turn: 1 } });
    expect(await save('安', 1)).toEqual({ ok: true, data: { ...empty, nickname: '安', turn: 2 } });
    expect(await save('安', 2)).toEqual({ ok: true, data: { ...empty, nickname: '安', turn: 3 } });
    expect(wechat.stored()).toHaveLength(1);
  });

  test('that comes once more after a newer one changes nothing, and the answer says which is kept', async () => {
    await save('旧');
    await save('新', 1);
    const stored = wechat.stored();
    const late = await Promise.all([save('旧'), save('旧'), save('新', 1), save('另一个', 5)]);
    for (const answer of late) expect(answer).toEqual({ ok: true, data: { ...empty, nickname: '新', turn: 2 } });
    expect(wechat.stored()).toEqual(stored);
  });

  test('is kept beside an avatar that was the first to be saved', async () => {
    await saveAvatar(await wechat.upload(openid));
    expect(await save('安')).toMatchObject({
      ok: true,
      data: { nickname: '安', turn: 1, avatar: { state: 'pending' } },
    });
  });

  test.each(['约 炮', '加微信'])('that WeChat refuses or would review (%p) is not', async (nickname) => {
    await save('安');
    const stored = wechat.stored();
    expect(await save(nickname, 1)).toEqual(failed('content-refused'));
    expect(wechat.stored()).toEqual(stored);
  });

  test.each(['', '   ', 'a\nb', '\u200b\u200d'])(
    'that cannot be seen or goes over lines (%p) is refused',
    async (nickname) => {
      expect(await save(nickname)).toEqual(failed('invalid-input'));
      expect(wechat.stored()).toEqual([]);
    },
  );

  test('that is too long is refused', async () => {
    expect(await save('安'.repeat(33))).toEqual(failed('input-too-large'));
  });

  test.each([
    [45009, 'rate-limited'],
    [-1, 'cloud-error'],
    [87014, 'content-refused'],
  ])('where WeChat answers errcode %p, the person reads %p', async (errcode, code) => {
    wechat.cloud.faults.failOpenApi('security.msgSecCheck', errcode, 1);
    expect(await save('安')).toEqual(failed(code));
    expect(wechat.stored()).toEqual([]);
  });

  test('twenty first saves at once leave one document', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => save('安')));
    for (const answer of answers) expect(answer).toEqual({ ok: true, data: { ...empty, nickname: '安', turn: 1 } });
    expect(wechat.stored()).toHaveLength(1);
  });
});

describe('an avatar', () => {
  test('is pending until WeChat’s verdict is pushed, and shown from then on', async () => {
    const fileID = await wechat.upload(openid);
    expect(await saveAvatar(fileID)).toMatchObject({ ok: true, data: { avatar: { state: 'pending' } } });
    expect((await avatar())?.state).toBe('pending');
    await deliver();
    const shown = await avatar();
    expect(shown?.state).toBe('passed');
    const seen = await fetch(shown?.url ?? '');
    expect(Buffer.from(await seen.arrayBuffer())).toEqual(picture);
    expect(wechat.cloud.documents('checks')).toEqual([]);
  });

  test.each(['risky', 'review'] as const)('that is found %p is removed, field and file', async (suggest) => {
    await saveAvatar(await uploadBy(suggest));
    expect((await avatar())?.state).toBe('pending');
    await deliver();
    expect(await profile()).toEqual({ ok: true, data: empty });
    expect(await wechat.cloud.files.list()).toEqual([]);
    expect(wechat.cloud.documents('pictures')).toEqual([]);
    expect(wechat.cloud.documents('checks')).toEqual([]);
  });

  test('takes the place of the one before, whose file is deleted', async () => {
    await saveAvatar(await wechat.upload(openid));
    await deliver();
    const second = await wechat.upload(openid, Buffer.from('another'), 'jpg');
    await saveAvatar(second);
    expect((await avatar())?.state).toBe('pending');
    expect(await wechat.cloud.files.list()).toEqual([expect.stringMatching(/\.jpg$/)]);
    expect(wechat.cloud.documents('pictures')).toHaveLength(1);
  });

  test('the verdict on a picture that was replaced meanwhile says nothing about the new one', async () => {
    await saveAvatar(await uploadBy('risky'));
    const [old] = wechat.platform.contentChecks.all;
    await saveAvatar(await wechat.upload(openid));
    await wechat.platform.contentChecks.deliver(old?.traceId);
    expect((await avatar())?.state).toBe('pending');
    expect(await wechat.cloud.files.list()).toHaveLength(1);
  });

  test('the same again, twenty times at once too, is one picture and one check', async () => {
    const fileID = await wechat.upload(openid);
    const answers = await Promise.all(Array.from({ length: 20 }, () => saveAvatar(fileID)));
    for (const answer of answers) expect(answer).toMatchObject({ ok: true, data: { avatar: { state: 'pending' } } });
    expect(wechat.cloud.documents('checks')).toHaveLength(1);
    await deliver();
    expect((await avatar())?.state).toBe('passed');
    await saveAvatar(fileID);
    expect((await avatar())?.state).toBe('passed');
  });

  test('a verdict that comes twice changes nothing', async () => {
    await saveAvatar(await uploadBy('risky'));
    const [check] = wechat.platform.contentChecks.all;
    await deliver();
    const stored = wechat.stored();
    await wechat.platform.contentChecks.deliver(check?.traceId);
    expect(wechat.platform.contentChecks.all).toEqual([expect.objectContaining({ state: 'delivered' })]);
    expect(wechat.stored()).toEqual(stored);
  });

  test('whose verdict never comes is handed in again after an hour, once somebody looks', async () => {
    await saveAvatar(await wechat.upload(openid));
    await avatar();
    expect(wechat.platform.contentChecks.all).toHaveLength(1);
    wechat.clock.advance(hour);
    await avatar();
    const [, again] = wechat.platform.contentChecks.all;
    await wechat.platform.contentChecks.deliver(again?.traceId);
    expect((await avatar())?.state).toBe('passed');
  });

  test('stays pending where WeChat can neither judge nor be asked', async () => {
    await saveAvatar(await wechat.upload(openid));
    wechat.clock.advance(hour);
    wechat.cloud.faults.failOpenApi('security.mediaCheckAsync', 45009, 1);
    expect((await avatar())?.state).toBe('pending');
  });

  test('cannot be another person’s file, and theirs is left alone', async () => {
    const theirs = await wechat.upload(openid);
    await saveAvatar(theirs);
    await deliver();
    const thief = await wechat.person();
    expect(await saveAvatar(theirs, thief)).toEqual(failed('forbidden'));
    await saveAvatar(await wechat.upload(thief), thief);
    expect((await avatar())?.state).toBe('passed');
    expect(await wechat.cloud.files.list()).toHaveLength(2);
  });

  test('stays what WeChat has judged: what its owner uploads over it later is not shown', async () => {
    const fileID = await wechat.upload(openid);
    await saveAvatar(fileID);
    await deliver();
    const [, , , ...path] = fileID.split('/');
    await wechat.cloud.files.upload(openid, path.join('/'), Buffer.from('another picture'));
    await saveAvatar(fileID);
    const seen = await fetch((await avatar())?.url ?? '');
    expect(Buffer.from(await seen.arrayBuffer())).toEqual(picture);
    const [kept] = wechat.cloud.documents('pictures') as { readonly fileID: string }[];
    const [, , , ...keptPath] = kept?.fileID.split('/') ?? [];
    await expect(wechat.cloud.files.upload(openid, keptPath.join('/'), picture)).rejects.toThrow();
    expect(await saveAvatar(kept?.fileID ?? '')).toEqual(failed('invalid-input'));
  });

  test('has to have been uploaded', async () => {
    const fileID = (await wechat.upload(openid)).replace(/[0-9a-f]{4}\.png$/, 'ffff.png');
    expect(await saveAvatar(fileID)).toEqual(failed('file-missing'));
    expect(wechat.stored()).toEqual([]);
  });

  test.each([
    'cloud://test.local-test/albums/0123456789abcdef0123456789abcdef.png',
    'cloud://test.local-test/avatars/1.png',
    'cloud://test.local-test/avatars/../0123456789abcdef0123456789abcdef.png',
    'cloud://test.local-test/avatars/0123456789abcdef0123456789abcdef.html',
    'https://example.com/avatars/0123456789abcdef0123456789abcdef.png',
  ])('is refused at any other place (%s)', async (fileID) => {
    expect(await saveAvatar(fileID)).toEqual(failed('invalid-input'));
    expect(wechat.stored()).toEqual([]);
  });
});

describe('verdict', () => {
  const push = (suggest: string, traceId?: string) => ({
    MsgType: 'event',
    Event: 'wxa_media_check',
    FromUserName: openid,
    trace_id: traceId,
    version: 2,
    errcode: 0,
    result: { suggest, label: 100 },
  });
  const call = async (event: unknown, source: string, who?: string) =>
    (await wechat.send({ name: 'verdict', event, source, ...(who !== undefined && { openid: who }) })).answer;

  test.each(['wx_client', 'wx_devtools', 'wx_client,scf', 'wx_http'])(
    'is not a person’s to give (%s)',
    async (source) => {
      await saveAvatar(await uploadBy('risky'));
      const [check] = wechat.platform.contentChecks.all;
      const stored = wechat.stored();
      const event = push('pass', check?.traceId);
      expect(await call(event, source, openid)).toEqual(failed('forbidden'));
      expect(await call(event, source)).toEqual(failed('forbidden'));
      expect(wechat.stored()).toEqual(stored);
    },
  );

  test('nor a stranger’s, wherever the call comes from', async () => {
    await saveAvatar(await uploadBy('risky'));
    const [check] = wechat.platform.contentChecks.all;
    const stranger = await wechat.person();
    expect(await call(push('pass', check?.traceId), '', stranger)).toEqual(failed('forbidden'));
    expect((await avatar())?.state).toBe('pending');
  });

  test('is received with the word that WeChat waits for, about a check that nobody knows too', async () => {
    expect(await call(push('pass', 'unknown'), 'wx_unknown')).toBe('success');
    expect(wechat.stored()).toEqual([]);
  });

  test('that could not be given leaves the picture pending', async () => {
    await saveAvatar(await wechat.upload(openid));
    const [check] = wechat.platform.contentChecks.all;
    const { result: _none, ...event } = push('pass', check?.traceId);
    expect(await call({ ...event, errcode: -1008 }, 'wx_unknown')).toBe('success');
    expect((await avatar())?.state).toBe('pending');
  });

  test.each([{}, null, 'text', { Event: 'other' }, { Event: 'wxa_media_check' }])('must be one (%j)', async (event) => {
    expect(await call(event, 'wx_unknown')).toEqual(failed('invalid-input'));
  });
});
