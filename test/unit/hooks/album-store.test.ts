import type { AlbumStore } from '../../../src/hooks/useAlbum/store';
import { OpenDataError } from '../../../src/wechat/open-data-error';
import { albumWith, group, photo, photos, type AlbumWorld } from './albums';
import type { Cloud } from './cloud-script';
import { last, settle } from './pending';

let cloud: Cloud;
let time: number;
let chosen: () => Promise<readonly string[]>;
let uploads: AlbumWorld['uploads'];
let deleted: string[];
let previewed: AlbumWorld['previewed'];
let store: AlbumStore;
let shown: AlbumWorld['shown'];
let opened: AlbumWorld['opened'];

beforeEach(() => {
  time = Date.parse('2026-11-20T12:00:00+08:00');
  chosen = () => Promise.resolve([]);
  const world = albumWith({ choose: () => chosen(), now: () => time });
  ({ cloud, store, uploads, deleted, previewed, shown, opened } = world);
});

describe('pages', () => {
  it('come one after the other, by the cursor, until the end', async () => {
    await opened(['f', 'e'], 'cursor-1');
    expect(store.getState()).toMatchObject({ photos: { status: 'success' }, hasMore: true });
    void store.more();
    void store.more();
    expect(cloud.calls.map(({ input }) => input['cursor'])).toEqual([null, 'cursor-1']);
    await cloud.answer(1, { photos: photos('e', 'd'), next: null });
    expect(shown()).toEqual(['f', 'e', 'd']);
    expect(store.getState().hasMore).toBe(false);
    await store.more();
    expect(cloud.calls).toHaveLength(2);
  });

  it('the newest is read again when the page is shown; older ones stay where they join on', async () => {
    await opened(['f', 'e'], 'cursor-1');
    void store.more();
    await cloud.answer(1, { photos: photos('d', 'c'), next: 'cursor-2' });
    await opened(['g', 'f', 'e'], 'cursor-9');
    expect(shown()).toEqual(['g', 'f', 'e', 'd', 'c']);
    void store.more();
    expect(last(cloud.calls).input['cursor']).toBe('cursor-2');
  });

  it('pulling down begins it anew: what came and went among the older ones shows when they are read again', async () => {
    await opened(['f', 'e'], 'cursor-1');
    void store.more();
    await cloud.answer(1, { photos: photos('d', 'c'), next: null });
    void store.refresh();
    expect(shown()).toEqual(['f', 'e', 'd', 'c']);
    await cloud.fail(2, 'network');
    expect(shown()).toEqual(['f', 'e', 'd', 'c']);
    await opened(['f', 'e'], 'cursor-1');
    expect(shown()).toEqual(['f', 'e']);
    void store.more();
    await cloud.answer(4, { photos: photos('late', 'c'), next: 'cursor-2' });
    await opened(['g', 'f', 'e'], 'cursor-1');
    expect(shown()).toEqual(['g', 'f', 'e', 'late', 'c']);
  });

  it('a photo that WeChat refused, or its author deleted, is gone', async () => {
    await opened(['f', 'e', 'd'], 'cursor-1');
    await opened(['f', 'd'], 'cursor-1');
    expect(shown()).toEqual(['f', 'd']);
    await opened(['f'], null);
    expect(shown()).toEqual(['f']);
  });

  it('where nothing joins on, or URLs have expired, it begins anew', async () => {
    await opened(['b', 'a'], 'cursor-1');
    void store.more();
    await cloud.answer(1, { photos: photos('0'), next: null });
    await opened(['z', 'y'], 'cursor-5');
    expect(shown()).toEqual(['z', 'y']);
    void store.more();
    await cloud.answer(3, { photos: photos('x'), next: null });
    time += 2 * 3_600_000;
    await opened(['z', 'y'], 'cursor-6');
    expect(shown()).toEqual(['z', 'y']);
    expect(store.getState().hasMore).toBe(true);
  });

  it('an older one that has a photo which WeChat has passed meanwhile puts it in its place', async () => {
    void store.load();
    await cloud.answer(0, { photos: [photo('b', { state: 'pending', mine: true }), photo('d')], next: 'cursor-1' });
    void store.more();
    await cloud.answer(1, { photos: [photo('c'), photo('b', { mine: true }), photo('a')], next: null });
    expect(shown()).toEqual(['d', 'c', 'b', 'a']);
    expect(store.getState().photos).toMatchObject({ data: Array(4).fill({ state: 'passed' }) });
  });

  it('that come late do not overwrite newer ones', async () => {
    await opened(['b', 'a'], 'cursor-1');
    void store.more();
    void store.load();
    await cloud.answer(2, { photos: photos('c'), next: null });
    await cloud.answer(1, { photos: photos('0'), next: null });
    expect(shown()).toEqual(['c']);
  });

  it('show the verdict that has come meanwhile', async () => {
    void store.load();
    await cloud.answer(0, { photos: [photo('a', { state: 'pending', mine: true })], next: null });
    void store.load();
    await cloud.answer(1, { photos: [photo('a', { mine: true })], next: null });
    expect(store.getState().photos).toMatchObject({ data: [{ photo: 'a', state: 'passed' }] });
  });

  it('keep what was there when they cannot be read, but not for who is no member any more', async () => {
    await opened(['a'], null);
    void store.load();
    await cloud.fail(1, 'network');
    expect(store.getState().photos).toMatchObject({ status: 'error', data: [{ photo: 'a' }] });
    void store.load();
    await cloud.fail(2, 'not-a-member');
    expect(store.getState().photos).toMatchObject({ status: 'error', error: { code: 'not-a-member' } });
    expect(shown()).toBeUndefined();
  });
});

describe('adding', () => {
  it('uploads one after the other, says how far each is, and shows the photo as pending', async () => {
    await opened(['a'], null);
    void store.add(['x.jpg', 'y.jpg']);
    await settle();
    expect(uploads.map(({ path }) => path)).toEqual(['x.jpg']);
    last(uploads).onProgress(47);
    expect(store.getState().uploads).toEqual([
      { id: 1, path: 'x.jpg', status: 'uploading', percent: 40 },
      { id: 2, path: 'y.jpg', status: 'uploading', percent: 0 },
    ]);
    last(uploads).resolve('cloud://x');
    await settle();
    expect(last(cloud.calls)).toMatchObject({ route: 'add', input: { group, fileID: 'cloud://x' } });
    await cloud.answer(1, photo('x', { state: 'pending', mine: true }));
    expect(shown()).toEqual(['x', 'a']);
    expect(store.getState().uploads.map(({ path }) => path)).toEqual(['y.jpg']);
    expect(uploads.map(({ path }) => path)).toEqual(['x.jpg', 'y.jpg']);
  });

  it('tells progress in tens: each change is drawn', async () => {
    void store.add(['x.jpg']);
    await settle();
    let drawn = 0;
    store.subscribe(() => (drawn += 1));
    for (let percent = 0; percent <= 100; percent += 1) last(uploads).onProgress(percent);
    expect(drawn).toBe(10);
  });

  it('goes on after one that failed; a retry does not upload again what is uploaded', async () => {
    void store.add(['x.jpg', 'y.jpg']);
    await settle();
    last(uploads).resolve('cloud://x');
    await settle();
    await cloud.fail(0, 'network');
    expect(store.getState().uploads[0]).toMatchObject({ status: 'failed', error: { code: 'network' } });
    expect(deleted).toEqual([]);
    last(uploads).resolve('cloud://y');
    await settle();
    await cloud.answer(1, photo('y'));
    void store.retry(1);
    await settle();
    expect(store.getState().uploads).toMatchObject([{ status: 'uploading', percent: 100 }]);
    expect(uploads).toHaveLength(2);
    expect(last(cloud.calls).input['fileID']).toBe('cloud://x');
    await cloud.answer(2, photo('x'));
    expect(store.getState().uploads).toEqual([]);
  });

  it('deletes a file that the album refuses, and uploads it anew for a retry', async () => {
    void store.add(['x.jpg']);
    await settle();
    last(uploads).resolve('cloud://x');
    await settle();
    await cloud.fail(0, 'photo-unreadable');
    expect(deleted).toEqual(['cloud://x']);
    void store.retry(1);
    await settle();
    expect(uploads).toHaveLength(2);
  });

  it('is not undone by a page that was asked for before, and leaves no duplicate', async () => {
    await opened(['a'], null);
    void store.load();
    void store.add(['x.jpg']);
    await settle();
    last(uploads).resolve('cloud://x');
    await settle();
    await cloud.answer(2, photo('x'));
    await cloud.answer(1, { photos: photos('a'), next: null });
    expect(shown()).toEqual(['x', 'a']);
    await opened(['x', 'a'], null);
    expect(shown()).toEqual(['x', 'a']);
  });

  it('begins with choosing; who goes back adds nothing, and a refusal is said', async () => {
    await store.choose();
    expect(uploads).toEqual([]);
    chosen = () => Promise.reject(new OpenDataError('privacy-denied', 'no'));
    await store.choose();
    expect(store.getState().error).toMatchObject({ code: 'privacy-denied' });
    chosen = () => Promise.resolve(['x.jpg']);
    await store.choose();
    await settle();
    expect(store.getState().error).toBeUndefined();
    expect(uploads.map(({ path }) => path)).toEqual(['x.jpg']);
  });
});

describe('remove', () => {
  it('takes the photo away at once, also from an answer that still has it', async () => {
    await opened(['b', 'a'], null);
    void store.load();
    void store.remove('a');
    expect(shown()).toEqual(['b']);
    await cloud.answer(2, {});
    await cloud.answer(1, { photos: photos('b', 'a'), next: null });
    expect(shown()).toEqual(['b']);
  });

  it('puts it back to its place where the cloud did not delete it', async () => {
    await opened(['c', 'b', 'a'], null);
    void store.remove('b');
    await cloud.fail(1, 'network');
    expect(shown()).toEqual(['c', 'b', 'a']);
    expect(store.getState().error).toMatchObject({ code: 'network' });
    expect(store.getState().photos.status).toBe('success');
  });
});

describe('open', () => {
  it('shows the photo with its neighbours, 24 at most, without those that are gone', async () => {
    const ids = Array.from({ length: 60 }, (_, index) => `p${index}`);
    await opened(ids, null);
    void store.open('p30');
    const wanted = last(cloud.calls).input['photos'] as string[];
    expect(wanted).toEqual(ids.slice(18, 42));
    await cloud.answer(1, { urls: wanted.map((id) => (id === 'p31' ? null : `https://${id}`)) });
    expect(previewed).toHaveLength(1);
    expect(previewed[0]?.current).toBe('https://p30');
    expect(previewed[0]?.urls).toHaveLength(23);
  });

  it.each([
    ['p0', 0],
    ['p59', 36],
  ])('at the edge, %s, begins at %d', async (id, from) => {
    const ids = Array.from({ length: 60 }, (_, index) => `p${index}`);
    await opened(ids, null);
    void store.open(id);
    expect(last(cloud.calls).input['photos']).toEqual(ids.slice(from, from + 24));
  });

  it('says that a photo is gone, and reads the album again', async () => {
    await opened(['b', 'a'], null);
    void store.open('a');
    await cloud.answer(1, { urls: ['https://b', null] });
    expect(store.getState().error).toMatchObject({ code: 'photo-missing' });
    expect(previewed).toEqual([]);
    expect(last(cloud.calls).route).toBe('page');
  });

  it('takes what is gone out of the album, also among older ones', async () => {
    await opened(['f', 'e'], 'cursor-1');
    void store.more();
    await cloud.answer(1, { photos: photos('d', 'c'), next: 'cursor-2' });
    void store.open('e');
    await cloud.answer(2, { urls: ['https://f', 'https://e', null, 'https://c'] });
    expect(shown()).toEqual(['f', 'e', 'c']);
    await opened(['f', 'e'], 'cursor-1');
    expect(shown()).toEqual(['f', 'e', 'c']);
  });
});
