import { useStore } from 'zustand';
import type { Profile } from '../../../cloud/contract/contract';
import { readAvatar } from '../../wechat/avatar';
import { callFunction } from '../../wechat/call-function';
import { deleteFile, uploadPicture } from '../../wechat/files';
import type { AsyncState } from '../async-state';
import { forgetLists } from '../useActivities';
import { forgetActivities } from '../useActivity';
import { forgetAlbums } from '../useAlbum/kept';
import { forgetGroups } from '../useGroup';
import { phoneNumberStore } from '../usePhoneNumber';
import { forgetDrafts } from '../usePlan/kept';
import { weRunStore } from '../useWeRun';
import { createProfileStore, type ProfileActions } from './store';

/** One store for the whole app. */
export const profileStore = createProfileStore({
  callFunction,
  readAvatar,
  upload: (filePath) => uploadPicture('avatars', filePath),
  deleteFile,
  forgetHere() {
    phoneNumberStore.reset();
    weRunStore.reset();
    forgetGroups();
    forgetAlbums();
    forgetActivities();
    forgetLists();
    forgetDrafts();
  },
  now: Date.now,
});

/**
 * What the app knows about the person who holds the phone, and the ways to change it and to have it forgotten.
 *
 * @example
 * const { state, saveAvatar } = useProfile();
 * return <Button openType="chooseAvatar" onChooseAvatar={({ detail }) => void saveAvatar(detail)}>头像</Button>;
 */
export function useProfile(): { readonly state: AsyncState<Profile> } & ProfileActions {
  const state = useStore(profileStore);
  const { load, saveNickname, saveAvatar, forgetEverything, recover } = profileStore;
  return { state, load, saveNickname, saveAvatar, forgetEverything, recover };
}
