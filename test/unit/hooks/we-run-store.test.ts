import { OpenDataError } from '../../../src/wechat/open-data-error';
import { last, settle } from './pending';
import { friday, thursday, World } from './we-run-world';

const MINUTE = 60_000;

describe('request', () => {
  it('is idle until it is called, then pending, then has the days with today last', async () => {
    const { store, ...world } = bind(new World());
    expect(store.getState()).toEqual({ status: 'idle' });
    void store.request();
    expect(store.getState()).toEqual({ status: 'pending' });
    await world.give(1);
    await world.answer([...thursday, ...friday]);
    expect(store.getState()).toEqual({
      status: 'success',
      data: { days: [...thursday, ...friday], today: friday[0] },
      updatedAt: world.now(),
    });
  });

  it('is shared by all who call it while it is on its way', async () => {
    const world = new World();
    const both = Promise.all([world.store.request(), world.store.request()]);
    await world.give(1);
    void world.store.request();
    await world.answer(friday);
    await both;
    expect(world.weRunData).toHaveLength(1);
    expect(world.calls).toHaveLength(1);
  });

  it('asks again once it is over, and keeps the days on the screen meanwhile', async () => {
    const world = new World();
    void world.store.request();
    await world.give(1);
    await world.answer(thursday);
    void world.store.request();
    expect(world.store.getState()).toMatchObject({ status: 'pending', data: { days: thursday } });
    await world.give(2);
    await world.answer(friday);
    expect(world.store.getState()).toMatchObject({ status: 'success', data: { days: friday } });
    expect(world.sent).toEqual(['cloud-id-1', 'cloud-id-2']);
  });

  it('turns what nobody foresaw into an error, with its cause', async () => {
    const world = new World();
    void world.store.request();
    const defect = new TypeError('undefined is not a function');
    last(world.weRunData).reject(defect as OpenDataError);
    await settle();
    expect(world.store.getState()).toMatchObject({ status: 'error', error: { code: 'internal', cause: defect } });
  });
});

describe('a CloudID that has expired', () => {
  it.each(['cloudid-expired', 'open-data-stale'] as const)('is taken anew once, unseen, on %s', async (code) => {
    const world = new World();
    const seen: string[] = [];
    world.store.subscribe(({ status }) => seen.push(status));
    void world.store.request();
    await world.give(1);
    await world.fail(code);
    await world.give(2);
    await world.answer(friday);
    expect(world.sent).toEqual(['cloud-id-1', 'cloud-id-2']);
    expect(seen).toEqual(['pending', 'success']);
  });

  it('is taken anew only once', async () => {
    const world = new World();
    void world.store.request();
    await world.give(1);
    await world.fail('cloudid-expired');
    await world.give(2);
    await world.fail('cloudid-expired');
    expect(world.weRunData).toHaveLength(2);
    expect(world.store.getState()).toMatchObject({ status: 'error', error: { code: 'cloudid-expired' } });
  });

  it.each([
    [4, ['cloud-id-1', 'cloud-id-1']],
    [5, ['cloud-id-1', 'cloud-id-2']],
  ])('one that got lost on the way is sent again; after %d minutes: %j', async (minutes, sent) => {
    const world = new World();
    void world.store.request();
    await world.give(1);
    await world.fail('network');
    world.time += minutes * MINUTE;
    void world.store.request();
    await settle();
    if (world.weRunData.length > 1) await world.give(2);
    await world.answer(friday);
    expect(world.sent).toEqual(sent);
    expect(world.store.getState().status).toBe('success');
  });

  it.each(['cloudid-invalid', 'cloudid-foreign', 'open-data-untrusted'] as const)(
    'one that was refused (%s) is never sent again',
    async (code) => {
      const world = new World();
      void world.store.request();
      await world.give(1);
      await world.fail(code);
      void world.store.request();
      await world.give(2);
      expect(world.sent).toEqual(['cloud-id-1', 'cloud-id-2']);
    },
  );
});

describe('restore', () => {
  it('reads what was kept and asks WeChat nothing', async () => {
    const world = new World();
    void world.store.restore();
    await world.answer(friday);
    expect(world.store.getState()).toMatchObject({ status: 'success', data: { days: friday, today: friday[0] } });
    expect(world.weRunData).toHaveLength(0);
  });

  it('knows that the last day kept is not today', async () => {
    const world = new World();
    void world.store.restore();
    await world.answer(thursday);
    expect(world.store.getState()).toMatchObject({ data: { days: thursday, today: undefined } });
  });

  it('counts today as UTC+8 does: 00:30 on Saturday is not Friday', async () => {
    const world = new World();
    world.time = Date.parse('2026-11-21T00:30:00+08:00');
    void world.store.restore();
    await world.answer(friday);
    expect(world.store.getState()).toMatchObject({ data: { today: undefined } });
  });

  it('never overwrites the answer of a later request, however late it comes', async () => {
    const world = new World();
    void world.store.restore();
    const late = last(world.calls);
    void world.store.request();
    await world.give(1);
    await world.answer(friday);
    late.resolve({ days: thursday });
    await settle();
    expect(world.store.getState()).toMatchObject({ status: 'success', data: { days: friday } });
  });

  it('does not end the waiting of a request that was made meanwhile', async () => {
    const world = new World();
    void world.store.restore();
    const late = last(world.calls);
    void world.store.request();
    late.resolve({ days: thursday });
    await settle();
    expect(world.store.getState()).toEqual({ status: 'pending' });
  });

  it('does nothing once something was asked', async () => {
    const world = new World();
    void world.store.request();
    await world.store.restore();
    expect(world.calls).toHaveLength(0);
  });

  it('waits visibly only for whom had steps before', () => {
    const world = new World();
    void world.store.restore();
    expect(world.store.getState().status).toBe('idle');
    const next = new World();
    next.seen = true;
    void next.store.restore();
    expect(next.store.getState().status).toBe('pending');
  });
});

describe('isStale', () => {
  it('until WeChat has given steps, whatever the cloud has kept', async () => {
    const world = new World();
    expect(world.store.isStale()).toBe(true);
    void world.store.restore();
    await world.answer(friday);
    expect(world.store.isStale()).toBe(true);
    void world.store.request();
    await world.give(1);
    await world.answer(friday);
    expect(world.store.isStale()).toBe(false);
  });

  it.each([
    [4, false],
    [5, true],
    [-60, true],
  ])('%d minutes after that by the clock of the phone: %s', async (minutes, stale) => {
    const world = new World();
    void world.store.request();
    await world.give(1);
    await world.answer(friday);
    world.time += minutes * MINUTE;
    expect(world.store.isStale()).toBe(stale);
  });
});

describe('recover', () => {
  async function refused(): Promise<World> {
    const world = new World();
    void world.store.request();
    last(world.weRunData).reject(new OpenDataError('scope-denied', 'auth deny'));
    await settle();
    return world;
  }

  it('leaves the way out to consent, and requests where it says that this makes sense', async () => {
    const world = await refused();
    void world.store.recover();
    expect(world.weRunData).toHaveLength(1);
    expect(last(world.recoveries).code).toBe('scope-denied');
    last(world.recoveries).resolve(true);
    await settle();
    expect(world.weRunData).toHaveLength(2);
  });

  it('leaves the error where the scope is still refused', async () => {
    const world = await refused();
    void world.store.recover();
    last(world.recoveries).resolve(false);
    await settle();
    expect(world.weRunData).toHaveLength(1);
    expect(world.store.getState()).toMatchObject({ status: 'error', error: { code: 'scope-denied' } });
  });

  it('does nothing where the person can do nothing, or there is no error', async () => {
    const world = new World();
    await world.store.recover();
    void world.store.request();
    last(world.weRunData).reject(new OpenDataError('scope-undeclared', 'not declared'));
    await settle();
    await world.store.recover();
    expect(world.weRunData).toHaveLength(1);
    expect(world.recoveries).toHaveLength(0);
  });
});

describe('reset', () => {
  it('forgets the steps, and that this person ever had some', async () => {
    const world = new World();
    void world.store.request();
    await world.give(1);
    await world.answer(friday);
    expect(world.seen).toBe(true);
    world.store.reset();
    expect(world.store.getState()).toEqual({ status: 'idle' });
    expect(world.seen).toBe(false);
  });

  it('does not take the answer of a request that was made before', async () => {
    const world = new World();
    void world.store.request();
    await world.give(1);
    world.store.reset();
    void world.store.request();
    const [before] = world.calls;
    before?.resolve({ days: thursday });
    await settle();
    expect(world.store.getState()).toEqual({ status: 'pending' });
    await world.give(2);
    await world.answer(friday);
    expect(world.store.getState()).toMatchObject({ status: 'success', data: { days: friday } });
  });
});

/** The members of a world that the test uses bare. */
function bind(world: World) {
  return {
    store: world.store,
    give: (n: number) => world.give(n),
    answer: (days: typeof friday) => world.answer(days),
    now: () => world.time,
  };
}
