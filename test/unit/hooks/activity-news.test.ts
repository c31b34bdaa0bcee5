import { createActivityStore, type ActivityStore } from '../../../src/hooks/useActivity/store';
import { Cloud } from './cloud-script';
import { settle } from './pending';
import { activityId, cardUntil, hour, noon, seated, walkWith } from './walks';

let cloud: Cloud;
let time: number;
let mine: jest.Mock;
let phoneMissing: jest.Mock;
let store: ActivityStore;

beforeEach(() => {
  cloud = new Cloud();
  time = noon;
  mine = jest.fn();
  phoneMissing = jest.fn();
  store = createActivityStore(activityId, { callFunction: cloud.callFunction, mine, phoneMissing, now: () => time });
  jest.spyOn(console, 'warn').mockImplementation(() => undefined);
});
afterEach(() => jest.restoreAllMocks());

const walk = () => store.getState().activity;
const seat = () => (walk() as { data?: { seat: object } }).data?.seat;

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
  const ready = async (expiresAt: number) => {
    store.receive(walkWith());
    void store.prepareCard();
    await cloud.answer(0, cardUntil(expiresAt));
  };

  it('says the newest counts, not those it was made with, and never guessed ones', async () => {
    await ready(noon + 24 * hour);
    const count = () => store.getState().updatable?.parameters[0];
    void store.join();
    expect(count()).toEqual({ name: 'member_count', value: '12' });
    await cloud.answer(1, walkWith({ members: 20, seat: seated, turn: 4 }));
    expect(count()).toEqual({ name: 'member_count', value: '20' });
  });

  it('is renewed in its last hour, and stays usable until the new one is there', async () => {
    await ready(noon + 24 * hour);
    time = noon + 23 * hour - 1;
    await store.prepareCard();
    expect(cloud.routes).toEqual(['card']);
    time += 1;
    void store.prepareCard();
    expect(cloud.routes).toEqual(['card', 'card']);
    expect(store.getState().updatable).toMatchObject({ activityId: 'wechat-1' });
    await cloud.answer(1, cardUntil(time + 24 * hour, 'wechat-2'));
    expect(store.getState().updatable).toMatchObject({ activityId: 'wechat-2' });
  });

  it('is not shared once it has expired', async () => {
    await ready(noon + 24 * hour);
    time = noon + 24 * hour;
    void store.load();
    expect(cloud.routes).toEqual(['card', 'detail', 'card']);
    await cloud.answer(1, walkWith());
    expect(store.getState().updatable).toBeNull();
  });

  it('of a walk that has begun or is over is an ordinary one', async () => {
    await ready(noon + 24 * hour);
    store.receive(walkWith({ state: 'started' }));
    expect(store.getState().updatable).toBeUndefined();
    time += 24 * hour;
    await store.prepareCard();
    expect(cloud.routes).toEqual(['card']);
  });

  it('that could not be had is asked for again', async () => {
    store.receive(walkWith());
    void store.prepareCard();
    await cloud.fail(0, 'rate-limited');
    expect(store.getState().card).toMatchObject({ status: 'error', error: { code: 'rate-limited' } });
    expect(store.getState().updatable).toBeNull();
    void store.prepareCard();
    await cloud.answer(1, cardUntil(noon + 24 * hour));
    expect(store.getState().updatable).toMatchObject({ activityId: 'wechat-1' });
  });
});

it('forgets all of it, what is on its way included', async () => {
  store.receive(walkWith());
  void store.join();
  void store.prepareCard();
  store.reset();
  await cloud.answer(0, walkWith({ seat: seated, turn: 4 }));
  await cloud.answer(1, cardUntil(noon + 24 * hour));
  await settle();
  expect(store.getState()).toEqual(store.getInitialState());
});
