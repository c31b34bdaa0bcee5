export { profileStore, useProfile } from './useProfile';
export { createProfileStore, type ProfileActions, type ProfilePorts, type ProfileStore } from './store';
export type { Profile } from '../../../cloud/contract/contract';
