import { createBoardStore, type BoardStore } from '../../../src/hooks/useGroup/board-store';
import { createGroupsStore, type GroupsStore } from '../../../src/hooks/useGroup/groups-store';
import { boardWith } from './boards';
import { Cloud } from './cloud-script';
import { settle } from './pending';

const group = 'group-weekend';
let cloud: Cloud;
let time: number;
let groups: GroupsStore;
let store: BoardStore;

beforeEach(() => {
  cloud = new Cloud();
  time = Date.parse('2026-11-20T12:00:00+08:00');
  groups = createGroupsStore({ callFunction: cloud.callFunction, now: () => time });
  store = createBoardStore(group, { callFunction: cloud.callFunction, left: groups.forget, now: () => time });
});

const board = () => store.getState().board;
const visible = () => (board() as { data?: { visible: boolean } }).data?.visible;

describe('load and refresh', () => {
  it('share one fetch', async () => {
    void store.load();
    void store.refresh();
    void store.load();
    expect(board()).toEqual({ status: 'pending' });
    expect(cloud.calls).toMatchObject([{ route: 'board', input: { group } }]);
    await cloud.answer(0, boardWith());
    expect(board()).toEqual({ status: 'success', data: boardWith(), updatedAt: time });
  });

  it('load leaves a board alone that a card has just brought; a later one, and refresh, read it', async () => {
    store.receive(boardWith());
    await store.load();
    expect(cloud.routes).toEqual([]);
    void store.refresh();
    expect(cloud.routes).toEqual(['board']);
    await cloud.answer(0, boardWith());
    time += 5_000;
    void store.load();
    expect(cloud.routes).toEqual(['board', 'board']);
  });

  it('keep the board on the screen when they fail, and try again', async () => {
    store.receive(boardWith());
    void store.refresh();
    await cloud.fail(0, 'network');
    expect(board()).toMatchObject({ status: 'error', error: { code: 'network' }, data: boardWith() });
    void store.load();
    await cloud.answer(1, boardWith({ visible: false }));
    expect(board()).toMatchObject({ status: 'success', data: { visible: false } });
  });

  it('take the board off the screen of whoever is no member any more', async () => {
    store.receive(boardWith());
    void store.refresh();
    await cloud.fail(0, 'not-a-member');
    expect(board()).toEqual({ status: 'error', error: expect.objectContaining({ code: 'not-a-member' }) as unknown });
  });

  it('do not let a late answer overwrite a newer board', async () => {
    void store.refresh();
    store.receive(boardWith({ nicknames: ['new', 'new', 'new'] }));
    await cloud.answer(0, boardWith());
    expect(board()).toMatchObject({ status: 'success', data: { nicknames: ['new', 'new', 'new'] } });
  });

  it('ask nothing before the group is known', async () => {
    await createBoardStore('', { callFunction: cloud.callFunction, left: () => undefined, now: () => time }).load();
    expect(cloud.routes).toEqual([]);
  });
});

describe('setVisible', () => {
  it('shows at once what was chosen, and then what the cloud says', async () => {
    store.receive(boardWith());
    void store.setVisible(false);
    expect(board()).toMatchObject({ status: 'pending', data: { visible: false } });
    await settle();
    expect(cloud.calls).toMatchObject([{ route: 'setVisible', input: { group, visible: false } }]);
    await cloud.answer(0, boardWith({ visible: false }));
    expect(board()).toMatchObject({ status: 'success', data: { visible: false } });
  });

  it('goes back where the cloud did not take it', async () => {
    store.receive(boardWith());
    void store.setVisible(false);
    await settle();
    await cloud.fail(0, 'network');
    expect(board()).toMatchObject({ status: 'error', error: { code: 'network' }, data: { visible: true } });
  });

  it('sends two taps in their order, and ends with the last', async () => {
    store.receive(boardWith());
    void store.setVisible(false);
    void store.setVisible(true);
    await settle();
    expect(cloud.calls.map(({ input }) => input['visible'])).toEqual([false]);
    await cloud.answer(0, boardWith({ visible: false }));
    expect(visible()).toBe(true);
    expect(cloud.calls.map(({ input }) => input['visible'])).toEqual([false, true]);
    await cloud.fail(1, 'network');
    expect(visible()).toBe(false);
  });

  it('carries the turn of the newest answer, and goes on in a newer one where another phone was faster', async () => {
    store.receive(boardWith({ turn: 3 }));
    void store.setVisible(false);
    await settle();
    await cloud.answer(0, boardWith({ visible: true, turn: 5 }));
    await cloud.answer(1, boardWith({ visible: false, turn: 6 }));
    expect(cloud.calls.map(({ input }) => input['turn'])).toEqual([3, 5]);
    expect(board()).toMatchObject({ status: 'success', data: { visible: false, turn: 6 } });
  });

  it('sends the same turn again after an answer that got lost', async () => {
    store.receive(boardWith({ turn: 3 }));
    void store.setVisible(false);
    await settle();
    await cloud.fail(0, 'network');
    void store.setVisible(false);
    await settle();
    await cloud.answer(1, boardWith({ visible: false, turn: 4 }));
    expect(cloud.calls.map(({ input }) => input['turn'])).toEqual([3, 3]);
    expect(visible()).toBe(false);
  });

  it('waits for a refresh that began before, whose answer does not undo it', async () => {
    store.receive(boardWith());
    void store.refresh();
    void store.setVisible(false);
    await cloud.answer(0, boardWith());
    expect(visible()).toBe(false);
    expect(cloud.routes).toEqual(['board', 'setVisible']);
    void store.refresh();
    expect(cloud.routes).toHaveLength(2);
  });

  it('asks nothing where nothing changes, or there is no board', async () => {
    await store.setVisible(false);
    store.receive(boardWith());
    await store.setVisible(true);
    expect(cloud.routes).toEqual([]);
  });
});

describe('leave', () => {
  it('forgets the board and the group', async () => {
    void groups.load();
    await cloud.answer(0, {
      groups: [
        { group, visible: true },
        { group: 'group-office', visible: true },
      ],
    });
    store.receive(boardWith());
    const left = store.leave();
    expect(board().status).toBe('pending');
    expect(cloud.calls[1]).toMatchObject({ route: 'leave', input: { group, member: 'ann-0001' } });
    await cloud.answer(1, {});
    await expect(left).resolves.toBe(true);
    expect(board()).toEqual({ status: 'idle' });
    expect(groups.getState()).toMatchObject({ status: 'success', data: [{ group: 'group-office' }] });
  });

  it('first looks who I am there', async () => {
    const left = store.leave();
    await cloud.answer(0, boardWith());
    await cloud.answer(1, {});
    await expect(left).resolves.toBe(true);
    expect(cloud.routes).toEqual(['board', 'leave']);
  });

  it('says so where the cloud did not do it', async () => {
    store.receive(boardWith());
    const left = store.leave();
    await cloud.fail(0, 'cloud-error');
    await expect(left).resolves.toBe(false);
    expect(board()).toMatchObject({ status: 'error', data: boardWith() });
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

  it('of a person who was forgotten meanwhile show nothing', async () => {
    void store.showAvatars(['m1']);
    store.reset();
    await cloud.answer(0, { urls: ['https://one'] });
    expect(store.getState()).toEqual({ board: { status: 'idle' }, avatars: {} });
  });
});

describe('the groups', () => {
  it('are read once for all who ask', async () => {
    void groups.load();
    void groups.load();
    expect(cloud.routes).toEqual(['groups']);
    await cloud.answer(0, { groups: [{ group, visible: true }] });
    expect(groups.getState()).toEqual({ status: 'success', data: [{ group, visible: true }], updatedAt: time });
  });

  it('keep what was there when they cannot be read', async () => {
    void groups.load();
    await cloud.answer(0, { groups: [{ group, visible: true }] });
    void groups.load();
    await cloud.fail(1, 'network');
    expect(groups.getState()).toMatchObject({ status: 'error', data: [{ group }] });
  });

  it('do not come back by an answer from before a group was left', async () => {
    void groups.load();
    groups.forget(group);
    await cloud.answer(0, { groups: [{ group, visible: true }] });
    expect(groups.getState()).toEqual({ status: 'idle' });
    void groups.load();
    expect(cloud.routes).toEqual(['groups', 'groups']);
  });
});
