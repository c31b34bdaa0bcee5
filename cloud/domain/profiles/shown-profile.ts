import type { ProfileCopies, ShownProfile } from '../groups/memberships-store';
import type { KeptProfile, ProfilesStore } from './profile-stores';

/** What others may know of a profile: an avatar that WeChat has not passed is nobody's but its owner's. */
export function shownProfile({ nickname, avatar, rev }: KeptProfile): ShownProfile {
  return { nickname, avatar: avatar?.state === 'passed' ? avatar.fileID : null, rev };
}

/**
 * Copies what is kept now into this person's memberships: after each change of the profile. What is read may be newer
 * than that change; who made the newer one copies it too, and `rev` decides which copy stays.
 */
export async function spreadProfile(
  { profiles, copies }: { readonly profiles: Pick<ProfilesStore, 'kept'>; readonly copies: ProfileCopies },
  openid: string,
): Promise<KeptProfile> {
  const kept = await profiles.kept(openid);
  if (kept.rev > 0) await copies.copyProfile(openid, shownProfile(kept));
  return kept;
}
