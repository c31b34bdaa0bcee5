import type { AvatarParts } from '../domain/profiles/profile-stores';
import { membershipsStore } from './memberships-store';
import { pictureParts } from './picture-parts';
import { profilesStore } from './profiles-store';

/** What the rules about avatars need, in CloudBase. */
export const avatarParts: AvatarParts = {
  ...pictureParts,
  profiles: profilesStore,
  copies: membershipsStore,
};
