import { membershipOf } from '../../domain/groups/membership';
import { temporaryUrls } from '../../platform/files';
import { membershipsStore } from '../../stores/memberships-store';

/**
 * Temporary URLs of members' avatars, in the order asked; null where there is none, or nobody of that id in this group.
 * Two calls of the database and one of the storage. Throws a CallError: `not-a-member`, `cloud-error`.
 */
export async function avatarsOf(
  openid: string,
  group: string,
  members: readonly string[],
): Promise<readonly (string | null)[]> {
  await membershipOf(membershipsStore, openid, group);
  const named = await membershipsStore.namedIn(group, members);
  const files = new Map(named.flatMap(({ member, avatar }) => (avatar === null ? [] : [[member, avatar] as const])));
  const urls = await temporaryUrls([...files.values()]);
  const byMember = new Map([...files.keys()].map((member, at) => [member, urls[at]]));
  return members.map((member) => byMember.get(member) ?? null);
}
