import { CallError } from '../../contract/call-error';
import type { GroupData, Watermark } from '../../contract/cloud-id';
import { type Board, maxMembers } from '../../contract/group';
import type { ProfilesStore } from '../profiles/profile-stores';
import { shownProfile } from '../profiles/shown-profile';
import type { StepsStore } from '../steps/steps-store';
import { boardOf } from './board';
import { type GroupOf, groupOf } from './group-id';
import type { MembershipsStore, ShownProfile } from './memberships-store';
import { newestDays } from './newest-days';

export interface EnterParts {
  readonly memberships: MembershipsStore;
  readonly profiles: Pick<ProfilesStore, 'kept'>;
  readonly steps: Pick<StepsStore, 'kept'>;
  /** 8 random characters of base64url. */
  readonly newMemberId: () => string;
  /** Ms since the epoch. */
  readonly now: () => number;
}

/**
 * Makes a person a member of the group that WeChat vouches for, and answers its board. The same data again changes
 * nothing. Two calls of the database for a member, seven the first time.
 * Throws a CallError: those of `groupOf`, and `cloud-error` where the person left the group, or was forgotten, in the
 * same moment.
 */
export async function enterGroup(
  parts: EnterParts,
  openid: string,
  data: GroupData & { readonly watermark: Watermark },
): Promise<Board> {
  const { memberships, now } = parts;
  const named = groupOf(data);
  const enteredAt = data.watermark.timestamp * 1000;
  if (!(await memberships.enter(openid, named.group, enteredAt))) await join(parts, openid, named, enteredAt);
  const members = await memberships.membersOf(named.group, maxMembers);
  const mine = members.find((member) => member.openid === openid) ?? (await memberships.find(openid, named.group));
  if (mine === undefined) throw new CallError('cloud-error', 'The caller left the group in the same moment.');
  return boardOf(members, mine, now());
}

/**
 * Adds the membership with copies of what is known. A change that comes between reading and adding finds no membership
 * to copy itself into: so all is read once more, and what is newer is copied. What is older by then was deleted in
 * between, for all that is kept only gets newer: the copies do not outlive it.
 */
async function join(parts: EnterParts, openid: string, named: GroupOf, enteredAt: number): Promise<void> {
  const { memberships, newMemberId, now } = parts;
  const before = await known(parts, openid);
  const { nickname, avatar, rev } = before.profile;
  const member = newMemberId();
  const added = await memberships.add({
    ...named,
    openid,
    member,
    visible: true,
    joinedAt: now(),
    enteredAt,
    nickname,
    avatar,
    profileRev: rev,
    days: newestDays(before.steps.days),
    takenAt: before.steps.takenAt,
  });
  if (!added) return;
  const after = await known(parts, openid);
  if (after.profile.rev < rev || after.steps.takenAt < before.steps.takenAt) {
    await memberships.remove(openid, named.group, member);
    throw new CallError('cloud-error', 'The caller was forgotten in the same moment.');
  }
  if (after.profile.rev > rev) await memberships.copyProfile(openid, after.profile);
  if (after.steps.takenAt > before.steps.takenAt) await memberships.copySteps(openid, after.steps);
}

async function known({ profiles, steps }: EnterParts, openid: string) {
  const [profile, kept] = await Promise.all([profiles.kept(openid), steps.kept(openid)]);
  return { profile: shownProfile(profile) satisfies ShownProfile, steps: kept ?? { takenAt: 0, days: {} } };
}
