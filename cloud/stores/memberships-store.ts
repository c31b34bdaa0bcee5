import * as v from 'valibot';
import { newestDays } from '../domain/groups/newest-days';
import type { Membership, MembershipsStore } from '../domain/groups/memberships-store';
import { Collection, command, inTurn } from '../platform/database';

const document = v.object({
  _id: v.string(),
  openid: v.string(),
  group: v.string(),
  source: v.picklist(['opengid', 'openGId']),
  member: v.string(),
  visible: v.boolean(),
  turn: v.optional(v.number()),
  joinedAt: v.number(),
  enteredAt: v.number(),
  nickname: v.nullable(v.string()),
  avatar: v.nullable(v.string()),
  profileRev: v.number(),
  days: v.record(v.string(), v.number()),
  takenAt: v.number(),
});

const memberships = new Collection('memberships', (value) => v.parse(document, value));

const lastFirst = { by: 'enteredAt', direction: 'desc' } as const;

/** `memberships` in CloudBase: `_id` is `group:openid`; no group id holds a colon. Every method is one call. */
export const membershipsStore: MembershipsStore = {
  async find(openid, group) {
    const found = await memberships.find(idOf(openid, group));
    return found && membershipIn(found);
  },

  enter: (openid, group, enteredAt) =>
    memberships.updateIf(idOf(openid, group), {}, { enteredAt: command.max(enteredAt) }),

  async add(membership) {
    const _id = idOf(membership.openid, membership.group);
    return (await memberships.add({ _id, ...membership })) === 'added';
  },

  async membersOf(group, limit) {
    return (await memberships.list({ group }, limit, lastFirst)).map(membershipIn);
  },

  async namedIn(group, members) {
    const condition = { group, member: command.in([...members]) };
    return (await memberships.list(condition, members.length)).map(membershipIn);
  },

  async groupsOf(openid, limit) {
    return (await memberships.list({ openid }, limit, lastFirst)).map(membershipIn);
  },

  async setVisible({ openid, group, member, turn }, visible) {
    await memberships.updateIf(idOf(openid, group), { member, turn: inTurn(turn) }, { visible, turn: turn + 1 });
  },

  remove: (openid, group, member) => memberships.removeIf(idOf(openid, group), { member }),

  async copyProfile(openid, { nickname, avatar, rev }) {
    const older = { openid, profileRev: command.lt(rev) };
    await memberships.updateAll(older, { nickname, avatar, profileRev: rev });
  },

  async copySteps(openid, { days, takenAt }) {
    // `lte` as in stepsStore: of two takes in one second the later write stays, here and there.
    const notNewer = { openid, takenAt: command.lte(takenAt) };
    await memberships.updateAll(notNewer, { takenAt, days: command.set(newestDays(days)) });
  },
};

function idOf(openid: string, group: string): string {
  return `${group}:${openid}`;
}

function membershipIn({ _id, turn = 0, ...membership }: v.InferOutput<typeof document>): Membership {
  return { ...membership, turn };
}
