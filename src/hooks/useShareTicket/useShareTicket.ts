import { useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { callFunction } from '../../wechat/call-function';
import { countShows, getEnterOptions } from '../../wechat/enter-options';
import { getGroupData } from '../../wechat/group-enter';
import { isFirstPage, useDidShow } from '../../wechat/page';
import { receiveBoard, whenLeft } from '../useGroup';
import { entryKind } from './entry-kind';
import { createShareTicketStore, type Entry } from './store';

/** One store for the whole app: an entry is looked at once, however many components ask. */
export const shareTicketStore = createShareTicketStore({
  getEnterOptions,
  countShows,
  isFirstPage,
  getGroupData,
  callFunction,
  receive: receiveBoard,
});
whenLeft(shareTicketStore.forget);

/**
 * Whether a card with a ticket has opened this page in a group, so that WeChat says which one: to a page with
 * `useShareTicket`, this asks nobody. One's own card and a reminder have no ticket. Another answer after each show.
 */
export function isFromGroup(): boolean {
  const options = getEnterOptions();
  return isFirstPage() && options.shareTicket !== undefined && entryKind(options) === 'group';
}

export interface UseShareTicket {
  readonly entry: Entry;
  /** Looks at the same entry again, after an error. */
  readonly retry: () => Promise<void>;
}

/**
 * How the person has come in and, from a group's card, the verified group; its board is with `useGroup` then.
 *
 * @example
 * const { entry } = useShareTicket();
 * const { state } = useGroup(entry.status === 'group' ? entry.group : undefined);
 */
export function useShareTicket(): UseShareTicket {
  const entry = useStore(shareTicketStore);
  const hasLooked = useRef(false);
  const look = () => {
    hasLooked.current = true;
    void shareTicketStore.look();
  };
  useEffect(look, []);
  useDidShow(look);
  // Looking tells other pages, which may not be while one is drawn; and the first frame must not be the group before.
  return { entry: hasLooked.current ? entry : shareTicketStore.foresee(), retry: shareTicketStore.retry };
}
