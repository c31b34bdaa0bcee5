import type { Photo } from '../../../cloud/contract/contract';
import { OpenDataError } from '../../wechat/open-data-error';

/** A chosen picture that is not in the album yet. */
export type Upload = {
  readonly id: number;
  /** Temporary, of this phone: fit for an `Image`. */ readonly path: string;
} & (
  | { readonly status: 'uploading'; /** 0 to 100; 100 while the album takes it. */ readonly percent: number }
  | { readonly status: 'failed'; readonly error: OpenDataError }
);

export interface UploadPorts {
  readonly upload: (path: string, onProgress: (percent: number) => void) => Promise<string>;
  readonly deleteFile: (fileID: string) => Promise<void>;
  /** Puts an uploaded file into the album; the same file again answers the same photo. */
  readonly keep: (fileID: string) => Promise<Photo>;
  /** Takes a photo out of the album. */
  readonly takeOut: (photo: string) => Promise<void>;
  /** The photos that the person sees in the album. */
  readonly inSight: () => readonly string[];
  readonly show: (uploads: readonly Upload[]) => void;
  readonly done: (photo: Photo) => void;
}

export interface Uploads {
  readonly add: (paths: readonly string[]) => Promise<void>;
  readonly retry: (id: number) => Promise<void>;
  /** Puts a failed one away; it stays as failed where nobody can say that it is not in the album. */
  readonly dismiss: (id: number) => Promise<void>;
  /** Drops all; one that is under way gets into no album any more. */
  readonly forget: () => void;
}

/** Uploads one picture after the other, so that a slow line finishes some instead of none. */
export function createUploads({ upload, deleteFile, keep, takeOut, inSight, show, done }: UploadPorts): Uploads {
  let uploads: readonly Upload[] = [];
  /** Files that are in the cloud and, for all that is known, not in the album, by upload. */
  const uploaded = new Map<number, string>();
  let queue: Promise<void> = Promise.resolve();
  let ids = 0;

  const set = (next: readonly Upload[]) => show((uploads = next));
  const change = (id: number, to: (upload: Upload) => Upload) =>
    set(uploads.map((other) => (other.id === id ? to(other) : other)));
  const fail = (id: number, error: OpenDataError) => change(id, ({ path }) => ({ id, path, status: 'failed', error }));
  /** Told in tens: each change is a setData. */
  const progress = (id: number, percent: number): void => {
    const tens = Math.floor(percent / 10) * 10;
    const upload = uploads.find((other) => other.id === id);
    if (upload?.status === 'uploading' && upload.percent === tens) return;
    change(id, ({ path }) => ({ id, path, status: 'uploading', percent: tens }));
  };

  const discard = async (id: number): Promise<void> => {
    const fileID = uploaded.get(id);
    if (fileID === undefined) return;
    uploaded.delete(id);
    await deleteFile(fileID).catch((error: unknown) => console.warn(`useAlbum: ${fileID} stays behind`, error));
  };

  const isDropped = (id: number): boolean => !uploads.some((upload) => upload.id === id);

  /** The album was asked for it and did not say no: it may be there, and the group would see what was put away here. */
  const withdraw = async (id: number, fileID: string): Promise<void> => {
    const before = inSight();
    progress(id, 100);
    try {
      const { photo } = await keep(fileID);
      // One that they saw in the album beside the tile is theirs to delete there.
      if (!before.includes(photo)) await takeOut(photo);
    } catch (reason) {
      const error = OpenDataError.from(reason);
      // Full of pending ones, it has not taken this one either.
      if (error.retryable && error.code !== 'photos-pending' && !isDropped(id)) throw error;
    }
  };

  const send = async ({ id, path }: Upload): Promise<void> => {
    if (isDropped(id)) return;
    try {
      const fileID = uploaded.get(id) ?? (await upload(path, (percent) => progress(id, percent)));
      uploaded.set(id, fileID);
      progress(id, 100);
      if (isDropped(id)) {
        await discard(id);
        return;
      }
      const photo = await keep(fileID);
      uploaded.delete(id);
      if (isDropped(id)) return;
      set(uploads.filter((other) => other.id !== id));
      done(photo);
    } catch (reason) {
      const error = OpenDataError.from(reason);
      // Refused for good: nobody would ever look at it. What only got lost on the way is put into the album again.
      if (!error.retryable || isDropped(id)) await discard(id);
      fail(id, error);
    }
  };

  const enqueue = (added: readonly Upload[]): Promise<void> => {
    for (const upload of added) queue = queue.then(() => send(upload));
    return queue;
  };

  return {
    add(paths) {
      const added = paths.map((path): Upload => ({ id: (ids += 1), path, status: 'uploading', percent: 0 }));
      set([...uploads, ...added]);
      return enqueue(added);
    },

    retry(id) {
      const failed = uploads.filter((upload) => upload.id === id && upload.status === 'failed');
      failed.forEach(() => progress(id, 0));
      return enqueue(failed);
    },

    async dismiss(id) {
      if (!uploads.some((upload) => upload.id === id && upload.status === 'failed')) return;
      const fileID = uploaded.get(id);
      try {
        if (fileID !== undefined) await withdraw(id, fileID);
      } catch (reason) {
        fail(id, OpenDataError.from(reason));
        return;
      }
      set(uploads.filter((upload) => upload.id !== id));
      await discard(id);
    },

    forget() {
      const failed = uploads.filter(({ status }) => status === 'failed');
      set([]);
      failed.forEach(({ id }) => void discard(id));
    },
  };
}
