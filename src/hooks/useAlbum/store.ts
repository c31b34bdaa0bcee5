import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Photo } from '../../../cloud/contract/contract';
import type { CallFunction } from '../../wechat/call-function';
import { OpenDataError } from '../../wechat/open-data-error';
import { failed, pending, type AsyncState } from '../async-state';
import { createUploads, type Upload, type UploadPorts, type Uploads } from './uploads';

export interface AlbumPorts extends Pick<UploadPorts, 'upload' | 'deleteFile'> {
  readonly callFunction: CallFunction;
  /** Lets the person choose pictures: temporary paths, none where they went back. */
  readonly choose: () => Promise<readonly string[]>;
  /** Shows pictures in full, `current` first. */
  readonly preview: (urls: readonly string[], current: string) => Promise<void>;
  /** Ms since the epoch. */
  readonly now: () => number;
}

export interface AlbumState {
  /** Newest first. */
  readonly photos: AsyncState<readonly Photo[]>;
  /** Whether there are older ones to get. */
  readonly hasMore: boolean;
  /** Pictures on their way into the album, and those that did not get there. */
  readonly uploads: readonly Upload[];
  /** Why the last choosing, opening or deleting failed; the photos themselves stay as they are. */
  readonly error: OpenDataError | undefined;
}

export interface AlbumActions extends Omit<Uploads, 'add' | 'forget'> {
  /** For a page that is shown: the newest photos; WeChat may have judged pending ones. */
  readonly load: () => Promise<void>;
  /** What failed last has been seen. */
  readonly clearError: () => void;
  /** For pull-to-refresh: the same, and older photos are forgotten, which nothing else tells what has become of. */
  readonly refresh: () => Promise<void>;
  /** The next older photos. */
  readonly more: () => Promise<void>;
  /** Lets the person choose pictures and adds them. From a tap only. */
  readonly choose: () => Promise<void>;
  /** Adds pictures by their temporary paths, one after the other. */
  readonly add: (paths: readonly string[]) => Promise<void>;
  /** Deletes a photo of mine: at once on the screen, back again if the cloud did not. */
  readonly remove: (photo: string) => Promise<void>;
  /** Shows a photo in full; its neighbours are a swipe away. */
  readonly open: (photo: string) => Promise<void>;
}

export interface AlbumStore extends AlbumActions, Omit<StoreApi<AlbumState>, 'setState'> {
  /** Forgets the photos, and what was on its way. */
  readonly reset: () => void;
}

/** Thumbnails' URLs live two hours; older pages are not kept longer than that. */
const LIFETIME_MS = 110 * 60_000;
/** What one call of `album/open` takes (cloud/contract/album.ts). */
export const AT_ONCE = 24;

/** One group's album outside React. Errors are in the state; no action throws. */
export function createAlbumStore(group: string, ports: AlbumPorts): AlbumStore {
  const { callFunction, now } = ports;
  const { subscribe, getState, getInitialState, setState } = createStore<AlbumState>(() => ({
    photos: { status: 'idle' },
    hasMore: false,
    uploads: [],
    error: undefined,
  }));
  /** What the cloud has answered, the newest answer about each photo. */
  let known: readonly Photo[] = [];
  let cursor: string | null = null;
  let readAt = -Infinity;
  /** Whether the next newest page begins the album anew. */
  let isAnew = false;
  /** Added since the newest page was asked for, so that an answer from before does not take them away. */
  let added: readonly Photo[] = [];
  /** Deleted, or on the way there: in nobody's sight, unless the cloud refuses. */
  let removing: ReadonlySet<string> = new Set();
  let loading: Promise<void> | undefined;
  let paging: Promise<void> | undefined;
  /** Counts what was read, so that a late answer knows that it is late. */
  let turn = 0;
  /** Counts the times that all was forgotten: what was asked before teaches nothing. */
  let epoch = 0;

  const shown = () => known.filter(({ photo }) => !removing.has(photo));

  /** What is known has changed, whatever is being read. */
  const show = (): void => {
    const { photos } = getState();
    if (photos.status !== 'idle') setState({ photos: { ...photos, data: shown() } });
  };

  const fail = (reason: unknown): void => {
    const error = OpenDataError.from(reason);
    // Whoever is no member any more sees nothing of the group.
    if (error.code === 'not-a-member') known = [];
    setState({ photos: failed(error.code === 'not-a-member' ? { status: 'idle' } : getState().photos, error) });
  };

  /** Whether the album is closed to the person, as another call than reading has found out. */
  const lost = (reason: unknown): boolean => {
    if (OpenDataError.from(reason).code !== 'not-a-member') return false;
    turn += 1;
    loading = paging = undefined;
    fail(reason);
    return true;
  };

  const read = async (from: string | null): Promise<void> => {
    const mine = (turn += 1);
    setState({ photos: pending(getState().photos) });
    if (from === null) added = [];
    try {
      const { photos, next } = await callFunction('album', 'page', { group, cursor: from });
      if (mine !== turn) return;
      if (from === null) begin(photos, next);
      else {
        known = [...without(known, photos), ...photos];
        cursor = next;
      }
      setState({ photos: { status: 'success', data: shown(), updatedAt: now() }, hasMore: cursor !== null });
    } catch (reason) {
      if (mine === turn) fail(reason);
    }
  };

  /** The newest page; the older ones stay where they join on to it. */
  const begin = (photos: readonly Photo[], next: string | null): void => {
    const last = photos[photos.length - 1]?.photo;
    // Judged meanwhile and not among the newest: it is gone, or between pages that were read before.
    const isAway = ({ photo, state }: Photo) =>
      state === 'pending' && !removing.has(photo) && !isIn(photo, photos) && !isIn(photo, added);
    const isKept = !isAnew && now() - readAt < LIFETIME_MS && !known.some(isAway);
    const joint = isKept ? known.findIndex(({ photo }) => photo === last) : -1;
    isAnew = false;
    const older = next === null || joint < 0 ? [] : without(known.slice(joint + 1), photos);
    if (older.length === 0) {
      cursor = next;
      readAt = now();
    }
    known = [...without(added, photos), ...photos, ...without(older, added)];
  };

  /** Does what the person asked for beside the list; a failure is theirs to see. */
  const act = async (work: () => Promise<void>): Promise<void> => {
    const mine = epoch;
    setState({ error: undefined });
    try {
      await work();
    } catch (reason) {
      if (mine === epoch && !lost(reason)) setState({ error: OpenDataError.from(reason) });
    }
  };

  const takeOut = async (photo: string): Promise<void> => {
    removing = new Set([...removing, photo]);
    show();
    try {
      await callFunction('album', 'remove', { group, photo });
    } catch (refusal) {
      removing = new Set([...removing].filter((other) => other !== photo));
      show();
      throw refusal;
    }
  };

  const { forget, ...uploads } = createUploads({
    ...ports,
    keep(fileID) {
      const mine = epoch;
      return callFunction('album', 'add', { group, fileID }).catch((reason: unknown) => {
        if (mine === epoch) lost(reason);
        throw reason;
      });
    },
    takeOut,
    inSight: () => shown().map(({ photo }) => photo),
    show: (list) => setState({ uploads: list }),
    done(photo) {
      added = [photo, ...added];
      known = [photo, ...without(known, [photo])];
      show();
    },
  });

  const load = (): Promise<void> => {
    if (loading !== undefined) return loading;
    const mine = read(null).finally(() => {
      if (loading === mine) loading = undefined;
    });
    return (loading = mine);
  };

  return {
    subscribe,
    getState,
    getInitialState,
    ...uploads,
    load,

    clearError: () => setState({ error: undefined }),

    refresh() {
      isAnew = true;
      setState({ error: undefined });
      return load();
    },

    more() {
      if (loading !== undefined || cursor === null) return loading ?? Promise.resolve();
      if (paging !== undefined) return paging;
      const mine = read(cursor).finally(() => {
        if (paging === mine) paging = undefined;
      });
      return (paging = mine);
    },

    reset() {
      turn += 1;
      epoch += 1;
      known = added = [];
      cursor = null;
      readAt = -Infinity;
      removing = new Set();
      loading = paging = undefined;
      setState({ photos: { status: 'idle' }, hasMore: false, error: undefined });
      forget();
    },

    choose: () => act(async () => void uploads.add(await ports.choose())),

    remove: (photo) => act(() => takeOut(photo)),

    open: (photo) =>
      act(async () => {
        const all = shown().map((other) => other.photo);
        const from = Math.max(0, Math.min(all.indexOf(photo) - AT_ONCE / 2, all.length - AT_ONCE));
        const wanted = all.slice(from, from + AT_ONCE);
        const { urls } = await callFunction('album', 'open', { group, photos: wanted });
        const gone = new Set(wanted.filter((_, index) => !urls[index]));
        if (gone.size > 0) {
          known = known.filter((other) => !gone.has(other.photo));
          show();
        }
        const current = urls[wanted.indexOf(photo)];
        if (!current) {
          void load();
          throw new OpenDataError('photo-missing', `album/open: ${photo} is gone`);
        }
        await ports.preview(
          urls.filter((url): url is string => url !== null),
          current,
        );
      }),
  };
}

const without = (photos: readonly Photo[], others: readonly Photo[]): readonly Photo[] =>
  photos.filter(({ photo }) => !isIn(photo, others));

const isIn = (photo: string, photos: readonly Photo[]): boolean => photos.some((other) => other.photo === photo);
