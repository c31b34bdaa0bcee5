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
  /** Nobody has looked yet, or the group was left since. */
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
  /** How often the app has come to the front. */
  readonly countShows: () => number;
  /** Whether the page in front may be the one that the entry has opened. */
  readonly isFirstPage: () => boolean;
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

interface Left {
  readonly groups: Set<string>;
  all: boolean;
}

export interface ShareTicketStore extends ShareTicketActions, Omit<StoreApi<Entry>, 'setState'> {
  /** What `look` is going to make of the entry, for a first frame: changes and asks nothing. */
  readonly foresee: () => Entry;
  /** The group was left, or all of them: the same card opened again is a new entry then. */
  readonly forget: (group?: string) => void;
}

/** Entries outside React. Errors are in the state; no action throws. */
export function createShareTicketStore(ports: ShareTicketPorts): ShareTicketStore {
  const { subscribe, getState, getInitialState, setState } = createStore<Entry>(() => ({ status: 'idle' }));
  const set = (entry: Entry) => setState(entry, true);
  /** The entry that the state is about, and which time in front that was. */
  let looked: EnterOptions | undefined;
  let show = 0;
  /** The group that it led to was left since. */
  let isLeft = false;
  /** What was left since the newest entry was asked for. */
  let left: Left = { groups: new Set(), all: false };
  let request = Promise.resolve();
  let leavingAgain = Promise.resolve();
  /** Counts what was started, so that a late answer knows that it is late. */
  let turn = 0;

  const ask = async ({ shareTicket }: EnterOptions): Promise<Board> => {
    const group = await ports.getGroupData(shareTicket);
    // Else the cloud might take the leave after this, as that of the same member.
    await leavingAgain;
    return ports.callFunction('share', 'enter', { group });
  };

  /** `quiet`: what is shown stays, unless it is another group, or one that the person has left. */
  const enterGroup = async (options: EnterOptions, quiet: boolean): Promise<void> => {
    const mine = (turn += 1);
    const leaving = (left = { groups: new Set(), all: false });
    if (!quiet) set({ status: 'pending' });
    try {
      const board = await ask(options).catch((error: unknown) => {
        // Nobody has to be asked for another CloudID, so nobody notices.
        if (hasExpired(error)) return ask(options);
        throw error;
      });
      if (left === leaving && (left.all || left.groups.has(board.group))) {
        if (mine === turn) markLeft();
        return await (leavingAgain = leaveAgain(board));
      }
      if (mine !== turn) return;
      ports.receive(board);
      set({ status: 'group', group: board.group });
    } catch (reason) {
      const entry = refused(OpenDataError.from(reason), options);
      if (quiet && entry.status !== 'left-group') {
        console.warn('useShareTicket: the group could not be asked for again', reason);
      } else if (mine === turn) set(entry);
    }
  };

  /** The cloud may have taken the entry after the leave. Does nothing where it was before: that member is gone. */
  const leaveAgain = async ({ group, members, me }: Board): Promise<void> => {
    try {
      const member = members[me];
      if (member !== undefined) await ports.callFunction('share', 'leave', { group, member });
    } catch (error) {
      console.warn('useShareTicket: a group that was left could not be left again', error);
    }
  };

  const markLeft = (): void => {
    turn += 1;
    // The page that is in front now must not bring the person back by itself.
    show = ports.countShows();
    isLeft = true;
    set({ status: 'idle' });
  };

  const resolve = (options: EnterOptions, quiet = false): Promise<void> => {
    looked = options;
    show = ports.countShows();
    isLeft = false;
    const kind = entryKind(options);
    if (kind === 'group') return (request = enterGroup(options, quiet));
    turn += 1;
    set({ status: kind });
    return (request = Promise.resolve());
  };

  /** What an entry with these options is, seen from the one before. */
  const newness = (options: EnterOptions): 'new' | 'perhaps' | 'old' => {
    if (looked === undefined) return 'new';
    // From the recent list, the desktop, ...: WeChat brings the person back to what the card before had opened.
    if (!isSame(options, looked)) return entryKind(options) === 'direct' && !isLeft ? 'old' : 'new';
    // After sharing, WeChat shows the app again with the options that it had.
    if (ports.countShows() === show || !ports.isFirstPage()) return 'old';
    if (isLeft) return 'new';
    if (entryKind(options) !== 'group') return 'old';
    const { status } = getState();
    // Without a ticket nothing tells two groups apart.
    if (options.shareTicket === undefined) return status === 'pending' ? 'new' : 'perhaps';
    // What WeChat has refused it may give by now: who had left the group is in it again, the line is back.
    return status === 'group' || status === 'pending' ? 'old' : 'perhaps';
  };

  return {
    subscribe,
    getState,
    getInitialState,

    look() {
      const options = ports.getEnterOptions();
      const is = newness(options);
      return is === 'old' ? request : resolve(options, is === 'perhaps');
    },

    foresee() {
      const options = ports.getEnterOptions();
      if (newness(options) !== 'new') return getState();
      const kind = entryKind(options);
      return { status: kind === 'group' ? 'pending' : kind };
    },

    forget(group) {
      // Nobody knows yet which group it is that is on its way.
      if (group === undefined) left.all = true;
      else left.groups.add(group);
      const entry = getState();
      if (looked === undefined || entryKind(looked) !== 'group') return;
      if (group === undefined || (entry.status === 'group' && entry.group === group)) markLeft();
    },

    retry: () => (looked === undefined || getState().status === 'pending' ? request : resolve(looked)),
  };
}

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
