import { albumWith, photo, photos, type AlbumWorld } from './albums';
import { last, settle } from './pending';

let { cloud, store, uploads, deleted, shown, opened }: AlbumWorld = fresh();
beforeEach(() => {
  ({ cloud, store, uploads, deleted, shown, opened } = fresh());
});

function fresh(): AlbumWorld {
  return albumWith({ choose: () => Promise.resolve([]), now: Date.now });
}

describe('forgetting an album', () => {
  it('leaves nothing on the phone, and an answer that comes late brings nothing back', async () => {
    await opened(['b', 'a'], 'cursor-1');
    void store.more();
    void store.remove('a');
    store.reset();
    expect(store.getState()).toEqual({ photos: { status: 'idle' }, hasMore: false, uploads: [], error: undefined });
    await cloud.answer(1, { photos: photos('0'), next: null });
    await cloud.answer(2, {});
    expect(shown()).toBeUndefined();
    void store.load();
    await cloud.answer(3, { photos: photos('a'), next: null });
    expect(shown()).toEqual(['a']);
  });

  it('an answer that was asked for before does not end the next loading', async () => {
    void store.load();
    store.reset();
    void store.load();
    await cloud.answer(0, { photos: photos('old'), next: null });
    void store.load();
    expect(cloud.calls).toHaveLength(2);
    await cloud.answer(1, { photos: photos('new'), next: null });
    expect(shown()).toEqual(['new']);
  });

  it('drops uploads with their files: those that wait, that are under way and that failed', async () => {
    void store.add(['x.jpg', 'y.jpg', 'z.jpg']);
    await settle();
    last(uploads).resolve('cloud://x');
    await settle();
    await cloud.fail(0, 'network');
    store.reset();
    expect(deleted).toEqual(['cloud://x']);
    last(uploads).resolve('cloud://y');
    await settle();
    expect(deleted).toEqual(['cloud://x', 'cloud://y']);
    expect(uploads).toHaveLength(2);
    expect(cloud.calls).toHaveLength(1);
    expect(store.getState().uploads).toEqual([]);
  });

  it('a photo that gets into the album all the same is not shown', async () => {
    await opened(['a'], null);
    void store.add(['x.jpg']);
    await settle();
    last(uploads).resolve('cloud://x');
    await settle();
    store.reset();
    await cloud.answer(1, photo('x', { state: 'pending', mine: true }));
    expect(shown()).toBeUndefined();
    expect(deleted).toEqual([]);
  });
});
