import { useEffect } from 'react';
import { useStore } from 'zustand';
import { callFunction } from '../../wechat/call-function';
import { getEnterOptions } from '../../wechat/enter-options';
import { getGroupData } from '../../wechat/group-enter';
import { useDidShow } from '../../wechat/page';
import { receiveBoard } from '../useGroup';
import { createShareTicketStore, type Entry } from './store';

/** One store for the whole app: an entry is looked at once, however many components ask. */
export const shareTicketStore = createShareTicketStore({
  getEnterOptions,
  getGroupData,
  callFunction,
  receive: receiveBoard,
});

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
  useEffect(() => void shareTicketStore.look(), []);
  useDidShow(() => void shareTicketStore.look());
  return { entry, retry: shareTicketStore.retry };
}
