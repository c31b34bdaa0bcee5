import type { ActivityCard } from '../../../cloud/contract/contract';
import { openActivity, type ActivityWorld } from './activity-world';
import { settle } from './pending';
import { activityId, cardWith, hour, noon, seated, walkWith } from './walks';

let time: number;
let cloud: ActivityWorld['cloud'];
let store: ActivityWorld['store'];
let walk: ActivityWorld['walk'];
let seat: ActivityWorld['seat'];

beforeEach(() => {
  time = noon;
  ({ cloud, store, walk, seat } = openActivity(() => time));
});
afterEach(() => jest.restoreAllMocks());

describe('who has moved up', () => {
  const moved = walkWith({ seat: { status: 'seated', movedUp: true } });

  it('is told until the page is shown again', async () => {
    void store.load();
    await cloud.answer(0, moved);
    void store.refresh();
    await cloud.answer(2, walkWith({ seat: seated }));
    expect(seat()).toEqual({ status: 'seated', movedUp: true });
    time += 5_000;
    void store.load();
    await cloud.answer(3, walkWith({ seat: seated }));
    expect(seat()).toEqual(seated);
  });

  it('is told also where the answer that said so got lost', async () => {
    store.receive(walkWith({ seat: { status: 'waiting', ahead: 0 } }));
    void store.refresh();
    await cloud.answer(0, walkWith({ seat: seated }));
    expect(seat()).toEqual({ status: 'seated', movedUp: true });
  });
});

describe('start and cancel', () => {
  beforeEach(() => store.receive(walkWith({ organizer: true })));

  it('are not shown before the cloud has done it', async () => {
    void store.start();
    expect(walk()).toMatchObject({ status: 'pending', data: { state: 'open' } });
    void store.cancel();
    await cloud.answer(0, walkWith({ organizer: true, state: 'started' }));
    expect(cloud.routes).toEqual(['start']);
    expect(walk()).toMatchObject({ status: 'success', data: { state: 'started' } });
  });

  it('count as done where only the answer got lost', async () => {
    void store.start();
    await cloud.fail(0, 'network');
    await cloud.answer(1, walkWith({ organizer: true, state: 'started' }));
    expect(walk()).toMatchObject({ status: 'success', data: { state: 'started' } });
    void store.cancel();
    await cloud.fail(2, 'network');
    await cloud.answer(3, walkWith({ organizer: true, state: 'ended' }));
    expect(walk()).toMatchObject({ status: 'success', data: { state: 'ended' } });
  });

  it('say why not, over what is true now, and can be tried again', async () => {
    void store.cancel();
    await cloud.fail(0, 'network');
    await cloud.fail(1, 'network');
    expect(walk()).toMatchObject({ status: 'error', data: { state: 'open' } });
    void store.retry();
    await cloud.answer(2, walkWith({ organizer: true, state: 'cancelled' }));
    expect(cloud.routes).toEqual(['cancel', 'detail', 'cancel']);
    expect(walk()).toMatchObject({ status: 'success', data: { state: 'cancelled' } });
  });
});

describe('the card', () => {
  const ready = async (card: Partial<ActivityCard> = {}) => {
    store.receive(walkWith());
    void store.prepareCard();
    await cloud.answer(0, cardWith(card));
  };
  const count = () => store.getState().updatable?.parameters[0]?.value;

  it('says the newest counts, not those it was made with, and never guessed ones', async () => {
    await ready();
    void store.join();
    expect(count()).toBe('12');
    await cloud.answer(1, walkWith({ members: 20, seat: seated, turn: 4, rev: 21 }));
    expect(count()).toBe('20');
  });

  it('says what it was made with where that is newer than the walk that the phone knows', async () => {
    await ready({ rev: 25, parameters: [{ name: 'member_count', value: '15' }] });
    expect(count()).toBe('15');
    void store.refresh();
    await cloud.answer(1, walkWith({ members: 14, rev: 24 }));
    expect(count()).toBe('15');
    void store.refresh();
    await cloud.answer(2, walkWith({ members: 16, rev: 26 }));
    expect(count()).toBe('16');
  });

  it('is renewed when the cloud has a better one, and stays usable until that is there', async () => {
    await ready();
    time = noon + 4 * hour - 1;
    await store.prepareCard();
    expect(cloud.routes).toEqual(['card']);
    time += 1;
    void store.prepareCard();
    expect(cloud.routes).toEqual(['card', 'card']);
    expect(store.getState()).toMatchObject({ updatable: { activityId: 'wechat-1' }, cardUntil: noon + 24 * hour });
    await cloud.answer(1, cardWith({ activityId: 'wechat-2' }));
    expect(store.getState()).toMatchObject({ updatable: { activityId: 'wechat-2' }, cardUntil: time + 24 * hour });
  });

  it('is judged by what the cloud says is left of it, whatever the clock of the phone says', async () => {
    time = noon + 400 * 24 * hour;
    await ready();
    expect(store.getState().updatable).toMatchObject({ activityId: 'wechat-1' });
    await store.keepCard();
    expect(cloud.routes).toEqual(['card']);
    // Put right while the page is open: nobody knows how old it is.
    time = noon;
    void store.keepCard();
    expect(cloud.routes).toEqual(['card', 'card']);
    await cloud.answer(1, cardWith());
    expect(store.getState().updatable).toMatchObject({ activityId: 'wechat-1' });
  });

  it('that a page in front keeps is asked for twice a minute at most, whatever comes of it', async () => {
    await ready({ renewAfter: 0 });
    const keep = (ms: number) => {
      time += ms;
      void store.keepCard();
      return settle();
    };
    await keep(29_000);
    expect(cloud.routes).toEqual(['card']);
    await keep(1_000);
    await cloud.answer(1, cardWith({ renewAfter: 0 }));
    for (let second = 0; second < 29; second += 1) await keep(1_000);
    expect(cloud.routes).toEqual(['card', 'card']);
    await keep(1_000);
    await cloud.fail(2, 'network');
    for (let second = 0; second < 29; second += 1) await keep(1_000);
    expect(cloud.routes).toHaveLength(3);
    await keep(1_000);
    await cloud.answer(3, cardWith({ activityId: 'wechat-2' }));
    expect(store.getState().updatable).toMatchObject({ activityId: 'wechat-2' });
  });

  it('that expires while a page is in front, and cannot be renewed, is not shared any more', async () => {
    await ready();
    time += 4 * hour;
    void store.keepCard();
    await cloud.fail(1, 'network');
    expect(store.getState().updatable).toMatchObject({ activityId: 'wechat-1' });
    time += 20 * hour;
    void store.keepCard();
    expect(store.getState().updatable).toBeNull();
  });

  it('that expires between two askings is not shared until the next one', async () => {
    await ready();
    time += 24 * hour - 1_000;
    void store.keepCard();
    await cloud.fail(1, 'network');
    expect(store.getState().updatable).toMatchObject({ activityId: 'wechat-1' });
    time += 1_000;
    await store.keepCard();
    expect(cloud.routes).toEqual(['card', 'card']);
    expect(store.getState().updatable).toBeNull();
  });

  it('is not shared once it has expired', async () => {
    await ready();
    time = noon + 24 * hour;
    void store.load();
    expect(cloud.routes).toEqual(['card', 'detail', 'card']);
    await cloud.answer(1, walkWith());
    expect(store.getState().updatable).toBeNull();
  });

  it('of a walk that has begun or is over is an ordinary one', async () => {
    await ready();
    store.receive(walkWith({ state: 'started' }));
    expect(store.getState().updatable).toBeUndefined();
    time += 24 * hour;
    await store.prepareCard();
    expect(cloud.routes).toEqual(['card']);
  });

  it('is told anew after sharing; where that fails nobody is bothered', async () => {
    await ready();
    const told = store.shared();
    expect(cloud.calls[1]).toMatchObject({ route: 'shared', input: { activity: activityId } });
    await cloud.fail(1, 'network');
    await expect(told).resolves.toBeUndefined();
    expect(walk()).toMatchObject({ status: 'success' });
  });

  it.each(['load', 'refresh'] as const)(
    'whose sharing the cloud did not hear of is told at each %s until it has heard, and then no more',
    async (next) => {
      await ready();
      time += hour;
      const told = () => cloud.routes.filter((route) => route === 'shared').length;
      void store.shared();
      await cloud.fail(1, 'network');
      for (const times of [2, 3]) {
        void store[next]();
        expect(told()).toBe(times);
        await cloud.fail(cloud.routes.lastIndexOf('shared'), 'network');
      }
      void store[next]();
      await cloud.answer(cloud.routes.lastIndexOf('shared'), {});
      void store[next]();
      expect(told()).toBe(4);
    },
  );

  it('whose sharing the cloud refuses to hear of is not told again', async () => {
    await ready();
    void store.shared();
    await cloud.fail(1, 'invalid-input');
    void store.refresh();
    expect(cloud.routes).toEqual(['card', 'shared', 'detail']);
  });

  it('that could not be had is asked for again', async () => {
    store.receive(walkWith());
    void store.prepareCard();
    await cloud.fail(0, 'rate-limited');
    expect(store.getState().card).toMatchObject({ status: 'error', error: { code: 'rate-limited' } });
    expect(store.getState().updatable).toBeNull();
    void store.prepareCard();
    await cloud.answer(1, cardWith());
    expect(store.getState().updatable).toMatchObject({ activityId: 'wechat-1' });
  });
});

it('forgets all of it, what is on its way included', async () => {
  store.receive(walkWith());
  void store.join();
  void store.prepareCard();
  store.reset();
  await cloud.answer(0, walkWith({ seat: seated, turn: 4 }));
  await cloud.answer(1, cardWith());
  await settle();
  expect(store.getState()).toEqual(store.getInitialState());
});
