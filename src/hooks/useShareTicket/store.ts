import { createStore, type StoreApi } from 'zustand/vanilla';
import type { CloudID, GroupData } from '../../../cloud/contract/cloud-id';
import type { Board } from '../../../cloud/contract/contract';
import type { ErrorCode } from '../../../cloud/contract/errors';
import type { CallFunction } from '../../wechat/call-function';
import type { EnterOptions } from '../../wechat/enter-options';
import { OpenDataError } from '../../wechat/open-data-error';
import { entryKind } from './entry-kind';

/** How the person has come in. */
export type Entry =
  /** Nobody has looked yet. */
  | { readonly status: 'idle' }
  /** Not by a card in a chat. */
  | { readonly status: 'direct' }
  /** By a card in a chat of two. */
  | { readonly status: 'single-chat' }
  /** By a private message in a chat of two. */
  | { readonly status: 'private-message' }
  /** By a card in a group that was shared without a ticket: nobody says which group. */
  | { readonly status: 'no-ticket' }
  /** From a group; which one is on its way. */
  | { readonly status: 'pending' }
  /** From this group, verified; its board is with `useGroup`. */
  | { readonly status: 'group'; readonly group: string }
  /** From a group that the person has left since. */
  | { readonly status: 'left-group' }
  /** With a ticket that WeChat knows no group for. */
  | { readonly status: 'wrong-scene' }
  /** With a ticket of an earlier life of the app. */
  | { readonly status: 'ticket-expired' }
  /** This WeChat is too old to say which group. */
  | { readonly status: 'unsupported' }
  | { readonly status: 'error'; readonly error: OpenDataError };

export interface ShareTicketPorts {
  readonly getEnterOptions: () => EnterOptions;
  readonly getGroupData: (shareTicket: string | undefined) => Promise<CloudID<GroupData>>;
  readonly callFunction: CallFunction;
  /** Takes the board that the group's entry was answered with. */
  readonly receive: (board: Board) => void;
}

export interface ShareTicketActions {
  /** Looks how the person has come in, if that was not looked at yet. Shows nothing of WeChat's. */
  readonly look: () => Promise<void>;
  /** Looks at the same entry again, after an error. */
  readonly retry: () => Promise<void>;
}

export type ShareTicketStore = ShareTicketActions & Omit<StoreApi<Entry>, 'setState'>;

/** Entries outside React. Errors are in the state; no action throws. */
export function createShareTicketStore(ports: ShareTicketPorts): ShareTicketStore {
  const { subscribe, getState, getInitialState, setState } = createStore<Entry>(() => ({ status: 'idle' }));
  const set = (entry: Entry) => setState(entry, true);
  /** The entry that the state is about. */
  let looked: EnterOptions | undefined;
  let request = Promise.resolve();
  /** Counts what was started, so that a late answer knows that it is late. */
  let turn = 0;

  const ask = async ({ shareTicket }: EnterOptions): Promise<Board> =>
    ports.callFunction('share', 'enter', { group: await ports.getGroupData(shareTicket) });

  const enterGroup = async (options: EnterOptions): Promise<void> => {
    const mine = (turn += 1);
    set({ status: 'pending' });
    try {
      const board = await ask(options).catch((error: unknown) => {
        // Nobody has to be asked for another CloudID, so nobody notices.
        if (hasExpired(error)) return ask(options);
        throw error;
      });
      if (mine !== turn) return;
      ports.receive(board);
      set({ status: 'group', group: board.group });
    } catch (reason) {
      if (mine === turn) set(refused(OpenDataError.from(reason), options));
    }
  };

  const resolve = (options: EnterOptions): Promise<void> => {
    looked = options;
    const kind = entryKind(options);
    if (kind === 'group') return (request = enterGroup(options));
    turn += 1;
    set({ status: kind });
    return (request = Promise.resolve());
  };

  return {
    subscribe,
    getState,
    getInitialState,

    look() {
      const options = ports.getEnterOptions();
      if (looked !== undefined && isSame(options, looked)) return request;
      // From the recent list, the desktop, ...: WeChat brings the person back to what the card before had opened.
      if (looked !== undefined && entryKind(options) === 'direct') return request;
      return resolve(options);
    },

    retry: () => (looked === undefined || getState().status === 'pending' ? request : resolve(looked)),
  };
}

/** After sharing, WeChat shows the app again with the options that it had. */
const isSame = (a: EnterOptions, b: EnterOptions): boolean => JSON.stringify(a) === JSON.stringify(b);

const hasExpired = (error: unknown): boolean =>
  error instanceof OpenDataError && (error.code === 'cloudid-expired' || error.code === 'open-data-stale');

const statuses: Partial<Record<ErrorCode, 'left-group' | 'wrong-scene' | 'ticket-expired' | 'unsupported'>> = {
  'group-left': 'left-group',
  'group-wrong-scene': 'wrong-scene',
  'group-ticket-expired': 'ticket-expired',
  'api-unsupported': 'unsupported',
};

function refused(error: OpenDataError, { shareTicket }: EnterOptions): Entry {
  const status = statuses[error.code];
  if (status === undefined) return { status: 'error', error };
  return { status: status === 'wrong-scene' && shareTicket === undefined ? 'no-ticket' : status };
}
