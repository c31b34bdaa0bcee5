import { randomBytes } from 'node:crypto';
import { schema } from '../../../cloud/schema';
import { jpeg } from '../../pictures';
import { group } from '../groups';
import { startWalks, type Walks } from '../walks';
import { eventually } from '../../eventually';

const hour = 3_600_000;

describe('forgetting a person', () => {
  let wechat: Walks;
  beforeEach(async () => {
    wechat = await startWalks();
  });
  afterEach(() => wechat.stop());

  /** A person of whom every collection knows something. */
  async function known(): Promise<string> {
    const openid = await wechat.person();
    await wechat.sendWeRun(openid);
    const { code } = await wechat.phoneButton(openid);
    await wechat.me(openid, 'phoneByCode', { code });
    await wechat.me(openid, 'saveNickname', { nickname: '安', turn: 0 });
    await wechat.me(openid, 'saveAvatar', { fileID: await wechat.upload(openid) });
    await wechat.enter(openid);
    const requestId = randomBytes(16).toString('hex');
    await wechat.share(openid, 'tapped', { page: 'group', from: 'button', requestId });
    await wechat.create(openid);
    const { fileID } = await wechat.cloud.files.upload(openid, `album/${requestId}.jpg`, jpeg(8, 8));
    await wechat.send({ openid, name: 'album', event: { $url: 'add', group, fileID } });
    return openid;
  }
  const about = (openid: string) =>
    wechat.cloud.collections.filter((name) => JSON.stringify(wechat.cloud.documents(name)).includes(openid));
  const forget = async (openid: string) => (await wechat.me(openid, 'forgetEverything')).answer;

  test('leaves nothing of them in any collection, and no file', async () => {
    const openid = await known();
    expect(about(openid)).toHaveLength(schema.length);
    expect(await forget(openid)).toEqual({ ok: true, data: {} });
    expect(about(openid)).toEqual([]);
    expect(wechat.stored()).toEqual([]);
    expect(await wechat.cloud.files.list()).toEqual([]);
    expect((await wechat.me(openid, 'profile')).answer).toEqual({
      ok: true,
      data: { nickname: null, turn: 0, avatar: null, phone: null, days: 0 },
    });
  });

  test('takes memberships after what they hold copies of and before walks, on which calls under way count', () => {
    const order = schema.map(({ name }) => name);
    const places = ['steps', 'profiles', 'memberships', 'activities'].map((name) => order.indexOf(name));
    expect(places).toEqual([...places].sort((one, other) => one - other));
  });

  test('leaves others as they were', async () => {
    const ann = await known();
    const bo = await known();
    const file = (await wechat.cloud.files.list()).length / 2;
    const ofBo = schema.map(({ name, owner }) =>
      wechat.cloud.documents(name).filter((document) => (document as Record<string, unknown>)[owner] === bo),
    );
    await forget(ann);
    expect(schema.map(({ name }) => wechat.cloud.documents(name))).toEqual(ofBo);
    expect(await wechat.cloud.files.list()).toHaveLength(file);
  });

  test('can be repeated, and holds when a verdict arrives late', async () => {
    const openid = await known();
    await forget(openid);
    expect(await forget(openid)).toEqual({ ok: true, data: {} });
    await wechat.platform.contentChecks.deliver();
    wechat.clock.advance(hour);
    expect(wechat.stored()).toEqual([]);
  });

  test('finds files that a call which died has left', async () => {
    const openid = await wechat.person();
    wechat.cloud.faults.failOpenApi('security.mediaCheckAsync', -1, 1);
    await wechat.me(openid, 'saveAvatar', { fileID: await wechat.upload(openid) });
    expect(await wechat.cloud.files.list()).toHaveLength(1);
    await forget(openid);
    expect(await wechat.cloud.files.list()).toEqual([]);
    expect(wechat.stored()).toEqual([]);
  });

  test.each(['before', 'after'] as const)(
    'holds against pictures that are being saved (WeChat asked %s that)',
    async (when) => {
      const openid = await wechat.person();
      await wechat.enter(openid);
      const avatar = await wechat.upload(openid);
      const { fileID } = await wechat.cloud.files.upload(openid, `album/${'ab'.repeat(16)}.jpg`, jpeg(8, 8));
      wechat.cloud.faults.delayOpenApi('security.mediaCheckAsync', 3_000, 2, when);
      const saving = Promise.all([
        wechat.me(openid, 'saveAvatar', { fileID: avatar }),
        wechat.send({ openid, name: 'album', event: { $url: 'add', group, fileID } }),
      ]);
      await eventually(
        async () => (await wechat.cloud.files.list()).filter((path) => path.includes('/kept/')).length === 3,
        'both pictures to be kept',
      );
      expect(await forget(openid)).toEqual({ ok: true, data: {} });
      for (const { answer } of await saving) expect(answer.ok).toBe(false);
      expect(wechat.stored()).toEqual([]);
      expect(await wechat.cloud.files.list()).toEqual([]);
    },
  );

  test('that a whole saving comes into ends with all of the picture or with nothing', async () => {
    const openid = await wechat.person();
    await wechat.me(openid, 'saveAvatar', { fileID: await wechat.upload(openid) });
    const fileID = await wechat.upload(openid);
    const forgetting = forget(openid);
    await eventually(() => wechat.cloud.documents('pictures').length === 0, 'the pictures to go');
    // Held: the last look for pictures, then what comes after it.
    wechat.cloud.faults.delayDatabase(1_000, 2);
    await new Promise((done) => setTimeout(done, 1_300));
    await Promise.all([wechat.me(openid, 'saveAvatar', { fileID }), forgetting]);
    const claimed = wechat.cloud.documents('pictures') as readonly { readonly fileID: string }[];
    const shown = wechat.cloud.documents('profiles') as readonly { readonly avatar: { readonly fileID: string } }[];
    expect(shown.map(({ avatar }) => avatar.fileID)).toEqual(claimed.map((picture) => picture.fileID));
    expect(await wechat.cloud.files.list()).toHaveLength(claimed.length);
  });

  test('is nobody’s to ask for but their own', async () => {
    const openid = await known();
    const stored = wechat.stored();
    await forget(await wechat.person());
    expect(wechat.stored()).toEqual(stored);
    const { answer } = await wechat.me(openid, 'forgetEverything', { openid: 'somebody else' });
    expect(answer).toMatchObject({ ok: false, error: { code: 'invalid-input' } });
    expect(wechat.stored()).toEqual(stored);
  });
});
