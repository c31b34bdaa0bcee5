import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Profile } from '../../../cloud/contract/contract';
import type { CallFunction } from '../../wechat/call-function';
import { OpenDataError } from '../../wechat/open-data-error';
import { dataOf, failed, pending, type AsyncState } from '../async-state';

export interface ProfilePorts {
  readonly callFunction: CallFunction;
  /** Reads what the avatar button gave: a temporary path, or undefined where nothing was chosen. */
  readonly readAvatar: (detail: unknown) => string | undefined;
  /** Uploads a picture; answers its file id. */
  readonly upload: (filePath: string) => Promise<string>;
  readonly deleteFile: (fileID: string) => Promise<void>;
  /** Forgets on this phone what the cloud has just forgotten. */
  readonly forgetHere: () => void;
  /** Ms since the epoch. */
  readonly now: () => number;
}

export interface ProfileActions {
  /** Reads what the cloud keeps about the person. */
  readonly load: () => Promise<void>;
  /** Keeps a nickname that passes WeChat's content check. */
  readonly saveNickname: (nickname: string) => Promise<void>;
  /** `detail` of `chooseavatar`. The picture is `pending` until WeChat has judged it. */
  readonly saveAvatar: (detail: unknown) => Promise<void>;
  /** Deletes everything that the cloud and this phone keep about the person. */
  readonly forgetEverything: () => Promise<void>;
  /** Does again what failed. */
  readonly recover: () => Promise<void>;
}

export type ProfileStore = ProfileActions & Omit<StoreApi<AsyncState<Profile>>, 'setState'>;

/** The person's own profile outside React. Errors are in the state; no action throws. */
export function createProfileStore(ports: ProfilePorts): ProfileStore {
  const { callFunction } = ports;
  const { subscribe, getState, getInitialState, setState } = createStore<AsyncState<Profile>>(() => ({
    status: 'idle',
  }));
  const set = (state: AsyncState<Profile>) => setState(state, true);
  let turn = 0;
  let again: () => Promise<void> = () => Promise.resolve();

  /** Does `work` and shows its answer, unless something newer was started meanwhile. */
  const run = async (work: (isNewest: () => boolean) => Promise<Profile>): Promise<void> => {
    const mine = (turn += 1);
    set(pending(getState()));
    try {
      const data = await work(() => mine === turn);
      if (mine !== turn) return;
      set({ status: 'success', data, updatedAt: ports.now() });
    } catch (reason) {
      if (mine !== turn) return;
      again = () => run(work);
      set(failed(getState(), reason));
    }
  };

  const read = () => callFunction('me', 'profile', {});

  const keepAvatar = async (fileID: string): Promise<Profile> => {
    try {
      return await callFunction('me', 'saveAvatar', { fileID });
    } catch (error) {
      // Refused for good: nobody would ever look at it. What only got lost on the way is sent again.
      if (error instanceof OpenDataError && !error.retryable) await discard(fileID);
      throw error;
    }
  };

  const discard = (fileID: string): Promise<void> =>
    ports.deleteFile(fileID).catch((error: unknown) => console.warn(`useProfile: ${fileID} stays behind`, error));

  return {
    subscribe,
    getState,
    getInitialState,
    async load() {
      const before = dataOf(getState());
      await run(read);
      const state = getState();
      if (state.status === 'success' && wasRefused(before, state.data)) {
        set(failed(state, new OpenDataError('content-refused', "the picture did not pass WeChat's content check")));
      }
    },

    async saveNickname(text) {
      const nickname = text.trim();
      const known = dataOf(getState());
      if (nickname === '' || nickname === known?.nickname) return;
      await run(async (isNewest) => {
        const send = (asked: number) => callFunction('me', 'saveNickname', { nickname, turn: asked });
        const asked = (known ?? (await read())).turn;
        const answer = await send(asked);
        // Another save was faster: this one is a new wish, in the turn that it is now.
        return answer.nickname === nickname || answer.turn === asked || !isNewest() ? answer : send(answer.turn);
      });
    },

    saveAvatar(detail) {
      let uploaded: string | undefined;
      return run(async () => {
        const filePath = ports.readAvatar(detail);
        if (filePath === undefined) return dataOf(getState()) ?? read();
        // eslint-disable-next-line require-atomic-updates -- this picture is sent by one try at a time
        uploaded ??= await ports.upload(filePath);
        return keepAvatar(uploaded);
      });
    },

    forgetEverything: () =>
      run(async () => {
        await callFunction('me', 'forgetEverything', {});
        ports.forgetHere();
        return read();
      }),

    recover: () => again(),
  };
}

/** WeChat's verdict comes later, and takes a refused picture away. */
const wasRefused = (before: Profile | undefined, now: Profile): boolean =>
  before?.avatar?.state === 'pending' && now.avatar === null;
