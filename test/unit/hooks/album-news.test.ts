/** What the album learns beside reading: verdicts on my photos, and that it is closed to me. */
import { albumWith, photo, photos, type AlbumWorld } from './albums';
import { last, settle } from './pending';

let cloud: AlbumWorld['cloud'];
let uploads: AlbumWorld['uploads'];
let store: AlbumWorld['store'];
let shown: AlbumWorld['shown'];
let opened: AlbumWorld['opened'];

beforeEach(() => {
  const now = () => Date.parse('2026-11-20T12:00:00+08:00');
  ({ cloud, store, uploads, shown, opened } = albumWith({ choose: () => Promise.resolve([]), now }));
});

const mine = (...ids: string[]) => ids.map((id) => photo(id, { state: 'pending', mine: true }));

/** The newest page, with those of mine that are pending at its top, and the one after it. */
async function twoPages(pending: readonly string[], newest: readonly string[], older: readonly string[]) {
  void store.load();
  await cloud.answer(0, { photos: [...mine(...pending), ...photos(...newest)], next: 'cursor-1' });
  void store.more();
  await cloud.answer(1, { photos: photos(...older), next: null });
}

/** Adds a picture as far as `album/add`. */
async function upload() {
  void store.add(['x.jpg']);
  await settle();
  last(uploads).resolve('cloud://x');
  await settle();
}

describe('photos of mine that were judged', () => {
  it('and are not among the newest begin the album anew: they are gone, or stand among older ones', async () => {
    await twoPages(['h', 'g'], ['f', 'e'], ['d', 'c']);
    // Both have passed; the page ends with one of them, in the middle of what was pending.
    await opened(['i', 'h'], 'cursor-3');
    expect(shown()).toEqual(['i', 'h']);
    void store.more();
    expect(last(cloud.calls).input['cursor']).toBe('cursor-3');
    await cloud.answer(3, { photos: photos('g', 'f', 'e'), next: null });
    expect(shown()).toEqual(['i', 'h', 'g', 'f', 'e']);
  });

  it('and passed later than what is newer are not lost between the newest and the older ones', async () => {
    await twoPages(['c'], ['f', 'e'], ['d', 'b']);
    await opened(['f', 'e'], 'cursor-1');
    void store.more();
    await cloud.answer(3, { photos: photos('d', 'c', 'b'), next: null });
    expect(shown()).toEqual(['f', 'e', 'd', 'c', 'b']);
  });

  it('leave the older ones where they are if all are answered, or one was added since', async () => {
    await twoPages(['g'], ['f', 'e'], ['d']);
    void store.load();
    await upload();
    await cloud.answer(3, mine('x')[0]);
    await cloud.answer(2, { photos: photos('g', 'f'), next: 'cursor-4' });
    expect(shown()).toEqual(['x', 'g', 'f', 'e', 'd']);
  });
});

it('a pending photo that its author deletes was not judged: the older ones stay', async () => {
  await twoPages(['g'], ['f', 'e'], ['d']);
  void store.remove('g');
  await cloud.answer(2, {});
  await opened(['f', 'e'], 'cursor-1');
  expect(shown()).toEqual(['f', 'e', 'd']);
});

describe('who is no member any more sees nothing of the group', () => {
  beforeEach(() => opened(['a'], null));

  const isClosed = () => {
    expect(store.getState().photos).toMatchObject({ status: 'error', error: { code: 'not-a-member' } });
    expect(shown()).toBeUndefined();
  };

  it.each([
    ['opening', () => store.open('a')],
    ['deleting', () => store.remove('a')],
  ])('where %s a photo says so, also by an answer from before', async (_act, act) => {
    void store.load();
    void act();
    await cloud.fail(2, 'not-a-member');
    isClosed();
    expect(store.getState().error).toBeUndefined();
    await cloud.answer(1, { photos: photos('a'), next: null });
    isClosed();
  });

  it('until they are one again: what was being read is not waited for', async () => {
    void store.load();
    void store.open('a');
    await cloud.fail(2, 'not-a-member');
    await opened(['b', 'a'], null);
    expect(shown()).toEqual(['b', 'a']);
  });

  it('but for what was asked before all was forgotten', async () => {
    void store.open('a');
    await upload();
    store.reset();
    await opened(['b', 'a'], null);
    await cloud.fail(1, 'not-a-member');
    await cloud.fail(2, 'not-a-member');
    expect(shown()).toEqual(['b', 'a']);
    expect(store.getState().error).toBeUndefined();
  });

  it('where adding one says so; that one has failed', async () => {
    await upload();
    await cloud.fail(1, 'not-a-member');
    isClosed();
    expect(store.getState().uploads).toMatchObject([{ status: 'failed', error: { code: 'not-a-member' } }]);
  });
});
