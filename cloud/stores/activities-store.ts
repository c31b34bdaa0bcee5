import * as v from 'valibot';
import { maxWaiting, plan } from '../contract/activity';
import { CallError } from '../contract/call-error';
import type { ActivitiesStore, Wish } from '../domain/activities/activities-store';
import { maxCards } from '../domain/activities/cards';
import type { Card, ListedWalk, Walk } from '../domain/activities/walk';
import { Collection, command, type Condition, inTurn } from '../platform/database';

const card = v.object({
  activityId: v.string(),
  expiresAt: v.number(),
  state: v.picklist([0, 1, 2]),
});

// What is left of a forgotten organizer's walk has no texts.
const planIn = { ...plan, title: v.string(), place: v.string(), meetingPoint: v.string() };

const document = v.object({
  _id: v.string(),
  openid: v.string(),
  group: v.string(),
  ...planIn,
  state: v.picklist(['open', 'started', 'ended', 'cancelled']),
  roster: v.array(v.string()),
  free: v.number(),
  people: v.array(v.string()),
  turns: v.record(v.string(), v.number()),
  seen: v.record(v.string(), v.union([v.literal('waiting'), v.number()])),
  rev: v.number(),
  dirty: v.boolean(),
  lease: v.object({ until: v.number(), by: v.string() }),
  publishedAt: v.number(),
  cards: v.array(card),
  cardsUntil: v.number(),
});

const activities = new Collection('activities', (value) => v.parse(document, value));

/** Parts of it: whole, fifty of the largest would be more than WeChat lets a query answer (1 MB). */
const unpublished = partOf(v.pick(document, ['_id', 'dirty', 'lease', 'publishedAt']));
const listed = partOf(
  v.object({ ...v.pick(document, ['_id', 'openid', 'state', 'roster', 'seen']).entries, ...planIn }),
);

const nobody = { until: 0, by: '' };
const empty = { roster: command.set([]), people: command.set([]), turns: command.set({}), seen: command.set({}) };

/** With every change that a card could show. */
const changed = () => ({ rev: command.inc(1), dirty: true });

/** `activities` in CloudBase. Every method is one call of the database; `keepTime` and `forget` are three, `dropOld` two. */
export const activitiesStore: ActivitiesStore = {
  async create({ id, organizer, group, plan: written }) {
    const added = await activities.add({
      _id: id,
      openid: organizer,
      group,
      ...written,
      state: 'open',
      ...{ roster: [], free: written.places + maxWaiting, people: [], turns: {}, seen: {} },
      ...{ rev: 0, dirty: false, lease: nobody, publishedAt: 0, cards: [], cardsUntil: 0 },
    });
    return added === 'added';
  },

  async withdraw(id, openid) {
    await activities.removeIf(id, { openid, rev: 0 });
  },

  async find(id) {
    const found = await activities.find(id);
    return found && walkIn(found);
  },

  join(id, { phoneGiven, ...wish }) {
    const { person, turn } = wish;
    return activities.updateIf(
      id,
      {
        ...isTurn(wish),
        roster: command.neq(person),
        free: command.gt(0),
        ...(phoneGiven ? {} : { phoneNeeded: false }),
      },
      {
        roster: command.push([person]),
        people: command.addToSet(person),
        [turns(person)]: turn + 1,
        free: command.inc(-1),
        ...changed(),
      },
    );
  },

  leave(id, wish) {
    const { person, turn } = wish;
    return activities.updateIf(
      id,
      { ...isTurn(wish), roster: person },
      {
        roster: command.pull(person),
        [turns(person)]: turn + 1,
        [seen(person)]: command.remove(),
        free: command.inc(1),
        ...changed(),
      },
    );
  },

  async saw(id, person, turn, seat) {
    await activities.updateIf(id, { [turns(person)]: turn, roster: person }, { [seen(person)]: seat });
  },

  start: (id, openid, now, times) =>
    activities.updateIf(
      id,
      { openid, state: 'open', endsAt: command.gt(now) },
      { state: 'started', ...times, ...changed() },
    ),

  callOff: (id, openid, now) =>
    activities.updateIf(id, { openid, state: 'open', startsAt: command.gt(now) }, { state: 'cancelled', ...changed() }),

  end: (id, openid) =>
    activities.updateIf(id, { openid, state: command.in(['open', 'started']) }, { state: 'ended', ...changed() }),

  async keepTime(now) {
    const over = { endsAt: command.lte(now) };
    await activities.updateAll({ state: 'started', ...over }, { state: 'ended', ...changed() });
    await activities.updateAll({ state: 'open', ...over }, { state: 'ended', ...changed() });
    await activities.updateAll({ state: 'open', startsAt: command.lte(now) }, { state: 'started', ...changed() });
  },

  async clearCardless(now) {
    const nothing = { cards: command.set([]), cardsUntil: 0 };
    await activities.updateAll({ dirty: true, cardsUntil: command.lte(now) }, { dirty: false, ...nothing });
  },

  touch: (id, now) => activities.updateIf(id, { cardsUntil: command.gt(now) }, changed()),

  addCard: (id, cardsUntil, added, now) =>
    activities.updateIf(
      id,
      { ...isJoinable(now), cardsUntil, ...hasRoom },
      { cards: command.push([added]), cardsUntil: command.max(added.expiresAt), rev: command.inc(1) },
    ),

  async dropExpired(id, now) {
    await activities.updateIf(id, {}, { cards: command.pull({ expiresAt: command.lte(now) }) });
  },

  takeLease: (id, before, mine, now) =>
    activities.updateIf(
      id,
      { dirty: true, 'lease.by': before.by, 'lease.until': command.eq(before.until).and(command.lt(now)) },
      { lease: command.set(mine), publishedAt: now },
    ),

  settle: (id, by, rev, { cards, clean, at }) =>
    activities.updateIf(
      id,
      { rev, 'lease.by': by },
      {
        cards: command.set([...cards]),
        cardsUntil: latest(cards),
        dirty: !clean,
        lease: command.set(nobody),
        publishedAt: at,
      },
    ),

  async keepTold(id, by, cards) {
    await activities.updateIf(id, { 'lease.by': by, state: command.neq('open') }, { cards: command.set([...cards]) });
  },

  async release(id, by, at) {
    await activities.updateIf(id, { 'lease.by': by }, { lease: command.set(nobody), publishedAt: at });
  },

  async dirty(limit) {
    const found = await activities.listPart(unpublished, { dirty: true }, limit, longestFirst);
    return found.map(({ _id: id, ...walk }) => ({ id, ...walk }));
  },
  organizedBy: (openid, now, limit) => next({ openid, endsAt: command.gt(now) }, limit),
  countOrganized: (openid, now) => activities.count({ openid, endsAt: command.gt(now) }),
  withSeatOf: (roster, now, limit) => next({ roster, endsAt: command.gt(now) }, limit),
  ofGroup: (group, now, limit) => next({ group, endsAt: command.gt(now) }, limit),

  async forget(person) {
    const gone = {
      people: command.pull(person),
      [turns(person)]: command.remove(),
      [seen(person)]: command.remove(),
    };
    await activities.updateAll(
      { people: person, roster: person },
      { ...gone, roster: command.pull(person), free: command.inc(1), ...changed() },
    );
    await activities.updateAll({ people: person }, gone);
    await activities.updateAll(
      { openid: person },
      { openid: '', group: '', title: '', place: '', meetingPoint: '', state: 'cancelled', ...empty, ...changed() },
    );
  },

  async clearForgotten(now) {
    await activities.removeAll({ openid: '', cardsUntil: command.lte(now) });
  },

  async dropOld(before) {
    for (const state of ['ended', 'cancelled']) await activities.removeAll({ state, endsAt: command.lt(before) });
  },
};

/** For one card more. */
const hasRoom: Condition = { [`cards.${maxCards - 1}`]: command.exists(false) };

const longestFirst = { by: 'publishedAt', direction: 'asc' } as const;
const nextFirst = { by: 'endsAt', direction: 'asc' } as const;

function partOf<const Entries extends v.ObjectEntries>(shape: v.ObjectSchema<Entries, undefined>) {
  return { fields: Object.keys(shape.entries), parse: (value: unknown) => v.parse(shape, value) };
}

/** Open, and not begun by the clock. */
function isJoinable(now: number): Condition {
  return { state: 'open', startsAt: command.gt(now) };
}

function isTurn({ person, turn, now }: Wish): Condition {
  return { ...isJoinable(now), [turns(person)]: inTurn(turn) };
}

const turns = (person: string) => `turns.${nameable(person)}`;
const seen = (person: string) => `seen.${nameable(person)}`;

/** As the name of a field: a dot or a dollar sign would make another field of it. WeChat's openids have neither. */
function nameable(openid: string): string {
  if (/^[A-Za-z0-9][\w-]*$/.test(openid)) return openid;
  throw new CallError('not-signed-in', 'WeChat gave an openid that is none.');
}

function latest(cards: readonly Card[]): number {
  return Math.max(0, ...cards.map(({ expiresAt }) => expiresAt));
}

async function next(condition: Condition, limit: number): Promise<readonly ListedWalk[]> {
  const found = await activities.listPart(listed, condition, limit, nextFirst);
  return found.map(({ _id: id, openid: organizer, ...walk }) => ({ id, organizer, ...walk }));
}

function walkIn({ _id, openid, people: _people, ...walk }: v.InferOutput<typeof document>): Walk {
  return { id: _id, organizer: openid, ...walk };
}
