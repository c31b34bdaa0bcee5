import fc from 'fast-check';
import { maxPhotosAPage } from '../../../cloud/contract/album';
import { jpeg } from '../../pictures';
import { type Albums, startAlbums } from '../albums';
import { stored as membership } from '../groups';

const thumbnail = jpeg(8, 8);

describe('the pages of an album', () => {
  let albums: Albums;
  let ann: string;
  const member = 'memberAA';
  let group: string;
  let made = 0;
  beforeAll(async () => {
    albums = await startAlbums();
    ann = await albums.wechat.person();
  });
  afterAll(() => albums.wechat.stop());

  /** A photo that was added at `addedAt`, with its file unless it is said to be gone. */
  async function stored(addedAt: number, { state = 'passed', file = true } = {}): Promise<string> {
    const id = (made += 1).toString(16).padStart(32, '0');
    const path = `album/kept/${id}`;
    if (file) await albums.upload(ann, thumbnail, `${path}.small.jpg`);
    const order = `${String(addedAt).padStart(15, '0')}:${id}`;
    const check = { traceId: id, askedAt: Math.floor(albums.wechat.clock.now() / 1000), state };
    const place = { openid: ann, group, member, fileID: `cloud://test.local-test/${path}.jpg` };
    const photo = { _id: id, order, ...place, width: 8, height: 8, addedAt, ...check };
    await albums.wechat.put('photos', [photo]);
    return id;
  }

  const idsOf = async (cursor: string | null) => {
    const { photos, next } = await albums.page(ann, cursor, group);
    return { ids: photos.map(({ photo }) => photo), next };
  };

  /** A group of Ann's own, without photos. */
  async function clear(): Promise<void> {
    group = `tGroupOfPages${(made += 1)}`;
    await albums.wechat.put('memberships', [membership({ openid: ann, member, group })]);
  }

  test('hold all once, newest first; adding and deleting between them repeats and skips nothing', async () => {
    const change = fc.oneof(
      fc.record({ kind: fc.constant('add' as const), at: fc.integer({ min: 1, max: 2_000 }) }),
      fc.record({ kind: fc.constant('delete' as const), which: fc.nat() }),
    );
    const size = fc.integer({ min: 0, max: maxPhotosAPage * 2 + 3 });
    await fc.assert(
      fc.asyncProperty(size, fc.array(fc.array(change, { maxLength: 3 }), { maxLength: 4 }), async (count, changes) => {
        await clear();
        const before = new Set<string>();
        // Many of one moment: the order is unique all the same.
        for (let at = 0; at < count; at += 1) before.add(await stored(1_000 + Math.floor(at / 3)));
        const stayed = new Set(before);
        const seen: string[] = [];
        let cursor: string | null = null;
        for (let page = 0; page === 0 || cursor !== null; page += 1) {
          const { ids, next } = await idsOf(cursor);
          expect(ids.length).toBeLessThanOrEqual(maxPhotosAPage);
          seen.push(...ids);
          cursor = next;
          for (const now of changes[page] ?? []) {
            if (now.kind === 'add') await stored(now.at);
            else {
              const id = [...stayed][now.which % Math.max(1, stayed.size)];
              if (id === undefined) continue;
              await albums.remove(ann, id, group);
              stayed.delete(id);
            }
          }
        }
        expect(new Set(seen).size).toBe(seen.length);
        expect(seen).toEqual(expect.arrayContaining([...stayed]));
        const known = seen.filter((id) => before.has(id));
        expect(known).toEqual([...known].sort().reverse());
      }),
      { numRuns: 10 },
    );
  });

  test('begin with what is pending of mine, on the first alone; a photo without its file is left out', async () => {
    await clear();
    const passed: string[] = [];
    for (let at = 0; at < maxPhotosAPage + 1; at += 1) passed.unshift(await stored(at));
    const pending = [await stored(1, { state: 'pending' }), await stored(2, { state: 'pending' })].reverse();
    const gone = await stored(maxPhotosAPage + 5, { file: false });
    const first = await idsOf(null);
    expect(first.ids).toEqual([...pending, ...passed.slice(0, maxPhotosAPage - 1)]);
    expect(await idsOf(first.next)).toEqual({ ids: passed.slice(maxPhotosAPage - 1), next: null });
    expect(first.ids).not.toContain(gone);
  });

  test('examine what they answer and one more, with other groups’ photos or without', async () => {
    await clear();
    for (let at = 0; at < maxPhotosAPage * 2; at += 1) await stored(at);
    const looked = async () => {
      const { record } = await albums.call(ann, 'page', { group, cursor: null });
      return record.database.map(({ collection, index, examined }) => ({ collection, index, examined }));
    };
    const alone = await looked();
    expect(alone.filter(({ collection }) => collection === 'photos').map(({ index }) => index)).not.toContain('scan');
    for (const { collection, examined } of alone) {
      expect(examined).toBeLessThanOrEqual(collection === 'photos' ? maxPhotosAPage + 1 : 1);
    }
    const others = Array.from({ length: 3_000 }, (_, at) => ({
      _id: `f${String(at).padStart(31, '0')}`,
      group: `tGroup${at % 7}`,
      openid: at % 2 === 0 ? ann : 'somebody',
      state: at % 3 === 0 ? 'pending' : 'passed',
      order: `${String(at).padStart(15, '0')}:f`,
    }));
    await albums.wechat.put('photos', others);
    expect(await looked()).toEqual(alone);
  });
});
