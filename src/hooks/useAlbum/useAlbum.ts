import { useStore } from 'zustand';
import { callFunction } from '../../wechat/call-function';
import { deleteFile, uploadPicture } from '../../wechat/files';
import { chooseImages, previewImages } from '../../wechat/media';
import { albums } from './kept';
import { createAlbumStore, type AlbumActions, type AlbumState, type AlbumStore } from './store';

/** The one store of a group's album. */
export function albumOf(group: string): AlbumStore {
  const album =
    albums.get(group) ??
    createAlbumStore(group, {
      callFunction,
      choose: () => chooseImages(),
      upload: (path, onProgress) => uploadPicture('album', path, onProgress),
      deleteFile,
      preview: previewImages,
      now: Date.now,
    });
  albums.set(group, album);
  return album;
}

export type UseAlbum = AlbumState & AlbumActions;

/**
 * A group's photos, for its members.
 *
 * @example
 * const { photos, uploads, load, choose } = useAlbum(group);
 * useDidShow(() => void load());
 */
export function useAlbum(group: string): UseAlbum {
  const store = albumOf(group);
  const state = useStore(store);
  const { load, clearError, refresh, more, choose, add, retry, dismiss, remove, open } = store;
  return { ...state, load, clearError, refresh, more, choose, add, retry, dismiss, remove, open };
}
