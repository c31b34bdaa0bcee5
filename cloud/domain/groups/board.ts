import { type Board, maxMembers } from '../../contract/group';
import { dayOf, secondsADay } from '../steps/days';
import { membershipOf } from './membership';
import type { Membership, MembershipsStore } from './memberships-store';

/** In place of steps: nothing has come for that day; the member does not show them. */
const notCome = -1;
const hidden = -2;

/**
 * The board of a group as one of its members sees it. `today` and `yesterday` are days of UTC+8 by `now` (ms), whatever
 * day the steps were taken on. Ordered by what the group sees of today: most steps first, then who has not come, then
 * who does not show them (`mine` too); among equals by member id, which is random and so in nobody's favour.
 * `mine` is always among the rows, and holds its own numbers also where the group does not see them.
 */
export function boardOf(members: readonly Membership[], mine: Membership, now: number): Board {
  const today = dayOf(now / 1000);
  const yesterday = dayOf(now / 1000 - secondsADay);
  const shown = (member: Membership, day: string) => (member.visible ? (member.days[day] ?? notCome) : hidden);
  const own = (member: Membership, day: string) =>
    member.openid === mine.openid ? (member.days[day] ?? notCome) : shown(member, day);
  const rows = [...withMine(members, mine)].sort(
    (a, b) => shown(b, today) - shown(a, today) || (a.member < b.member ? -1 : 1),
  );
  return {
    group: mine.group,
    today,
    me: rows.findIndex(({ openid }) => openid === mine.openid),
    visible: mine.visible,
    turn: mine.turn,
    members: rows.map(({ member }) => member),
    nicknames: rows.map(({ nickname }) => nickname ?? ''),
    avatars: rows.map(({ avatar }) => (avatar === null ? '0' : '1')).join(''),
    todaySteps: rows.map((row) => own(row, today)),
    yesterdaySteps: rows.map((row) => own(row, yesterday)),
  };
}

/**
 * A full group has 500 members; more are stored where people left it in WeChat, which nobody is told of. Those that
 * entered last are taken, and `mine` in place of the one that has not been there for longest.
 */
function withMine(members: readonly Membership[], mine: Membership): readonly Membership[] {
  if (members.some(({ openid }) => openid === mine.openid)) return members.slice(0, maxMembers);
  return [...members.slice(0, maxMembers - 1), mine];
}

/** What a member asks for. Two calls of the database. `now` in ms. Throws a CallError: `not-a-member`. */
export async function boardFor(
  memberships: Pick<MembershipsStore, 'find' | 'membersOf'>,
  openid: string,
  group: string,
  now: number,
): Promise<Board> {
  const mine = await membershipOf(memberships, openid, group);
  return boardOf(await memberships.membersOf(group, maxMembers), mine, now);
}
