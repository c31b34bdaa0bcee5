/** Everything that the workbench shows; `load.ts` fills it, `actions.ts` changes what it was filled from. */
import { create } from 'zustand';
import type { ArmedFault, CallRecord, TimerInfo } from '../cloud/types';
import type { ClockState, Consents, EmulatorInfo, PhoneInfo, PhoneRecords } from '../control/types';
import type { Chat, Message } from '../wechat/chats/types';
import type { ContentCheck } from '../wechat/content/types';
import type { AppDeclaration, PhoneBilling, User } from '../wechat/types';
import type { UpdatableActivity } from '../wechat/updatable/types';

/** A chat as the user of one phone sees it. */
export interface Talk {
  readonly chat: Chat;
  /** Oldest first. */
  readonly messages: readonly Message[];
}

export interface WorkbenchState {
  /** The socket that brings changes is open. */
  readonly connected: boolean;
  readonly info: EmulatorInfo | undefined;
  readonly app: AppDeclaration | undefined;
  /** What the phone number buttons have cost. */
  readonly billing: PhoneBilling | undefined;
  /** Oldest first. */
  readonly checks: readonly ContentCheck[];
  readonly users: readonly User[];
  /** Those that a browser shows, in the order of their opening. */
  readonly phones: readonly PhoneInfo[];
  /** The one that the panels are about. */
  readonly phone: PhoneInfo | undefined;
  /** By phone. */
  readonly talks: Readonly<Record<string, readonly Talk[]>>;
  /** What updatable cards are about. */
  readonly activities: readonly UpdatableActivity[];
  /** Of the user who holds the phone. */
  readonly consents: Consents | undefined;
  readonly clock: ClockState | undefined;
  readonly functions: readonly string[];
  readonly timers: readonly TimerInfo[];
  /** Faults that wait for their next case. */
  readonly armed: readonly ArmedFault[];
  /** Newest last. */
  readonly calls: readonly CallRecord[];
  readonly records: PhoneRecords | undefined;
  readonly collections: readonly string[];
  readonly collection: string | undefined;
  readonly documents: readonly unknown[];
  /** What just happened or went wrong, one sentence. */
  readonly notice: { readonly text: string; readonly failed: boolean } | undefined;
}

export const useWorkbench = create<WorkbenchState>(() => ({
  connected: true,
  info: undefined,
  app: undefined,
  billing: undefined,
  checks: [],
  users: [],
  phones: [],
  phone: undefined,
  talks: {},
  activities: [],
  consents: undefined,
  clock: undefined,
  functions: [],
  timers: [],
  armed: [],
  calls: [],
  records: undefined,
  collections: [],
  collection: undefined,
  documents: [],
  notice: undefined,
}));

/** The user who holds the phone that the panels are about. */
export function useHolder(): User | undefined {
  return useWorkbench(({ users, phone }) => users.find(({ openid }) => openid === phone?.openid));
}

export function useHolderOf({ openid }: PhoneInfo): User | undefined {
  return useWorkbench(({ users }) => users.find((user) => user.openid === openid));
}

const NONE: readonly Talk[] = [];

/** The chats of whoever holds this phone. */
export function useTalks(phoneId: string): readonly Talk[] {
  return useWorkbench(({ talks }) => talks[phoneId] ?? NONE);
}
