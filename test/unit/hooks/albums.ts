/** An album's store over a scripted cloud and a phone that does what the test says. */
import type { Photo } from '../../../cloud/contract/contract';
import { dataOf } from '../../../src/hooks/async-state';
import { createAlbumStore, type AlbumPorts, type AlbumStore } from '../../../src/hooks/useAlbum/store';
import { Cloud } from './cloud-script';
import type { Pending } from './pending';

export const group = 'group-weekend';
export const photo = (id: string, changes: Partial<Photo> = {}): Photo => ({
  photo: id,
  thumbnail: `https://thumbnail/${id}`,
  width: 800,
  height: 600,
  addedAt: 0,
  state: 'passed',
  mine: false,
  nickname: '',
  ...changes,
});
export const photos = (...ids: string[]) => ids.map((id) => photo(id));

export interface AlbumWorld {
  readonly cloud: Cloud;
  readonly store: AlbumStore;
  /** Uploads that were begun, the first one first. */
  readonly uploads: ({ path: string; onProgress: (percent: number) => void } & Pending<string>)[];
  readonly deleted: string[];
  readonly previewed: { urls: readonly string[]; current: string }[];
  /** The photos that the state has. */
  readonly shown: () => readonly string[] | undefined;
  /** Loads, and is answered with these as the newest. */
  readonly opened: (ids: readonly string[], next: string | null) => Promise<void>;
}

export function albumWith(ports: Pick<AlbumPorts, 'choose' | 'now'>): AlbumWorld {
  const cloud = new Cloud();
  const uploads: AlbumWorld['uploads'] = [];
  const deleted: string[] = [];
  const previewed: AlbumWorld['previewed'] = [];
  const store = createAlbumStore(group, {
    ...ports,
    callFunction: cloud.callFunction,
    upload: (path, onProgress) => new Promise((resolve, reject) => uploads.push({ path, onProgress, resolve, reject })),
    deleteFile: (fileID) => Promise.resolve(void deleted.push(fileID)),
    preview: (urls, current) => Promise.resolve(void previewed.push({ urls, current })),
  });
  const shown = () => dataOf(store.getState().photos)?.map(({ photo: id }) => id);
  const opened = async (ids: readonly string[], next: string | null): Promise<void> => {
    void store.load();
    await cloud.answer(cloud.calls.length - 1, { photos: photos(...ids), next });
  };
  return { cloud, store, uploads, deleted, previewed, shown, opened };
}
