import { createBoardStore, type BoardStore } from '../../../src/hooks/useGroup/board-store';
import { boardWith } from './boards';
import { Cloud } from './cloud-script';

const group = 'group-weekend';
let cloud: Cloud;
let time: number;
let store: BoardStore;

beforeEach(() => {
  cloud = new Cloud();
  time = Date.parse('2026-11-20T12:00:00+08:00');
  store = createBoardStore(group, {
    callFunction: cloud.callFunction,
    left: () => undefined,
    now: () => time,
  });
});

describe('showAvatars', () => {
  const members = (from: number, to: number) => Array.from({ length: to - from }, (_, index) => `m${from + index}`);
  const asked = () => cloud.calls.map(({ input }) => input['members'] as string[]);

  it('asks for 30 at once, each once', async () => {
    void store.showAvatars(members(0, 40));
    void store.showAvatars(members(20, 50));
    expect(asked()).toEqual([members(0, 30), members(30, 40), members(40, 50)]);
    await cloud.answer(1, { urls: members(30, 40).map((name) => (name === 'm31' ? null : `https://${name}`)) });
    await store.showAvatars(members(30, 40));
    expect(cloud.calls).toHaveLength(3);
    expect(store.getState().avatars).toMatchObject({ m30: 'https://m30', m31: null });
  });

  it('asks again shortly before the URLs expire', async () => {
    void store.showAvatars(['m1']);
    await cloud.answer(0, { urls: ['https://one'] });
    time += 109 * 60_000;
    void store.showAvatars(['m1']);
    expect(cloud.calls).toHaveLength(1);
    time += 2 * 60_000;
    void store.showAvatars(['m1']);
    expect(store.getState().avatars).toEqual({ m1: 'https://one' });
    await cloud.answer(1, { urls: ['https://two'] });
    expect(store.getState().avatars).toEqual({ m1: 'https://two' });
  });

  it('asks again for those that could not be read', async () => {
    const warn = jest.spyOn(console, 'warn').mockImplementation(() => undefined);
    void store.showAvatars(['m1']);
    await cloud.fail(0, 'network');
    void store.showAvatars(['m1']);
    expect(cloud.calls).toHaveLength(2);
    expect(warn).toHaveBeenCalledTimes(1);
    warn.mockRestore();
  });

  it('asks anew once the board was read anew; what is there stays until then', async () => {
    store.receive(boardWith());
    void store.showAvatars(['m1']);
    await cloud.answer(0, { urls: ['https://one'] });
    void store.refresh();
    await store.showAvatars(['m1']);
    expect(cloud.routes).toEqual(['avatars', 'board']);
    await cloud.answer(1, boardWith());
    void store.showAvatars(['m1']);
    void store.showAvatars(['m1']);
    expect(cloud.routes).toEqual(['avatars', 'board', 'avatars']);
    expect(store.getState().avatars).toEqual({ m1: 'https://one' });
    await cloud.answer(2, { urls: ['https://two'] });
    expect(store.getState().avatars).toEqual({ m1: 'https://two' });
  });

  it('on their way while the board is read anew are asked for again once they come', async () => {
    store.receive(boardWith());
    void store.showAvatars(['m1']);
    void store.refresh();
    await cloud.answer(1, boardWith());
    void store.showAvatars(['m1']);
    expect(cloud.routes).toEqual(['avatars', 'board']);
    await cloud.answer(0, { urls: ['https://one'] });
    expect(store.getState().avatars).toEqual({ m1: 'https://one' });
    expect(cloud.routes).toEqual(['avatars', 'board', 'avatars']);
    await cloud.answer(2, { urls: ['https://two'] });
    expect(store.getState().avatars).toEqual({ m1: 'https://two' });
    void store.showAvatars(['m1']);
    expect(cloud.routes).toHaveLength(3);
  });

  it('does not ask again for those on their way, nor for anybody after a board that did not come', async () => {
    store.receive(boardWith());
    void store.showAvatars(['m1']);
    void store.showAvatars(['m1']);
    await cloud.answer(0, { urls: ['https://one'] });
    void store.refresh();
    await cloud.fail(1, 'network');
    void store.showAvatars(['m1']);
    expect(cloud.routes).toEqual(['avatars', 'board']);
    expect(store.getState().avatars).toEqual({ m1: 'https://one' });
  });

  it('of a person who was forgotten meanwhile show nothing', async () => {
    void store.showAvatars(['m1']);
    store.reset();
    await cloud.answer(0, { urls: ['https://one'] });
    expect(store.getState()).toEqual({ board: { status: 'idle' }, avatars: {}, leaving: false });
  });
});
