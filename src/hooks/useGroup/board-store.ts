import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Board } from '../../../cloud/contract/contract';
import type { CallFunction } from '../../wechat/call-function';
import { OpenDataError } from '../../wechat/open-data-error';
import { dataOf, failed, pending, type AsyncState } from '../async-state';
import { createAvatars } from './avatars';

export interface BoardPorts {
  readonly callFunction: CallFunction;
  /** The group is left: others that show it forget it. */
  readonly left: (group: string) => void;
  /** Ms since the epoch. */
  readonly now: () => number;
}

export interface BoardState {
  readonly board: AsyncState<Board>;
  /** Temporary URLs by member; null: none to show. Whoever is missing was not asked for. */
  readonly avatars: Readonly<Record<string, string | null>>;
}

export interface BoardActions {
  /** For a page that is shown: reads the board, unless one came just now, with the card or with another action. */
  readonly load: () => Promise<void>;
  /** Reads the board. */
  readonly refresh: () => Promise<void>;
  /** Shows my steps to the group, or hides them: at once on the screen, back again if the cloud did not take it. */
  readonly setVisible: (visible: boolean) => Promise<void>;
  /** Takes me out of the board and my photos out of the album; says whether that was done. */
  readonly leave: () => Promise<boolean>;
  /** Asks for the avatars of members that are on the screen, those that were not asked for yet. */
  readonly showAvatars: (members: readonly string[]) => Promise<void>;
}

export interface BoardStore extends BoardActions, Omit<StoreApi<BoardState>, 'setState'> {
  /** Takes a board that came by another call. */
  readonly receive: (board: Board) => void;
  readonly reset: () => void;
}

const JUST_NOW_MS = 5_000;

/** One group's board outside React. Errors are in the state; no action throws. */
export function createBoardStore(group: string, { callFunction, left, now }: BoardPorts): BoardStore {
  const { subscribe, getState, getInitialState, setState } = createStore<BoardState>(() => ({
    board: { status: 'idle' },
    avatars: {},
  }));
  const set = (board: AsyncState<Board>) => setState({ board });
  /** The newest board that the cloud has answered. */
  let known: Board | undefined;
  /** What is on its way; a refresh meanwhile shares it, since every answer is the board. */
  let request: Promise<void> | undefined;
  /** Counts what was started, so that a late answer knows that it is late. */
  let turn = 0;

  const learn = (board: Board): Board => (known = board);

  const take = (board: Board): void => {
    set({ status: 'success', data: learn(board), updatedAt: now() });
  };

  const run = (work: () => Promise<Board>): Promise<void> => {
    const mine = (turn += 1);
    set(pending(getState().board));
    const running = work()
      .then(
        (board) => (mine === turn ? take(board) : undefined),
        (reason: unknown) => (mine === turn ? fail(reason) : undefined),
      )
      .finally(() => {
        if (request === running) request = undefined;
      });
    return (request = running);
  };

  /** Whoever is no member any more sees nothing of the group. */
  const fail = (reason: unknown): void => {
    const error = OpenDataError.from(reason);
    if (error.code === 'not-a-member') known = undefined;
    set(failed(known ? { status: 'pending', data: known } : { status: 'idle' }, error));
  };

  const reset = (): void => {
    turn += 1;
    known = request = undefined;
    setState({ board: { status: 'idle' }, avatars: {} });
    avatars.forget();
  };

  const refresh = (): Promise<void> => {
    // Nobody knows yet which group it will be.
    if (group === '') return Promise.resolve();
    return request ?? run(() => callFunction('share', 'board', { group }));
  };

  const avatars = createAvatars({
    ask: async (members) => (await callFunction('share', 'avatars', { group, members: [...members] })).urls,
    show: (urls) => setState({ avatars: { ...getState().avatars, ...urls } }),
    now,
  });

  return {
    subscribe,
    getState,
    getInitialState,
    refresh,
    reset,
    showAvatars: avatars.want,

    load() {
      const { board } = getState();
      const justNow = board.status === 'success' && now() - board.updatedAt < JUST_NOW_MS;
      return justNow ? Promise.resolve() : refresh();
    },

    receive(board) {
      turn += 1;
      request = undefined;
      take(board);
    },

    setVisible(visible) {
      const shown = dataOf(getState().board);
      if (shown === undefined || shown.visible === visible) return Promise.resolve();
      const before = request;
      set({ status: 'pending', data: { ...shown, visible } });
      const send = (turn: number) => callFunction('share', 'setVisible', { group, visible, turn });
      // After what is on its way: two taps reach the cloud in their order.
      return run(async () => {
        await before;
        const { turn: asked } = known ?? shown;
        const answer = await send(asked);
        const isDone = answer.visible === visible || answer.turn === asked;
        // Another phone of theirs was faster: this tap is a new wish, in the turn that it is now.
        return learn(isDone ? answer : await send(answer.turn));
      });
    },

    async leave() {
      if (known === undefined) await refresh();
      const member = known?.members[known.me];
      if (member === undefined) return false;
      const mine = (turn += 1);
      request = undefined;
      set(pending(getState().board));
      try {
        await callFunction('share', 'leave', { group, member });
        reset();
        left(group);
        return true;
      } catch (reason) {
        if (mine === turn) fail(reason);
        return false;
      }
    },
  };
}
