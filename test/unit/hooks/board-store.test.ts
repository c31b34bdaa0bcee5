import { createBoardStore, type BoardStore } from '../../../src/hooks/useGroup/board-store';
import { boardWith } from './boards';
import { Cloud } from './cloud-script';
import { settle } from './pending';

const group = 'group-weekend';
let cloud: Cloud;
let time: number;
let left: string[];
let store: BoardStore;

beforeEach(() => {
  cloud = new Cloud();
  time = Date.parse('2026-11-20T12:00:00+08:00');
  left = [];
  store = createBoardStore(group, {
    callFunction: cloud.callFunction,
    left: (group) => left.push(group),
    now: () => time,
  });
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

  it('load reads a board that seems to come from the future: the clock was set back', async () => {
    store.receive(boardWith());
    time -= 3_600_000;
    void store.load();
    expect(cloud.routes).toEqual(['board']);
    await cloud.answer(0, boardWith());
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

  it('goes on as whom I am now where another phone has left and come back: turns begin anew there', async () => {
    const back = boardWith({ turn: 0, members: ['ann-0002', 'bo-00001', 'cy-00001'] });
    store.receive(boardWith());
    void store.setVisible(false);
    await settle();
    await cloud.answer(0, back);
    await cloud.answer(1, { ...back, visible: false, turn: 1 });
    expect(cloud.calls.map(({ input }) => [input['member'], input['turn']])).toEqual([
      ['ann-0001', 0],
      ['ann-0002', 0],
    ]);
    expect(board()).toMatchObject({ status: 'success', data: { visible: false, turn: 1 } });
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

  it('is done again by a retry, in the same turn', async () => {
    store.receive(boardWith({ turn: 3 }));
    void store.setVisible(false);
    await settle();
    await cloud.fail(0, 'network');
    const again = store.retry();
    await settle();
    await cloud.answer(1, boardWith({ visible: false, turn: 4 }));
    await expect(again).resolves.toBe(false);
    expect(cloud.calls.map(({ route, input }) => [route, input['visible'], input['turn']])).toEqual([
      ['setVisible', false, 3],
      ['setVisible', false, 3],
    ]);
    void store.retry();
    expect(cloud.routes[2]).toBe('board');
  });

  it.each([
    ['left', () => store.leave()],
    ['forgotten', () => void store.reset()],
  ])('answered after the group was %s brings nothing of its board back', async (_, end) => {
    store.receive(boardWith());
    void store.setVisible(false);
    await settle();
    void end();
    const leave = cloud.routes.indexOf('leave');
    if (leave > 0) await cloud.answer(leave, { member: null });
    await cloud.answer(0, boardWith({ visible: false }));
    void store.refresh();
    await cloud.fail(cloud.calls.length - 1, 'network');
    expect(board()).toEqual({ status: 'error', error: expect.objectContaining({ code: 'network' }) as unknown });
  });

  it('is not undone by a board that an entry asked for before', async () => {
    store.receive(boardWith());
    void store.setVisible(false);
    await settle();
    store.receive(boardWith({ nicknames: ['old', 'old', 'old'] }));
    expect(board()).toMatchObject({ status: 'pending', data: { visible: false } });
    await cloud.answer(0, boardWith({ visible: false, turn: 1 }));
    store.receive(boardWith());
    expect(board()).toMatchObject({ status: 'success', data: { visible: false, turn: 1 } });
    // Somebody who came back as another member begins anew.
    const members = ['ann-0002', 'bo-00001', 'cy-00001'];
    store.receive(boardWith({ members }));
    expect(board()).toMatchObject({ status: 'success', data: { visible: true, turn: 0, members } });
  });

  it('that waits is not sent once the group is forgotten', async () => {
    store.receive(boardWith());
    void store.setVisible(false);
    void store.setVisible(true);
    await settle();
    store.reset();
    await cloud.answer(0, boardWith({ visible: false }));
    expect(cloud.routes).toEqual(['setVisible']);
    expect(board()).toEqual({ status: 'idle' });
  });

  it('asks nothing where nothing changes, or there is no board', async () => {
    await store.setVisible(false);
    store.receive(boardWith());
    await store.setVisible(true);
    expect(cloud.routes).toEqual([]);
  });
});
