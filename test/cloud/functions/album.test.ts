import { decode } from 'jpeg-js';
import type { Photo } from '../../../cloud/contract/contract';
import { claiming, jpeg, png, withExif } from '../../pictures';
import { type Albums, failed, startAlbum } from '../albums';
import { dataOf, group, otherGroup } from '../groups';
import { eventually } from '../../eventually';

const hour = 3_600_000;

let albums: Albums;
let ann: string;
let bo: string;
beforeEach(async () => {
  ({ albums, ann, bo } = await startAlbum());
});
afterEach(() => albums.wechat.stop());

const files = () => albums.wechat.cloud.files.list();
const documents = (name: string) => albums.wechat.cloud.documents(name);
const checks = () => albums.wechat.platform.contentChecks;
const bytesOf = async (url: string | null | undefined) => Buffer.from(await (await fetch(url ?? '')).arrayBuffer());
const states = async (openid: string) => (await albums.page(openid)).photos.map(({ state }) => state);

describe('adding a photo', () => {
  test('keeps what the function made of it, deletes the upload, shows it to its author alone', async () => {
    const answer = await albums.add(ann, await albums.upload(ann, jpeg(640, 480)));
    const photo = dataOf<Photo>(answer);
    const about = { width: 640, height: 480, state: 'pending', mine: true, nickname: '安' };
    expect(photo).toMatchObject({ ...about, photo: expect.stringMatching(/^[0-9a-f]{32}$/) as string });
    expect(await files()).toEqual([`album/kept/${photo.photo}.jpg`, `album/kept/${photo.photo}.small.jpg`]);
    expect(decode(await bytesOf(photo.thumbnail))).toMatchObject({ width: 320, height: 240 });
    expect(decode(await bytesOf((await albums.open(ann, [photo.photo]))[0]))).toMatchObject({ width: 640 });
    expect(await states(ann)).toEqual(['pending']);
    expect(await states(bo)).toEqual([]);
    expect(await albums.open(bo, [photo.photo])).toEqual([null]);
  });

  test('hands WeChat the photo that others will see', async () => {
    await albums.add(ann);
    expect(checks().all).toEqual([expect.objectContaining({ openid: ann, suggest: 'pass', state: 'pending' })]);
  });

  test('turns it upright and forgets where it was taken', async () => {
    const secret = 'GPS 31.2304N';
    const photo = await albums.passed(ann, withExif(jpeg(80, 40), 6, secret));
    expect([photo.width, photo.height]).toEqual([40, 80]);
    const [url] = await albums.open(bo, [photo.photo]);
    for (const kept of [await bytesOf(url), await bytesOf(photo.thumbnail)]) {
      expect(decode(kept)).toMatchObject({ width: 40, height: 80 });
      expect([kept.includes(secret), kept.includes('Exif')]).toEqual([false, false]);
    }
  });

  test('looks at the bytes, not at the name: a PNG named .jpg is a photo', async () => {
    expect(await albums.add(ann, await albums.upload(ann, png(40, 30)))).toMatchObject({ ok: true });
  });

  test.each([
    ['a text', Buffer.from('not a picture at all'.repeat(20)), 'photo-unreadable'],
    ['a bomb', claiming(png(8, 8), 60_000, 60_000), 'input-too-large'],
    ['too many bytes', Buffer.concat([jpeg(8, 8), Buffer.alloc(10 * 1024 * 1024)]), 'input-too-large'],
  ])('refuses %s and leaves nothing of it', async (_what, bytes, code) => {
    expect(await albums.add(ann, await albums.upload(ann, bytes))).toEqual(failed(code));
    expect(await files()).toEqual([]);
    for (const name of ['photos', 'pictures', 'checks']) expect(documents(name)).toEqual([]);
  });

  test('takes only what lies where uploads lie', async () => {
    const name = '0123456789abcdef0123456789abcdef.jpg';
    await albums.upload(ann, jpeg(8, 8), `avatars/${name}`);
    for (const path of [
      `avatars/${name}`,
      `album/../avatars/${name}`,
      `album/kept/${name}`,
      `album/x/${name}`,
      'album/a.jpg',
    ]) {
      expect(await albums.add(ann, `cloud://test.local-test/${path}`)).toEqual(failed('invalid-input'));
    }
    expect(await albums.add(ann, `https://test.local-test/album/${name}`)).toEqual(failed('invalid-input'));
    expect(await albums.add(ann, `cloud://test.local-test/album/${name}`)).toEqual(failed('file-missing'));
    await albums.upload(ann, jpeg(8, 8), `album/${name}`);
    expect(await albums.add(ann, `cloud://other.local-other/album/${name}`)).toEqual(failed('file-missing'));
    for (const stored of ['photos', 'pictures', 'checks']) expect(documents(stored)).toEqual([]);
    expect(await files()).toEqual([`album/${name}`, `avatars/${name}`]);
  });

  test('does not make a photo of an avatar of the same name', async () => {
    const name = '0123456789abcdef0123456789abcdef.jpg';
    await albums.wechat.me(ann, 'saveAvatar', { fileID: await albums.upload(ann, jpeg(8, 8), `avatars/${name}`) });
    const before = [documents('pictures'), documents('profiles')];
    expect(await albums.add(ann, await albums.upload(ann, jpeg(8, 8), `album/${name}`))).toEqual(failed('forbidden'));
    expect([documents('pictures'), documents('profiles')]).toEqual(before);
  });

  test('somebody else’s upload stays theirs', async () => {
    const upload = await albums.upload(ann);
    const photo = dataOf<Photo>(await albums.add(ann, upload));
    expect(await albums.add(bo, upload)).toEqual(failed('forbidden'));
    expect(await albums.open(ann, [photo.photo])).toEqual([expect.any(String)]);
  });

  test('the same file again is the same photo, and in one album alone', async () => {
    await albums.wechat.enter(ann, otherGroup);
    const upload = await albums.upload(ann);
    const { thumbnail: _first, ...photo } = dataOf<Photo>(await albums.add(ann, upload));
    expect(await albums.add(ann, upload)).toMatchObject({ ok: true, data: photo });
    expect(await albums.add(ann, upload, otherGroup)).toEqual(failed('forbidden'));
    expect(documents('photos')).toHaveLength(1);
    expect(checks().all).toHaveLength(1);
  });

  test('four times at once is one photo with one check and no other file', async () => {
    const upload = await albums.upload(ann);
    const answers = await Promise.all(Array.from({ length: 4 }, () => albums.add(ann, upload)));
    const photos = new Set(answers.map((answer) => dataOf<Photo>(answer).photo));
    expect(photos.size).toBe(1);
    for (const name of ['photos', 'pictures', 'checks']) expect(documents(name)).toHaveLength(1);
    expect(await files()).toHaveLength(2);
    await checks().deliver();
    expect(await states(bo)).toEqual(['passed']);
  });

  test('that WeChat cannot be asked about can be tried again', async () => {
    const upload = await albums.upload(ann);
    albums.wechat.cloud.faults.failOpenApi('security.mediaCheckAsync', 45009, 1);
    expect(await albums.add(ann, upload)).toEqual(failed('rate-limited'));
    expect(documents('photos')).toEqual([]);
    expect(await albums.add(ann, upload)).toMatchObject({ ok: true });
    expect(await files()).toHaveLength(2);
  });
});

describe('the verdict', () => {
  test('that passes shows the photo to the group', async () => {
    const { photo } = await albums.passed(ann);
    expect((await albums.page(bo)).photos).toEqual([
      expect.objectContaining({ photo, state: 'passed', mine: false, nickname: '安' }),
    ]);
    expect(documents('checks')).toEqual([]);
  });

  test.each(['risky', 'review'] as const)('%p removes photo, thumbnail and document', async (suggest) => {
    await albums.add(ann);
    const [check] = checks().all;
    await checks().deliver(check?.traceId, suggest);
    expect(await states(ann)).toEqual([]);
    expect(await files()).toEqual([]);
    for (const name of ['photos', 'pictures', 'checks']) expect(documents(name)).toEqual([]);
  });

  test('about a photo says nothing about the avatar, nor the other way round', async () => {
    await albums.wechat.me(ann, 'saveAvatar', { fileID: await albums.wechat.upload(ann) });
    await albums.add(ann);
    const [avatar, photo] = checks().all;
    await checks().deliver(avatar?.traceId, 'risky');
    expect(await states(ann)).toEqual(['pending']);
    await checks().deliver(photo?.traceId);
    expect(await states(bo)).toEqual(['passed']);
  });

  test('that never comes is asked for again after an hour, once the author looks', async () => {
    await albums.add(ann);
    await albums.page(ann);
    albums.wechat.clock.advance(hour);
    await albums.page(bo);
    expect(checks().all).toHaveLength(1);
    await albums.page(ann);
    const [, again] = checks().all;
    expect(documents('checks')).toHaveLength(1);
    await checks().deliver(again?.traceId);
    expect(await states(bo)).toEqual(['passed']);
  });
});

describe('removing', () => {
  test('takes document and files, can be repeated, and the same upload does not come back', async () => {
    const upload = await albums.upload(ann);
    const { photo } = dataOf<Photo>(await albums.add(ann, upload));
    expect(await albums.remove(ann, photo)).toEqual({ ok: true, data: {} });
    expect(await albums.remove(ann, photo)).toEqual({ ok: true, data: {} });
    expect(await files()).toEqual([]);
    for (const name of ['photos', 'pictures', 'checks']) expect(documents(name)).toEqual([]);
    expect(await albums.add(ann, upload)).toEqual(failed('file-missing'));
    await checks().deliver();
    expect(await states(ann)).toEqual([]);
  });

  test('takes the upload too, where the call that added the photo died before it did', async () => {
    const upload = await albums.upload(ann);
    const calls = (await albums.call(ann, 'add', { group, fileID: await albums.upload(ann) })).record.database;
    const stored = calls.findIndex(({ collection, action }) => collection === 'photos' && action === 'add');
    albums.wechat.cloud.faults.killFunction('album', 1, { afterDatabaseCalls: stored + 1 });
    await albums.add(ann, upload).catch(() => undefined);
    expect((await files()).filter((path) => !path.includes('/kept/'))).toHaveLength(1);
    for (const { photo } of (await albums.page(ann)).photos) await albums.remove(ann, photo);
    expect(await files()).toEqual([]);
    expect(documents('pictures')).toEqual([]);
  });

  test('examines no more than it takes, however many pictures and photos there are', async () => {
    const { photo } = await albums.passed(ann);
    const others = Array.from({ length: 300 }, (_, at) => ({
      _id: `other${at}`,
      openid: ann,
      group,
      member: 'memberAA',
    }));
    await albums.wechat.put(
      'pictures',
      others.map((other) => ({ ...other, uploadID: other._id, fileID: other._id })),
    );
    await albums.wechat.put(
      'photos',
      others.map((other) => ({ ...other, state: 'passed', order: other._id })),
    );
    const { record } = await albums.call(ann, 'remove', { group, photo });
    for (const { examined, returned } of record.database) expect(examined).toBeLessThanOrEqual(returned + 1);
    expect(record.database.filter(({ action }) => action === 'remove').map(({ returned }) => returned)).toEqual([
      1, 0, 1,
    ]);
  });

  test('while duplicates of adding are under way leaves all or nothing', async () => {
    const upload = await albums.upload(ann);
    const { photo } = dataOf<Photo>(await albums.add(ann, upload));
    await Promise.all([albums.add(ann, upload), albums.remove(ann, photo), albums.add(ann, upload)]);
    expect(documents('photos')).toEqual([]);
    expect(await files()).toEqual([]);
  });

  test('everything of a person takes their photos, files included, and nobody else’s', async () => {
    await albums.passed(ann);
    const kept = await albums.passed(bo);
    await albums.wechat.me(ann, 'forgetEverything');
    expect(await files()).toEqual([`album/kept/${kept.photo}.jpg`, `album/kept/${kept.photo}.small.jpg`]);
    expect((await albums.page(bo)).photos.map(({ photo }) => photo)).toEqual([kept.photo]);
  });

  test('by leaving again takes what a leaving that died has left, and a late duplicate nothing else', async () => {
    const memberOf = async () => {
      const { members, me } = await albums.wechat.board(ann);
      return { group, member: members[me] ?? '' };
    };
    await albums.passed(ann);
    const before = await memberOf();
    albums.wechat.cloud.faults.killFunction('share', 1, { afterDatabaseCalls: 1 });
    await albums.wechat.share(ann, 'leave', before).catch(() => undefined);
    expect(documents('photos')).toHaveLength(1);

    await albums.wechat.enter(ann);
    const { photo } = await albums.passed(ann);
    const { member } = await memberOf();
    expect((await albums.wechat.share(ann, 'leave', before)).answer).toEqual({ ok: true, data: { member } });
    expect((await albums.page(bo)).photos).toEqual([expect.objectContaining({ photo, nickname: '安' })]);

    await albums.wechat.share(ann, 'leave', await memberOf());
    expect(documents('photos')).toEqual([]);
    expect(await files()).toEqual([]);
  });

  test('by leaving again, where the one that died could not be repeated', async () => {
    await albums.passed(ann);
    albums.wechat.cloud.faults.killFunction('share', 1, { afterDatabaseCalls: 1 });
    await albums.wechat.quit(ann).catch(() => undefined);
    await albums.wechat.enter(ann);
    await albums.wechat.quit(ann);
    expect(documents('photos')).toEqual([]);
    expect(await files()).toEqual([]);
  });

  test('by leaving and coming back while a photo is being added leaves none under the old name', async () => {
    albums.wechat.cloud.faults.delayOpenApi('security.mediaCheckAsync', 2_000, 1, 'before');
    const adding = albums.add(ann);
    await eventually(
      async () => (await files()).filter((path) => path.includes('/kept/')).length === 2,
      'the photo to be kept',
    );
    await albums.wechat.quit(ann);
    await albums.wechat.enter(ann);
    expect(await adding).toEqual(failed('file-missing'));
    for (const name of ['photos', 'pictures', 'checks']) expect(documents(name)).toEqual([]);
    expect(await files()).toEqual([]);
  });

  test('by leaving a group takes what was added there, and there alone', async () => {
    await albums.wechat.enter(ann, otherGroup);
    await albums.passed(ann);
    const { photo } = dataOf<Photo>(await albums.add(ann, undefined, otherGroup));
    await albums.wechat.quit(ann);
    expect(await states(bo)).toEqual([]);
    expect((await albums.page(ann, null, otherGroup)).photos).toEqual([expect.objectContaining({ photo })]);
    expect(await files()).toHaveLength(2);
    expect(documents('photos')).toHaveLength(1);
  });
});
