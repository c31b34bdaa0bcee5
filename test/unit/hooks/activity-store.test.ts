import { openActivity, type ActivityWorld } from './activity-world';
import { activityId, cardWith, noon, seated, walkWith } from './walks';

let time: number;
let cloud: ActivityWorld['cloud'];
let store: ActivityWorld['store'];
let mine: ActivityWorld['mine'];
let phoneMissing: ActivityWorld['phoneMissing'];
let walk: ActivityWorld['walk'];
let seat: ActivityWorld['seat'];

beforeEach(() => {
  time = noon;
  ({ cloud, store, mine, phoneMissing, walk, seat } = openActivity(() => time));
});
afterEach(() => jest.restoreAllMocks());

describe('load', () => {
  it('reads the walk and a card at once, and shares both with whoever asks meanwhile', async () => {
    void store.load();
    void store.load();
    void store.refresh();
    expect(cloud.routes).toEqual(['detail', 'card']);
    expect(walk()).toEqual({ status: 'pending' });
    await cloud.answer(0, walkWith());
    expect(walk()).toEqual({ status: 'success', data: walkWith(), updatedAt: time });
    expect(store.getState().updatable).toBeNull();
    await cloud.answer(1, cardWith());
    expect(store.getState().updatable).toMatchObject({ activityId: 'wechat-1', templateId: 'template' });
    await store.load();
    expect(cloud.calls).toHaveLength(2);
    time += 5_000;
    void store.load();
    expect(cloud.routes).toEqual(['detail', 'card', 'detail']);
  });

  it('keeps the walk on the screen where it fails, and takes it off where it is gone', async () => {
    store.receive(walkWith());
    void store.refresh();
    await cloud.fail(0, 'network');
    expect(walk()).toMatchObject({ status: 'error', error: { code: 'network' }, data: walkWith() });
    void store.retry();
    await cloud.fail(1, 'activity-missing');
    expect(walk()).toEqual({
      status: 'error',
      error: expect.objectContaining({ code: 'activity-missing' }) as unknown,
    });
  });

  it('asks nothing before the walk is known', async () => {
    const none = openActivity(() => time, '');
    await none.store.load();
    expect(none.cloud.routes).toEqual([]);
  });

  it('does not let a late answer overwrite what came since', async () => {
    void store.refresh();
    store.receive(walkWith({ members: 20 }));
    await cloud.answer(0, walkWith());
    expect(walk()).toMatchObject({ status: 'success', data: { members: 20 } });
  });
});

describe('join', () => {
  beforeEach(() => store.receive(walkWith()));

  it('is on the screen at once, then as the cloud says, names after it', async () => {
    void store.join();
    expect(store.getState().changing).toBe('join');
    expect(walk()).toMatchObject({ status: 'pending', data: { members: 13, seat: seated } });
    expect(cloud.calls).toMatchObject([{ route: 'join', input: { activity: activityId, turn: 3 } }]);
    await cloud.answer(0, walkWith({ members: 14, seat: seated, turn: 4 }));
    expect(store.getState().changing).toBeUndefined();
    expect(walk()).toMatchObject({ data: { members: 14, seat: seated } });
    expect(mine).toHaveBeenCalled();
    expect(cloud.routes).toEqual(['join', 'detail']);
    const roster = [{ nickname: 'Ann', phone: null, waiting: false }];
    await cloud.answer(1, walkWith({ members: 14, seat: seated, turn: 4, roster }));
    expect(walk()).toMatchObject({ status: 'success', data: { roster } });
  });

  it('shows the place in the waiting list where none is left', async () => {
    store.receive(walkWith({ members: 30, waiting: 3 }));
    void store.join();
    expect(walk()).toMatchObject({ data: { members: 30, waiting: 4, seat: { status: 'waiting', ahead: 3 } } });
    await cloud.answer(0, walkWith({ members: 30, waiting: 6, seat: { status: 'waiting', ahead: 5 }, turn: 4 }));
    expect(seat()).toEqual({ status: 'waiting', ahead: 5 });
  });

  it('is sent once by a double tap; meanwhile nothing else is changed or read', async () => {
    void store.join();
    void store.join();
    void store.leave();
    void store.start();
    void store.refresh();
    expect(cloud.routes).toEqual(['join']);
    await cloud.answer(0, walkWith({ seat: seated, turn: 4 }));
    expect(seat()).toEqual(seated);
  });

  it('does not hear a reading that began before it', async () => {
    void store.refresh();
    void store.join();
    await cloud.answer(0, walkWith());
    expect(walk()).toMatchObject({ status: 'pending', data: { seat: seated } });
    await cloud.answer(1, walkWith({ seat: seated, turn: 4 }));
    expect(seat()).toEqual(seated);
  });

  it.each(['activity-full', 'activity-closed', 'phone-needed'] as const)(
    '%s: says so, over what is true now',
    async (code) => {
      void store.join();
      await cloud.fail(0, code);
      expect(cloud.routes).toEqual(['join', 'detail']);
      const now = walkWith({ members: 30, waiting: 50 });
      await cloud.answer(1, now);
      expect(walk()).toMatchObject({ status: 'error', error: { code }, data: now });
      expect(store.getState().changing).toBeUndefined();
      expect(phoneMissing).toHaveBeenCalledTimes(code === 'phone-needed' ? 1 : 0);
    },
  );

  it('takes the walk off the screen where it is gone', async () => {
    void store.join();
    await cloud.fail(0, 'activity-missing');
    expect(walk()).toMatchObject({ status: 'error' });
    expect(walk()).not.toHaveProperty('data');
    expect(cloud.routes).toEqual(['join']);
  });

  it('whose answer got lost is found to be done', async () => {
    void store.join();
    await cloud.fail(0, 'timeout');
    await cloud.answer(1, walkWith({ members: 13, seat: seated, turn: 4 }));
    expect(cloud.routes).toEqual(['join', 'detail', 'detail']);
    await cloud.answer(2, walkWith({ members: 13, seat: seated, turn: 4, roster: [] }));
    expect(walk()).toMatchObject({ status: 'success', data: { members: 13, seat: seated } });
  });

  it('without a connection goes back, and is tried again in the same turn', async () => {
    void store.join();
    await cloud.fail(0, 'network');
    await cloud.fail(1, 'network');
    expect(walk()).toMatchObject({ status: 'error', error: { code: 'network' }, data: walkWith() });
    void store.retry();
    expect(walk()).toMatchObject({ status: 'pending', data: { seat: seated } });
    expect(cloud.calls[2]).toMatchObject({ route: 'join', input: { turn: 3 } });
    await cloud.answer(2, walkWith({ members: 13, seat: seated, turn: 4 }));
    expect(walk()).toMatchObject({ data: { members: 13, seat: seated } });
  });

  it('tried again after the person has left elsewhere does not bring them back', async () => {
    void store.join();
    await cloud.fail(0, 'network');
    await cloud.fail(1, 'network');
    void store.retry();
    await cloud.answer(2, walkWith({ turn: 5 }));
    expect(walk()).toMatchObject({ status: 'success', data: { seat: { status: 'none' } } });
    expect(cloud.routes).toEqual(['join', 'detail', 'join']);
  });

  it('tried again where the look says that they have left elsewhere does not either', async () => {
    void store.join();
    await cloud.fail(0, 'network');
    await cloud.answer(1, walkWith({ turn: 5 }));
    void store.retry();
    expect(cloud.calls[2]).toMatchObject({ route: 'join', input: { turn: 3 } });
    await cloud.answer(2, walkWith({ turn: 5 }));
    expect(cloud.routes).toEqual(['join', 'detail', 'join']);
  });

  it('a reading that fails since then is what a retry repeats', async () => {
    void store.join();
    await cloud.fail(0, 'network');
    await cloud.fail(1, 'network');
    void store.refresh();
    await cloud.fail(2, 'network');
    void store.retry();
    expect(cloud.routes).toEqual(['join', 'detail', 'detail', 'detail']);
  });

  it('with a turn that another phone has used is sent once more, in the turn that it is now', async () => {
    void store.join();
    await cloud.answer(0, walkWith({ turn: 5 }));
    expect(cloud.calls[1]).toMatchObject({ route: 'join', input: { turn: 5 } });
    await cloud.answer(1, walkWith({ seat: seated, turn: 6 }));
    expect(seat()).toEqual(seated);
  });

  it('that got lost in that turn is tried again in it, not in the one before', async () => {
    void store.join();
    await cloud.answer(0, walkWith({ turn: 5 }));
    await cloud.fail(1, 'network');
    await cloud.fail(2, 'network');
    expect(walk()).toMatchObject({ status: 'error', error: { code: 'network' } });
    void store.retry();
    expect(cloud.calls[3]).toMatchObject({ route: 'join', input: { turn: 5 } });
    await cloud.answer(3, walkWith({ seat: seated, turn: 6 }));
    expect(seat()).toEqual(seated);
  });

  it('does nothing where the person has a place, or nothing is known', async () => {
    store.receive(walkWith({ seat: seated }));
    await store.join();
    store.reset();
    await store.join();
    await store.leave();
    expect(cloud.routes).toEqual([]);
  });
});

describe('leave', () => {
  it('frees the place, or gives it to who waits', async () => {
    store.receive(walkWith({ seat: seated }));
    void store.leave();
    expect(walk()).toMatchObject({ data: { members: 11, seat: { status: 'none' } } });
    await cloud.answer(0, walkWith({ members: 11, turn: 4 }));
    expect(cloud.routes).toEqual(['leave']);
    store.receive(walkWith({ members: 30, waiting: 2, seat: seated }));
    void store.leave();
    expect(walk()).toMatchObject({ data: { members: 30, waiting: 1, seat: { status: 'none' } } });
  });

  it('takes the names off the screen', async () => {
    store.receive(walkWith({ seat: seated, roster: [{ nickname: 'Ann', phone: null, waiting: false }] }));
    void store.leave();
    await cloud.answer(0, walkWith({ turn: 4 }));
    expect(walk()).toMatchObject({ data: { roster: null } });
  });

  it('is undone on the screen where the walk has closed', async () => {
    store.receive(walkWith({ seat: seated }));
    void store.leave();
    await cloud.fail(0, 'activity-closed');
    await cloud.answer(1, walkWith({ seat: seated, state: 'started' }));
    expect(walk()).toMatchObject({ status: 'error', data: { seat: seated, state: 'started' } });
  });
});
