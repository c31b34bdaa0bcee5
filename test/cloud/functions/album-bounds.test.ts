import { maxPending, maxPendingAPage, maxPhotosAPage } from '../../../cloud/contract/album';
import { maxPhotos } from '../../../cloud/domain/album/limits';
import type { Photo } from '../../../cloud/contract/contract';
import type { Membership } from '../../../cloud/domain/groups/memberships-store';
import type { CallRecord } from '../../emulator/cloud/types';
import { jpeg } from '../../pictures';
import { type Albums, failed, startAlbum } from '../albums';
import { dataOf, group, otherGroup } from '../groups';

let albums: Albums;
let ann: string;
let bo: string;
beforeEach(async () => {
  ({ albums, ann, bo } = await startAlbum());
});
afterEach(() => albums.wechat.stop());

const files = () => albums.wechat.cloud.files.list();
const documents = (name: string) => albums.wechat.cloud.documents(name);
const thumbnail = jpeg(8, 8);

interface Kept {
  readonly state: 'pending' | 'passed';
  readonly of?: string;
  readonly in?: string;
  /** Whether the thumbnails are there too. */
  readonly seen?: boolean;
}

let made = 0;
/** So many photos, as they are stored. */
async function keep(count: number, { state, of = ann, in: to = group, seen = false }: Kept): Promise<void> {
  const members = documents('memberships') as readonly Membership[];
  const member = members.find(({ openid, group: where }) => openid === of && where === to)?.member ?? 'nobody00';
  const photos = Array.from({ length: count }, () => {
    const id = (made += 1).toString(16).padStart(32, '0');
    const place = { openid: of, group: to, member, fileID: `cloud://test.local-test/album/kept/${id}.jpg` };
    const check = { traceId: id, askedAt: Math.floor(albums.wechat.clock.now() / 1000), state };
    return {
      _id: id,
      order: `${String(made).padStart(15, '0')}:${id}`,
      ...place,
      width: 8,
      height: 8,
      addedAt: made,
      ...check,
    };
  });
  await albums.wechat.put('photos', photos);
  if (!seen) return;
  await Promise.all(photos.map(({ _id }) => albums.upload(of, thumbnail, `album/kept/${_id}.small.jpg`)));
}

describe('photos that wait for their verdict', () => {
  test('are answered whole, however many they are, also beyond the bound', async () => {
    await keep(maxPhotosAPage, { state: 'passed', of: bo, seen: true });
    await keep(maxPending + 3, { state: 'pending', seen: true });
    const { photos } = await albums.page(ann);
    expect(photos.filter(({ state }) => state === 'pending')).toHaveLength(maxPending + 3);
    expect(photos).toHaveLength(maxPending + 3 + maxPhotosAPage);
    expect((await albums.page(bo)).photos).toHaveLength(maxPhotosAPage);
  });

  test('are never more in one answer than it may hold', async () => {
    await keep(maxPendingAPage + 5, { state: 'pending', seen: true });
    expect((await albums.page(ann)).photos).toHaveLength(maxPendingAPage);
  });

  test('are at most so many of one person in one group; the upload waits for the next try', async () => {
    await keep(maxPending, { state: 'pending' });
    const upload = await albums.upload(ann);
    expect(await albums.add(ann, upload)).toEqual({
      ok: false,
      error: { code: 'photos-pending', message: expect.any(String) as unknown, retryable: true },
    });
    expect(documents('photos')).toHaveLength(maxPending);
    expect(await files()).toEqual([expect.stringContaining('.jpg')]);
    expect(albums.wechat.platform.contentChecks.all).toEqual([]);

    await albums.wechat.enter(ann, otherGroup);
    expect(await albums.add(bo)).toMatchObject({ ok: true });
    expect(await albums.add(ann, undefined, otherGroup)).toMatchObject({ ok: true });

    await albums.remove(ann, made.toString(16).padStart(32, '0'));
    expect(await albums.add(ann, upload)).toMatchObject({ ok: true });
  });

  test('and those whose upload was refused are found by forgetting', async () => {
    await keep(maxPending, { state: 'pending' });
    expect(await albums.add(ann)).toEqual(failed('photos-pending'));
    await albums.wechat.me(ann, 'forgetEverything');
    expect(await files()).toEqual([]);
  });

  test('the last one that there was room for is answered again', async () => {
    await keep(maxPending - 1, { state: 'pending' });
    const upload = await albums.upload(ann);
    const answers = await Promise.all(Array.from({ length: 4 }, () => albums.add(ann, upload)));
    const ids = new Set([...answers, await albums.add(ann, upload)].map((answer) => dataOf<Photo>(answer).photo));
    expect(ids.size).toBe(1);
    expect(await albums.add(ann)).toEqual(failed('photos-pending'));
  });
});

describe('photos of one person in one album', () => {
  test('have a bound, and what is beyond it leaves nothing', async () => {
    await keep(maxPhotos, { state: 'passed' });
    expect(await albums.add(ann)).toMatchObject({ ok: false, error: { code: 'album-full', retryable: false } });
    expect(await files()).toEqual([]);
    expect(documents('pictures')).toEqual([]);
    expect(await albums.add(bo)).toMatchObject({ ok: true });
  });

  test('are counted by an index, whoever else is in the database', async () => {
    await keep(7, { state: 'pending' });
    await keep(5, { state: 'passed' });
    const counted = ({ database }: CallRecord) =>
      database.filter(({ action }) => action === 'count').map(({ index, examined }) => ({ index, examined }));
    const add = async () =>
      albums.call(ann, 'add', { group, fileID: await albums.upload(ann) }).then(({ record }) => counted(record));
    expect(await add()).toEqual(
      expect.arrayContaining([
        { index: 'author', examined: 7 },
        { index: 'author', examined: 12 },
      ]),
    );
    await keep(3_000, { state: 'pending', of: bo });
    await keep(3_000, { state: 'passed', in: otherGroup });
    expect(await add()).toEqual(
      expect.arrayContaining([
        { index: 'author', examined: 8 },
        { index: 'author', examined: 13 },
      ]),
    );
  });
});
