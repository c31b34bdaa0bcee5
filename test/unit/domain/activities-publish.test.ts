import fc from 'fast-check';
import { expiryOf } from '../../../cloud/domain/activities/card-expiry';
import { publish, type Publishing, type Telling } from '../../../cloud/domain/activities/publish';
import { repair } from '../../../cloud/domain/activities/repair';
import { membersOf, type CardState, type Walk } from '../../../cloud/domain/activities/walk';
import { memoryStore, type MemoryStore } from './activities-memory';

const id = 'a'.repeat(32);
const organizer = 'oAnn';
const minute = 60_000;
const day = 24 * 60 * minute;

/** What happens to one message to WeChat. A late one answers in time and lands after others, or never answers. */
type Fate = 'told' | 'refused' | 'lost' | 'late';

interface Shown {
  readonly state: CardState;
  readonly count: string | undefined;
}

/** A WeChat that accepts states upwards only, a clock that moves with sleep, and anything taking longer than anything. */
async function startWorld(fates: Iterator<Fate>, deaths: Iterator<boolean>, lags: Iterator<number>) {
  const store = memoryStore();
  let time = day;
  let tokens = 0;
  const cards = new Map<string, Shown>();
  const history: CardState[] = [];
  const landing: (() => void)[] = [];
  const calls: string[] = [];

  const texts = { title: 't', place: 'p', meetingPoint: 'm', phoneNeeded: false };
  const plan = { ...texts, places: 3, startsAt: time + 10 * day, endsAt: time + 10 * day + minute };
  await store.create({ id, organizer, group: 'g', plan });
  for (const activityId of ['one', 'two']) {
    const { cardsUntil } = walkIn(store);
    await store.addCard(id, cardsUntil, { activityId, expiresAt: time + 9 * day + cards.size, state: 0 }, time);
    cards.set(activityId, { state: 0, count: undefined });
  }

  const lag = async () => {
    for (let left = Number(lags.next().value ?? 0); left > 0; left -= 1) await Promise.resolve();
  };
  const tell: Publishing['tell'] = async ({ activityId }, { state, parameters }): Promise<Telling> => {
    calls.push(activityId);
    await lag();
    const land = (): Telling => {
      const shown = cards.get(activityId);
      if (shown === undefined || shown.state > state || (state > 0 && shown.state === state)) return 'past';
      cards.set(activityId, { state, count: parameters.find(({ name }) => name === 'member_count')?.value });
      if (activityId === 'one') history.push(state);
      return 'told';
    };
    const fate = fates.next().value as Fate | undefined;
    if (fate === 'refused') return 'failed';
    if (fate === 'lost') return 'unanswered';
    if (fate === 'late') {
      landing.push(land);
      return 'unanswered';
    }
    return land();
  };
  /** The function is killed before or after the call of the store. */
  const mortal =
    <A extends readonly unknown[], R>(act: (...args: A) => Promise<R>) =>
    async (...args: A): Promise<R> => {
      if (deaths.next().value === true) throw new Error('killed');
      await lag();
      const answer = await act(...args);
      await lag();
      if (deaths.next().value === true) throw new Error('killed');
      return answer;
    };
  const publishing: Publishing = {
    store: {
      ...store,
      takeLease: mortal((...args: Parameters<MemoryStore['takeLease']>) => store.takeLease(...args)),
      settle: mortal((...args: Parameters<MemoryStore['settle']>) => store.settle(...args)),
      find: mortal((...args: Parameters<MemoryStore['find']>) => store.find(...args)),
      release: mortal((...args: Parameters<MemoryStore['release']>) => store.release(...args)),
    },
    tell,
    newToken: () => String((tokens += 1)),
    now: () => time,
    sleep: (ms) => Promise.resolve(void (time += ms)),
  };
  return {
    ...{ store, publishing, cards, history, calls, lag },
    advance: (ms: number) => void (time += ms),
    /** What is on its way lands before a lease can run out. */
    land: () => landing.splice(0).forEach((one) => one()),
    now: () => time,
  };
}

function walkIn(store: MemoryStore): Walk {
  const walk = store.walks.get(id);
  if (walk === undefined) throw new Error('no walk');
  return walk;
}

const step = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom('oBo', 'oCy', 'oDi', 'oEd') },
  { weight: 1, arbitrary: fc.constantFrom('start' as const, 'cancel' as const, 'touch' as const, 'timer' as const) },
);

describe('publishing', () => {
  test('ends with every card equal to what is stored, whatever fails, dies or lands late, and never goes back', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { minLength: 1, maxLength: 15 }),
        fc.array(fc.constantFrom<Fate>('told', 'told', 'refused', 'lost', 'late'), { maxLength: 30 }),
        fc.array(fc.constantFrom(false, false, false, false, true), { maxLength: 40 }),
        fc.array(fc.integer({ min: 0, max: 12 }), { maxLength: 150 }),
        async (given, fates, deaths, lags) => {
          const world = await startWorld(fates.values(), deaths.values(), lags.values());
          const { store, publishing } = world;
          const publishQuietly = () => publish(publishing, walkIn(store)).catch(() => undefined);
          const timer = async () => {
            world.advance(minute);
            world.land();
            await repair({ store, now: world.now, publish: publishQuietly, report: () => undefined });
          };
          await Promise.all(
            given.map(async (one) => {
              await world.lag();
              const now = world.now();
              if (one === 'timer') return timer();
              if (one === 'start') await store.start(id, organizer, now, { startsAt: now, endsAt: now + minute });
              else if (one === 'cancel') await store.end(id, organizer);
              else if (one === 'touch') await store.touch(id, now);
              else {
                const { turns, roster } = walkIn(store);
                const wish = { person: one, turn: turns[one] ?? 0, now };
                await (roster.includes(one) ? store.leave(id, wish) : store.join(id, { ...wish, phoneGiven: true }));
              }
              return publishQuietly();
            }),
          );
          // Faults are over some time after the last of them; the timer needs two runs after a death.
          for (let run = 0; run < 3 || (run < 60 && walkIn(store).dirty); run += 1) await timer();
          const walk = walkIn(store);
          expect(walk.dirty).toBe(false);
          const state = walk.state === 'open' ? 0 : walk.state === 'started' ? 1 : 2;
          for (const { activityId } of walk.cards) {
            const shown = world.cards.get(activityId);
            expect(shown?.state).toBe(state);
            if (state === 0 && walk.rev > 2) expect(shown?.count).toBe(String(membersOf(walk)));
          }
          expect(world.history).toEqual([...world.history].sort());
          expect(world.history.filter((told) => told === 1).length).toBeLessThanOrEqual(1);
        },
      ),
      { numRuns: 1_000 },
    );
  });

  test('is one call a second, however many changes there are', async () => {
    const world = await startWorld([].values(), [].values(), [].values());
    const { store, publishing } = world;
    await Promise.all(
      Array.from({ length: 50 }, async (_, index) => {
        await store.join(id, { person: `o${index}`, turn: 0, now: world.now(), phoneGiven: true });
        await publish(publishing, walkIn(store));
      }),
    );
    expect(walkIn(store).dirty).toBe(false);
    expect(world.cards.get('one')?.count).toBe('3');
    expect(world.calls.filter((card) => card === 'one').length).toBeLessThanOrEqual(2);
  });

  test('leaves a second between two calls where changes come one after another', async () => {
    const world = await startWorld([].values(), [].values(), [].values());
    const { store, publishing } = world;
    const begun = world.now();
    for (let index = 0; index < 5; index += 1) {
      await store.join(id, { person: `o${index}`, turn: 0, now: world.now(), phoneGiven: true });
      await publish(publishing, walkIn(store));
    }
    expect(world.calls.filter((card) => card === 'one')).toHaveLength(5);
    expect(world.now() - begun).toBeGreaterThanOrEqual(4_000);
  });
});

describe('that a walk has begun', () => {
  test.each(['one', 'some'] as const)('is told once, also where a card is sent meanwhile (%s)', async (rounds) => {
    const world = await startWorld([].values(), [].values(), [].values());
    const { store, publishing } = world;
    const now = world.now();
    await store.start(id, organizer, now, { startsAt: now, endsAt: now + minute });
    const tell: Publishing['tell'] = async (...message) => {
      await store.touch(id, world.now());
      return publishing.tell(...message);
    };
    for (let left = 3; left > 0; left -= 1) await publish({ ...publishing, tell }, walkIn(store), rounds);
    expect(world.calls).toEqual(['one', 'two']);
    expect(walkIn(store)).toMatchObject({ dirty: false, cards: [{ state: 1 }, { state: 1 }] });
  });
});

describe('when an activity_id expires', () => {
  const now = Date.UTC(2026, 0, 1);
  const inSeconds = now / 1000 + 3_600;
  test.each([
    ['Unix seconds', inSeconds, now + 3_600_000],
    ['milliseconds', inSeconds * 1000, now + 3_600_000],
    ['an object of the SDK', { toString: () => String(inSeconds) }, now + 3_600_000],
    ['nothing', undefined, now + day],
    ['a length of time', 86_400, now + day],
    ['what is past', now / 1000 - 1, now + day],
    ['what lies too far ahead', now / 1000 + 90_000, now + day],
  ])('%s', (_, given, expected) => {
    expect(expiryOf(given, now)).toBe(expected);
  });
});
