import { repair } from '../../../cloud/domain/activities/repair';
import { memoryStore, type MemoryStore } from './activities-memory';

const now = Date.UTC(2026, 10, 20);
const hour = 3_600_000;
const plan = {
  ...{ title: 't', place: 'p', meetingPoint: 'm', phoneNeeded: false, places: 3 },
  ...{ startsAt: now + hour, endsAt: now + 2 * hour },
};

let store: MemoryStore;
let reported: unknown[];
const report = (cause: unknown) => void reported.push(cause);
beforeEach(async () => {
  store = memoryStore();
  reported = [];
  for (let walk = 0; walk < 12; walk += 1) {
    const id = `walk-${String(walk).padStart(2, '0')}`;
    await store.create({ id, organizer: 'oAnn', group: 'g', plan });
    await store.addCard(id, 0, { activityId: id, expiresAt: now + hour, state: 0 }, now);
    await store.join(id, { person: 'oBo', turn: 0, now, phoneGiven: true });
  }
});

test('a walk that cannot be published keeps no other from it, and is reported', async () => {
  const published: string[] = [];
  const publish = ({ id }: { readonly id: string }) => {
    if (id === 'walk-00' || id === 'walk-06') return Promise.reject(new Error(id));
    published.push(id);
    return Promise.resolve();
  };
  await expect(repair({ store, publish, report, now: () => now })).resolves.toBe(10);
  expect(published).toHaveLength(10);
  expect(reported).toEqual([new Error('walk-00'), new Error('walk-06')]);
});

test('cards are told also where the clock could not be kept, or what is done with not be cleared', async () => {
  const broken: MemoryStore = {
    ...store,
    keepTime: () => Promise.reject(new Error('busy')),
    clearForgotten: () => Promise.reject(new Error('busy too')),
  };
  const publish = () => Promise.resolve();
  await expect(repair({ store: broken, publish, report, now: () => now })).resolves.toBe(12);
  expect(reported).toEqual([new Error('busy'), new Error('busy too')]);
});

test('walks without a card that lives are in nobody’s way', async () => {
  for (const [id, walk] of store.walks) {
    if (id !== 'walk-11') store.walks.set(id, { ...walk, cardsUntil: now });
  }
  const published: string[] = [];
  const publish = ({ id }: { readonly id: string }) => Promise.resolve(void published.push(id));
  await expect(repair({ store, publish, report, now: () => now })).resolves.toBe(1);
  expect(published).toEqual(['walk-11']);
  expect([...store.walks.values()].filter(({ dirty }) => dirty)).toHaveLength(1);
});

test('who has been tried comes after who has not', async () => {
  const lease = { until: now + 15_000, by: 'somebody' };
  await store.takeLease('walk-00', { until: 0, by: '' }, lease, now);
  expect((await store.dirty(12)).map(({ id }) => id).at(-1)).toBe('walk-00');
});
