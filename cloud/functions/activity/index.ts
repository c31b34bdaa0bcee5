import { cardFor } from '../../domain/activities/cards';
import { cancel, start } from '../../domain/activities/conduct';
import { create } from '../../domain/activities/create';
import { join, leave, look } from '../../domain/activities/seats';
import { detailOf, merged, summaryOf } from '../../domain/activities/summary';
import type { ListedWalk } from '../../domain/activities/walk';
import { membershipOf } from '../../domain/groups/membership';
import { readContext } from '../../platform/context';
import { serve } from '../../platform/router';
import { getWXContext } from '../../platform/sdk';
import { checkText } from '../../platform/text-check';
import { isTimer } from '../../platform/timer';
import { activitiesStore as store } from '../../stores/activities-store';
import { membershipsStore } from '../../stores/memberships-store';
import { phonesStore } from '../../stores/phones-store';
import { publishQuietly } from './publishing';
import { repairWalks } from './repair-walks';
import { withRoster } from './roster';
import { createActivityId } from './updatable-message';

const now = () => Date.now();
const seats = { store, now, hasPhone: async (person: string) => (await phonesStore.kept(person)) !== undefined };
const creation = {
  store,
  now,
  isMember: async (person: string, group: string) => (await membershipsStore.find(person, group)) !== undefined,
  checkText: (content: string, openid: string) => checkText({ kind: 'log', content, openid }),
};

/** In one list. */
const most = 50;

const people = serve('activity', {
  async create(input, { openid }) {
    return withRoster(await create(creation, openid, input), openid);
  },
  async detail({ activity }, { openid }) {
    return withRoster(await look(store, activity, openid, now()), openid);
  },
  async mine(_input, { openid }) {
    const lists = [store.organizedBy(openid, now(), most), store.withSeatOf(openid, now(), most)];
    return { activities: summaries(merged(await Promise.all(lists), most), openid) };
  },
  async ofGroup({ group }, { openid }) {
    await membershipOf(membershipsStore, openid, group);
    return { activities: summaries(merged([await store.ofGroup(group, now(), most)], most), openid) };
  },
  async join({ activity, turn }, { openid }) {
    const walk = await join(seats, activity, openid, turn);
    await publishQuietly(walk);
    return detailOf(walk, openid, now());
  },
  async leave({ activity, turn }, { openid }) {
    const walk = await leave(seats, activity, openid, turn);
    await publishQuietly(walk);
    return detailOf(walk, openid, now());
  },
  async start({ activity }, { openid }) {
    const walk = await start(store, activity, openid, now());
    await publishQuietly(walk);
    return withRoster(walk, openid);
  },
  async cancel({ activity }, { openid }) {
    const walk = await cancel(store, activity, openid, now());
    await publishQuietly(walk);
    return withRoster(walk, openid);
  },
  card({ activity }) {
    return cardFor({ store, createActivityId, now }, activity);
  },
  async shared({ activity }) {
    // Also what is left of a forgotten organizer's walk: its cards have to end.
    const walk = (await store.touch(activity, now())) ? await store.find(activity) : undefined;
    if (walk !== undefined) await publishQuietly(walk);
    return {};
  },
});

function summaries(walks: readonly ListedWalk[], openid: string) {
  return walks.map((walk) => summaryOf(walk, openid, now()));
}

/** For people, and every minute for the timer of config.json. */
export function main(event: unknown): Promise<unknown> {
  return isTimer(event, readContext(getWXContext())) ? repairWalks() : people(event);
}
