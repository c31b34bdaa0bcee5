import { createBoardStore, type BoardStore } from '../../../src/hooks/useGroup/board-store';
import { boardWith } from './boards';
import { Cloud } from './cloud-script';

const group = 'group-weekend';
const gone = { member: null };
let cloud: Cloud;
let left: string[];
let store: BoardStore;

beforeEach(() => {
  cloud = new Cloud();
  left = [];
  store = createBoardStore(group, {
    callFunction: cloud.callFunction,
    left: (group) => left.push(group),
    now: Date.now,
  });
});

const board = () => store.getState().board;

describe('leave', () => {
  it('forgets the board, and says that the group was left', async () => {
    store.receive(boardWith());
    const done = store.leave();
    expect(board().status).toBe('pending');
    expect(cloud.calls[0]).toMatchObject({ route: 'leave', input: { group, member: 'ann-0001' } });
    await cloud.answer(0, gone);
    await expect(done).resolves.toBe(true);
    expect(board()).toEqual({ status: 'idle' });
    expect(left).toEqual([group]);
  });

  it('first looks who I am there', async () => {
    const done = store.leave();
    await cloud.answer(0, boardWith());
    await cloud.answer(1, gone);
    await expect(done).resolves.toBe(true);
    expect(cloud.routes).toEqual(['board', 'leave']);
  });

  it('says so where the cloud did not do it', async () => {
    store.receive(boardWith());
    const done = store.leave();
    await cloud.fail(0, 'cloud-error');
    await expect(done).resolves.toBe(false);
    expect(board()).toMatchObject({ status: 'error', data: boardWith() });
    expect(store.getState().leaving).toBe(true);
  });

  it('says so too where the board was asked for meanwhile, which waits', async () => {
    store.receive(boardWith());
    void store.leave();
    void store.refresh();
    void store.setVisible(false);
    expect(cloud.routes).toEqual(['leave']);
    await cloud.fail(0, 'cloud-error');
    expect(board()).toMatchObject({ status: 'error', error: { code: 'cloud-error' }, data: boardWith() });
    void store.refresh();
    expect(cloud.routes).toEqual(['leave', 'board']);
  });

  it('is one call, however often it is tapped', async () => {
    store.receive(boardWith());
    const both = Promise.all([store.leave(), store.leave()]);
    await cloud.answer(0, gone);
    await expect(both).resolves.toEqual([true, true]);
    expect(cloud.routes).toEqual(['leave']);
  });
});

describe('leaving after another phone of mine has left and come back', () => {
  const other = { member: 'ann-0002' };
  const leaves = () => cloud.calls.map(({ input }) => input['member']);
  let done: Promise<boolean>;
  beforeEach(async () => {
    store.receive(boardWith());
    done = store.leave();
    await cloud.answer(0, other);
  });

  it('leaves as whom I am there now, and says that I left only then', async () => {
    expect(leaves()).toEqual(['ann-0001', 'ann-0002']);
    expect(left).toEqual([]);
    await cloud.answer(1, gone);
    await expect(done).resolves.toBe(true);
    expect(left).toEqual([group]);
    expect(board()).toEqual({ status: 'idle' });
  });

  it('is finished by a retry as the same one, where that failed', async () => {
    await cloud.fail(1, 'network');
    await expect(done).resolves.toBe(false);
    expect(store.getState()).toMatchObject({ board: { status: 'error' }, leaving: true });
    void store.retry();
    expect(leaves()).toEqual(['ann-0001', 'ann-0002', 'ann-0002']);
  });

  it('takes nobody out who has come back by a card on this phone meanwhile', async () => {
    store.receive(boardWith({ members: ['ann-0003', 'bo-00001', 'cy-00001'] }));
    await cloud.answer(1, { member: 'ann-0003' });
    await expect(done).resolves.toBe(false);
    expect(cloud.calls).toHaveLength(2);
    expect(board()).toMatchObject({ status: 'success' });
    expect(left).toEqual([]);
  });
});

describe('leaving that failed halfway', () => {
  const member = 'ann-0001';
  const leaves = () => cloud.calls.filter(({ route }) => route === 'leave').map(({ input }) => input['member']);

  beforeEach(async () => {
    store.receive(boardWith());
    void store.leave();
    await cloud.fail(0, 'cloud-error');
  });

  it('is finished by a retry', async () => {
    const done = store.retry();
    await cloud.answer(1, gone);
    await expect(done).resolves.toBe(true);
    expect(leaves()).toEqual([member, member]);
    expect(board()).toEqual({ status: 'idle' });
  });

  it.each(['retry', 'leave'] as const)('is finished by %s where the board is no longer shown to me', async (how) => {
    void store.refresh();
    await cloud.fail(1, 'not-a-member');
    expect(store.getState()).toMatchObject({ board: { status: 'error' }, leaving: true });
    const done = store[how]();
    expect(leaves()).toEqual([member, member]);
    await cloud.answer(2, gone);
    await expect(done).resolves.toBe(true);
    expect(store.getState().leaving).toBe(false);
  });

  it('is not what a retry does once the board was read again', async () => {
    void store.refresh();
    await cloud.answer(1, boardWith());
    expect(store.getState().leaving).toBe(false);
    void store.refresh();
    await cloud.fail(2, 'network');
    void store.retry();
    expect(cloud.routes).toEqual(['leave', 'board', 'board', 'board']);
  });

  it('does not take out who has come back by a card since', async () => {
    store.receive(boardWith({ members: ['ann-0002', 'bo-00001', 'cy-00001'] }));
    void store.refresh();
    await cloud.fail(1, 'not-a-member');
    expect(store.getState().leaving).toBe(false);
    void store.retry();
    expect(cloud.routes).toEqual(['leave', 'board', 'board']);
  });

  it('is forgotten with everything else', async () => {
    store.reset();
    void store.refresh();
    await cloud.fail(1, 'not-a-member');
    expect(store.getState().leaving).toBe(false);
  });
});
