import { type Albums, startAlbum } from '../albums';
import { group } from '../groups';

let albums: Albums;
let ann: string;
let bo: string;
beforeEach(async () => {
  ({ albums, ann, bo } = await startAlbum());
});
afterEach(() => albums.wechat.stop());

/** The call dies once the membership is gone, and nobody repeats it. */
async function leaveHalfway(openid: string): Promise<void> {
  albums.wechat.cloud.faults.killFunction('share', 1, { afterDatabaseCalls: 1 });
  await albums.wechat.quit(openid).catch(() => undefined);
}

const seenBy = async (openid: string) => (await albums.page(openid)).photos.map(({ photo }) => photo);

describe('photos of somebody whose leaving died halfway', () => {
  let left: string;
  let kept: string;
  beforeEach(async () => {
    ({ photo: left } = await albums.passed(ann));
    ({ photo: kept } = await albums.passed(bo));
    await leaveHalfway(ann);
  });

  test('are there, and nobody sees them: neither in a page nor in full', async () => {
    expect(albums.wechat.cloud.documents('photos')).toHaveLength(2);
    expect(await seenBy(bo)).toEqual([kept]);
    expect(await albums.open(bo, [left, kept])).toEqual([null, expect.any(String)]);
  });

  test('stay out of sight once their author is back, as somebody else', async () => {
    await albums.wechat.enter(ann);
    const { photo } = await albums.passed(ann);
    for (const openid of [ann, bo]) {
      expect(await seenBy(openid)).toEqual([photo, kept]);
      expect(await albums.open(openid, [photo, left, kept])).toEqual([expect.any(String), null, expect.any(String)]);
    }
  });
});

test('opening asks for the authors by an index, one document each', async () => {
  const photos = [await albums.passed(ann), await albums.passed(bo), await albums.passed(bo)];
  const { record } = await albums.call(bo, 'open', { group, photos: photos.map(({ photo }) => photo) });
  const memberships = record.database.filter(({ collection }) => collection === 'memberships');
  expect(memberships.map(({ index, examined }) => [index, examined])).toEqual([
    ['_id_', 1],
    ['member', 2],
  ]);
});
