import { OpenDataError } from '../../../src/wechat/open-data-error';
import { albumWith, photo, type AlbumWorld } from './albums';
import { last, settle } from './pending';

let { cloud, store, uploads, deleted, shown, opened }: AlbumWorld = fresh();
beforeEach(() => {
  ({ cloud, store, uploads, deleted, shown, opened } = fresh());
});

function fresh(): AlbumWorld {
  return albumWith({ choose: () => Promise.resolve([]), now: Date.now });
}

const answer = (reply: unknown) => cloud.answer(cloud.calls.length - 1, reply);
const fail = (code: 'network' | 'photos-pending' | 'file-missing') => cloud.fail(cloud.calls.length - 1, code);

/** An upload that is in the cloud; whether it is in the album nobody heard. */
async function failed(): Promise<void> {
  void store.add(['x.jpg']);
  await settle();
  last(uploads).resolve('cloud://x');
  await settle();
  await fail('network');
}

describe('putting a failed upload away', () => {
  it('one that is on its way stays; one that never got to the cloud is gone at once', async () => {
    void store.add(['x.jpg']);
    await settle();
    await store.dismiss(1);
    expect(store.getState().uploads).toHaveLength(1);
    last(uploads).reject(new OpenDataError('network', 'no line'));
    await settle();
    await store.dismiss(1);
    expect(store.getState().uploads).toEqual([]);
    expect(cloud.calls).toEqual([]);
  });

  it('takes it out of the album, where it may have got to although the answer was lost', async () => {
    await opened(['a'], null);
    await failed();
    const done = store.dismiss(1);
    expect(store.getState().uploads).toMatchObject([{ status: 'uploading', percent: 100 }]);
    expect(last(cloud.calls)).toMatchObject({ route: 'add', input: { fileID: 'cloud://x' } });
    await answer(photo('x', { state: 'pending', mine: true }));
    expect(last(cloud.calls)).toMatchObject({ route: 'remove', input: { photo: 'x' } });
    expect(store.getState().uploads).toHaveLength(1);
    await answer({});
    await done;
    expect(store.getState().uploads).toEqual([]);
    expect(shown()).toEqual(['a']);
    expect(deleted).toEqual(['cloud://x']);
  });

  it.each(['file-missing', 'photos-pending'] as const)(
    'is done where the album says that it has it not: %s',
    async (code) => {
      await failed();
      const done = store.dismiss(1);
      await fail(code);
      await done;
      expect(cloud.routes).toEqual(['add', 'add']);
      expect(store.getState().uploads).toEqual([]);
      expect(deleted).toEqual(['cloud://x']);
    },
  );

  it.each([0, 1])(
    'is not done, and not said to be, where call %i of the two fails; it can be done again',
    async (which) => {
      await failed();
      void store.dismiss(1);
      if (which === 1) await answer(photo('x', { state: 'pending', mine: true }));
      await fail('network');
      expect(store.getState().uploads).toMatchObject([{ status: 'failed', error: { code: 'network' } }]);
      expect(deleted).toEqual([]);
      const done = store.dismiss(1);
      await answer(photo('x', { state: 'pending', mine: true }));
      await answer({});
      await done;
      expect(store.getState().uploads).toEqual([]);
      expect(cloud.routes.at(-1)).toBe('remove');
    },
  );

  it('leaves a photo alone that was in sight beside it', async () => {
    await failed();
    await opened(['x', 'a'], null);
    const done = store.dismiss(1);
    await answer(photo('x', { mine: true }));
    await done;
    expect(cloud.routes).toEqual(['add', 'page', 'add']);
    expect(store.getState().uploads).toEqual([]);
    expect(shown()).toEqual(['x', 'a']);
  });

  it('leaves no file behind where the album is forgotten meanwhile', async () => {
    await failed();
    const done = store.dismiss(1);
    store.reset();
    await fail('network');
    await done;
    expect(deleted).toEqual(['cloud://x']);
    expect(store.getState().uploads).toEqual([]);
  });
});
