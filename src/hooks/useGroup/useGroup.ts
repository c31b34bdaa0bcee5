import { useMemo } from 'react';
import { useStore } from 'zustand';
import type { Board } from '../../../cloud/contract/contract';
import { callFunction } from '../../wechat/call-function';
import { dataOf, type AsyncState } from '../async-state';
import { forgetAlbum } from '../useAlbum/kept';
import { weRunStore } from '../useWeRun';
import { createBoardStore, type BoardActions, type BoardState, type BoardStore } from './board-store';
import { withMySteps } from './my-steps';
import { groupsStore } from './useGroups';

const boards = new Map<string, BoardStore>();
const leftListeners: ((group?: string) => void)[] = [];

/** Tells `listener` of each group that was left; of none by name where all are forgotten. */
export const whenLeft = (listener: (group?: string) => void): void => void leftListeners.push(listener);

/** Others that hold something of the group forget it. */
function left(group: string): void {
  groupsStore.forget(group);
  forgetAlbum(group);
  leftListeners.forEach((tell) => tell(group));
}

/** The one store of a group's board. */
export function boardOf(group: string): BoardStore {
  const board = boards.get(group) ?? createBoardStore(group, { callFunction, left, now: Date.now });
  boards.set(group, board);
  return board;
}

/** A board that a card's entry was answered with: nobody has to load it. */
export const receiveBoard = (board: Board): void => boardOf(board.group).receive(board);

/** The cloud has forgotten the person, so this forgets their groups too. */
export function forgetGroups(): void {
  groupsStore.reset();
  boards.forEach((board) => board.reset());
  leftListeners.forEach((tell) => tell());
}

export interface UseGroup extends BoardActions {
  /** The board, with my own steps as fresh as `useWeRun` has them. */
  readonly state: AsyncState<Board>;
  readonly avatars: BoardState['avatars'];
  readonly leaving: BoardState['leaving'];
}

/**
 * The board of one group of mine; idle as long as `group` is undefined.
 *
 * @example
 * const { state, load } = useGroup(group);
 * useDidShow(() => void load());
 */
export function useGroup(group: string | undefined): UseGroup {
  const store = boardOf(group ?? '');
  const { board, avatars, leaving } = useStore(store);
  const days = dataOf(useStore(weRunStore))?.days;
  const state = useMemo(() => {
    const data = dataOf(board);
    return data === undefined ? board : { ...board, data: withMySteps(data, days) };
  }, [board, days]);
  const { load, refresh, setVisible, leave, retry, showAvatars } = store;
  return { state, avatars, leaving, load, refresh, setVisible, leave, retry, showAvatars };
}
