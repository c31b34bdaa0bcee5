import { CallError } from '../../contract/call-error';
import type { Membership, MembershipsStore } from './memberships-store';

/** This person's membership: before anything of a group is read or written. Throws a CallError: `not-a-member`. */
export async function membershipOf(
  memberships: Pick<MembershipsStore, 'find'>,
  openid: string,
  group: string,
): Promise<Membership> {
  const found = await memberships.find(openid, group);
  if (found === undefined) throw new CallError('not-a-member', 'The caller is not a member of this group.');
  return found;
}
