import type { AvatarParts } from '../domain/profiles/profile-stores';
import { moveFile, removeFiles, temporaryUrl } from '../platform/files';
import { checksStore } from './checks-store';
import { picturesStore } from './pictures-store';
import { profilesStore } from './profiles-store';

/** What the rules about avatars need, in CloudBase. */
export const avatarParts: AvatarParts = {
  profiles: profilesStore,
  pictures: picturesStore,
  checks: checksStore,
  files: { url: temporaryUrl, move: moveFile, remove: removeFiles },
};
