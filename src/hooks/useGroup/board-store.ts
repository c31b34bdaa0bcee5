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
  /** Leaving was begun and has failed, perhaps halfway: `retry` finishes it. */
  readonly leaving: boolean;
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
  /** Does again what failed: the same switch, the same leave; else reads the board. Says whether I have left by that. */
  readonly retry: () => Promise<boolean>;
  /** Asks for the avatars of members that are on the screen, those that were not asked for yet. */
  readonly showAvatars: (members: readonly string[]) => Promise<void>;
}

export interface BoardStore extends BoardActions, Omit<StoreApi<BoardState>, 'setState'> {
  /** Takes a board that came by another call. */
  readonly receive: (board: Board) => void;
  readonly reset: () => void;
}

const JUST_NOW_MS = 5_000;

/** Who the reader is there. */
const meIn = ({ members, me }: Board): string => members[me] ?? '';

const unknown: BoardState = { board: { status: 'idle' }, avatars: {}, leaving: false };

/** One group's board outside React. Errors are in the state; no action throws. */
export function createBoardStore(group: string, { callFunction, left, now }: BoardPorts): BoardStore {
  const { subscribe, getState, getInitialState, setState } = createStore<BoardState>(() => unknown);
  /** The newest board that the cloud has answered. */
  let known: Board | undefined;
  /** What is on its way; a refresh meanwhile shares it, since every answer is the board. */
  let request: Promise<void> | undefined;
  /** Counts what was started, so that a late answer knows that it is late. */
  let turn = 0;
  /** Counts the times that the board was had from elsewhere, or forgotten: what was asked before teaches nothing. */
  let epoch = 0;
  /** Whom leaving was begun as, until that is done: the cloud may have forgotten the member, and not yet the photos. */
  let leaver: string | undefined;
  let leaveRequest: Promise<boolean> | undefined;
  /** Switches of `setVisible` that are on their way. */
  let switching = 0;
  /** What failed last, where it was more than reading. */
  let failedAction: (() => Promise<unknown>) | undefined;

  const set = (board: AsyncState<Board>) => setState({ board, leaving: failedAction === leave });

  const learn = (board: Board): Board => {
    // Came back by a card: as somebody else.
    if (meIn(board) !== leaver) leaver = undefined;
    return (known = board);
  };

  const take = (board: Board): void => {
    failedAction = undefined;
    set({ status: 'success', data: learn(board), updatedAt: now() });
  };

  const run = (work: () => Promise<Board>, again?: () => Promise<void>): Promise<void> => {
    const mine = (turn += 1);
    failedAction = undefined;
    set(pending(getState().board));
    const running = work()
      .then(
        (board) => (mine === turn ? take(board) : undefined),
        (reason: unknown) => (mine === turn ? fail(reason, again) : undefined),
      )
      .finally(() => {
        if (request === running) request = undefined;
      });
    return (request = running);
  };

  /** Whoever is no member any more sees nothing of the group, and may finish leaving. */
  const fail = (reason: unknown, again: (() => Promise<unknown>) | undefined): void => {
    const error = OpenDataError.from(reason);
    const isOut = error.code === 'not-a-member';
    if (isOut) known = undefined;
    failedAction = isOut && leaver !== undefined ? leave : again;
    set(failed(known ? { status: 'pending', data: known } : { status: 'idle' }, error));
  };

  const reset = (): void => {
    turn += 1;
    epoch += 1;
    known = request = leaver = failedAction = undefined;
    setState(unknown);
    avatars.forget();
  };

  const refresh = (): Promise<void> => {
    // Nobody knows yet which group it will be.
    if (group === '') return Promise.resolve();
    return (
      request ??
      run(async () => {
        const board = await callFunction('share', 'board', { group });
        avatars.renew();
        return board;
      })
    );
  };

  const setVisible = (visible: boolean): Promise<void> => {
    const shown = dataOf(getState().board);
    if (shown === undefined || shown.visible === visible || leaveRequest) return Promise.resolve();
    const before = request;
    const mine = epoch;
    const ours = (board: Board): Board => (mine === epoch ? learn(board) : board);
    const send = (as: Board) =>
      callFunction('share', 'setVisible', { group, member: meIn(as), visible, turn: as.turn });
    set({ status: 'pending', data: { ...shown, visible } });
    switching += 1;
    // After what is on its way: two taps reach the cloud in their order.
    return run(
      async () => {
        await before;
        // Whoever was forgotten meanwhile wishes nothing any more.
        if (known === undefined) return shown;
        const asked = known;
        const answer = await send(asked);
        const isSameTurn = answer.turn === asked.turn && meIn(answer) === meIn(asked);
        // Another phone of theirs was faster: this tap is a new wish, of whom they are now and in the turn that it is now.
        return ours(answer.visible === visible || isSameTurn ? answer : await send(answer));
      },
      () => setVisible(visible),
    ).finally(() => (switching -= 1));
  };

  const quit = async (): Promise<boolean> => {
    if (leaver === undefined && known === undefined) await refresh();
    let member: string | null | undefined = leaver ?? (known && meIn(known));
    if (!member) return false;
    turn += 1;
    failedAction = undefined;
    set(pending(getState().board));
    while (member) {
      const asked: string = (leaver = member);
      try {
        // Another phone of theirs left and came back: they are still a member, as somebody else.
        ({ member } = await callFunction('share', 'leave', { group, member: asked }));
      } catch (reason) {
        if (leaver === asked) fail(reason, leave);
        return false;
      }
      // Came back by a card, or all was forgotten.
      if (leaver !== asked) return false;
    }
    reset();
    left(group);
    return true;
  };

  function leave(): Promise<boolean> {
    if (leaveRequest) return leaveRequest;
    const running = quit().finally(() => {
      leaveRequest = undefined;
      if (request === shared) request = undefined;
    });
    const shared = running.then(() => undefined);
    // Whoever reads meanwhile waits: they would hide that it failed.
    request = shared;
    return (leaveRequest = running);
  }

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
    setVisible,
    leave,
    showAvatars: avatars.want,

    load() {
      const { board } = getState();
      const justNow = board.status === 'success' && Math.abs(now() - board.updatedAt) < JUST_NOW_MS;
      return justNow ? Promise.resolve() : refresh();
    },

    retry: async () => (await (failedAction ?? refresh)()) === true,

    receive(board) {
      // Asked before a switch: its answer is the newer board.
      const isOlder = switching > 0 || board.turn < (known?.turn ?? 0);
      if (isOlder && known && meIn(known) === meIn(board)) return;
      turn += 1;
      epoch += 1;
      request = undefined;
      avatars.renew();
      take(board);
    },
  };
}
