/** The port of walks in memory: every method decides and changes between two awaits, as one document in a database does. */
import { maxWaiting } from '../../../cloud/contract/activity';
import type { ActivitiesStore, Wish } from '../../../cloud/domain/activities/activities-store';
import { maxCards } from '../../../cloud/domain/activities/cards';
import { turnOf, type Walk } from '../../../cloud/domain/activities/walk';

export interface MemoryStore extends ActivitiesStore {
  readonly walks: Map<string, Walk>;
}

export function memoryStore(): MemoryStore {
  const walks = new Map<string, Walk>();

  function change(id: string, meets: (walk: Walk) => boolean, after: (walk: Walk) => Partial<Walk>): Promise<boolean> {
    const walk = walks.get(id);
    if (walk === undefined || !meets(walk)) return Promise.resolve(false);
    walks.set(id, { ...walk, ...after(walk) });
    return Promise.resolve(true);
  }
  const changed = ({ rev }: Walk) => ({ rev: rev + 1, dirty: true });
  const isOpen = ({ state, startsAt }: Walk, now: number) => state === 'open' && startsAt > now;
  const isTurn = (walk: Walk, { person, turn, now }: Wish) => isOpen(walk, now) && turnOf(walk, person) === turn;
  const without = <T>(map: Readonly<Record<string, T>>, name: string) =>
    Object.fromEntries(Object.entries(map).filter(([key]) => key !== name));
  const select = (meets: (walk: Walk) => boolean, limit: number) =>
    Promise.resolve([...walks.values()].filter(meets).slice(0, limit));

  return {
    walks,
    create({ id, organizer, group, plan }) {
      if (walks.has(id)) return Promise.resolve(false);
      const nobody = { roster: [], free: plan.places + maxWaiting, turns: {}, seen: {} };
      const told = { rev: 0, dirty: false, lease: { until: 0, by: '' }, publishedAt: 0, cards: [], cardsUntil: 0 };
      walks.set(id, { id, organizer, group, ...plan, state: 'open', ...nobody, ...told });
      return Promise.resolve(true);
    },
    withdraw(id, organizer) {
      const walk = walks.get(id);
      if (walk?.organizer === organizer && walk.rev === 0) walks.delete(id);
      return Promise.resolve();
    },
    find: (id) => Promise.resolve(walks.get(id)),
    join: (id, { phoneGiven, ...wish }) =>
      change(
        id,
        (walk) =>
          isTurn(walk, wish) &&
          !walk.roster.includes(wish.person) &&
          walk.free > 0 &&
          (phoneGiven || !walk.phoneNeeded),
        (walk) => ({
          roster: [...walk.roster, wish.person],
          turns: { ...walk.turns, [wish.person]: wish.turn + 1 },
          free: walk.free - 1,
          ...changed(walk),
        }),
      ),
    leave: (id, wish) =>
      change(
        id,
        (walk) => isTurn(walk, wish) && walk.roster.includes(wish.person),
        (walk) => ({
          roster: walk.roster.filter((person) => person !== wish.person),
          turns: { ...walk.turns, [wish.person]: wish.turn + 1 },
          seen: without(walk.seen, wish.person),
          free: walk.free + 1,
          ...changed(walk),
        }),
      ),
    async saw(id, person, turn, seat) {
      await change(
        id,
        (walk) => turnOf(walk, person) === turn && walk.roster.includes(person),
        (walk) => ({ seen: { ...walk.seen, [person]: seat } }),
      );
    },
    start: (id, organizer, now, times) =>
      change(
        id,
        (walk) => walk.organizer === organizer && walk.state === 'open' && walk.endsAt > now,
        (walk) => ({ state: 'started', ...times, ...changed(walk) }),
      ),
    callOff: (id, organizer, now) =>
      change(
        id,
        (walk) => walk.organizer === organizer && isOpen(walk, now),
        (walk) => ({ state: 'cancelled', ...changed(walk) }),
      ),
    end: (id, organizer) =>
      change(
        id,
        (walk) => walk.organizer === organizer && (walk.state === 'open' || walk.state === 'started'),
        (walk) => ({ state: 'ended', ...changed(walk) }),
      ),
    async keepTime(now) {
      for (const { id } of walks.values()) {
        await change(
          id,
          ({ state, endsAt }) => (state === 'open' || state === 'started') && endsAt <= now,
          (walk) => ({ state: 'ended', ...changed(walk) }),
        );
        await change(
          id,
          ({ state, startsAt }) => state === 'open' && startsAt <= now,
          (walk) => ({ state: 'started', ...changed(walk) }),
        );
      }
    },
    async clearCardless(now) {
      for (const { id } of walks.values()) {
        await change(
          id,
          ({ dirty, cardsUntil }) => dirty && cardsUntil <= now,
          () => ({ dirty: false, cards: [], cardsUntil: 0 }),
        );
      }
    },
    touch: (id, now) => change(id, (walk) => walk.cardsUntil > now, changed),
    addCard: (id, cardsUntil, card, now) =>
      change(
        id,
        (walk) => isOpen(walk, now) && walk.cardsUntil === cardsUntil && walk.cards.length < maxCards,
        (walk) => ({
          cards: [...walk.cards, card],
          cardsUntil: Math.max(cardsUntil, card.expiresAt),
          rev: walk.rev + 1,
        }),
      ),
    async dropExpired(id, now) {
      await change(
        id,
        () => true,
        ({ cards }) => ({ cards: cards.filter(({ expiresAt }) => expiresAt > now) }),
      );
    },
    takeLease: (id, before, mine, now) =>
      change(
        id,
        ({ dirty, lease }) => dirty && lease.by === before.by && lease.until === before.until && lease.until < now,
        () => ({ lease: mine, publishedAt: now }),
      ),
    settle: (id, by, rev, { cards, clean, at }) =>
      change(
        id,
        (walk) => walk.rev === rev && walk.lease.by === by,
        () => ({
          cards,
          cardsUntil: Math.max(0, ...cards.map(({ expiresAt }) => expiresAt)),
          dirty: !clean,
          lease: { until: 0, by: '' },
          publishedAt: at,
        }),
      ),
    async keepTold(id, by, cards) {
      await change(
        id,
        ({ state, lease }) => state !== 'open' && lease.by === by,
        () => ({ cards }),
      );
    },
    async release(id, by, at) {
      await change(
        id,
        ({ lease }) => lease.by === by,
        () => ({ lease: { until: 0, by: '' }, publishedAt: at }),
      );
    },
    dirty: (limit) =>
      Promise.resolve(
        [...walks.values()]
          .filter(({ dirty }) => dirty)
          .sort((one, other) => one.publishedAt - other.publishedAt)
          .slice(0, limit),
      ),
    organizedBy: (person, now, limit) => select((walk) => walk.organizer === person && walk.endsAt > now, limit),
    countOrganized: (person, now) =>
      Promise.resolve(
        [...walks.values()].filter(({ organizer, endsAt }) => organizer === person && endsAt > now).length,
      ),
    withSeatOf: (person, now, limit) => select((walk) => walk.roster.includes(person) && walk.endsAt > now, limit),
    ofGroup: (group, now, limit) => select((walk) => walk.group === group && walk.endsAt > now, limit),
    // What is forgotten goes through the schema, which this store does not have.
    forget: () => Promise.reject(new Error('not in memory')),
    clearForgotten: () => Promise.resolve(),
    dropOld: (before) => {
      for (const [id, walk] of walks)
        if (['ended', 'cancelled'].includes(walk.state) && walk.endsAt < before) walks.delete(id);
      return Promise.resolve();
    },
  };
}
