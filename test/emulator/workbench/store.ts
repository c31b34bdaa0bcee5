/** Everything that the workbench shows; `load.ts` fills it, `actions.ts` changes what it was filled from. */
import { create } from 'zustand';
import type { CallRecord } from '../cloud/types';
import type { ClockState, Consents, EmulatorInfo, PhoneInfo, PhoneRecords } from '../control/types';
import type { ContentCheck } from '../wechat/content/types';
import type { AppDeclaration, PhoneBilling, User } from '../wechat/types';

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
  readonly phone: PhoneInfo | undefined;
  /** Of the user who holds the phone. */
  readonly consents: Consents | undefined;
  readonly clock: ClockState | undefined;
  readonly functions: readonly string[];
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
  phone: undefined,
  consents: undefined,
  clock: undefined,
  functions: [],
  calls: [],
  records: undefined,
  collections: [],
  collection: undefined,
  documents: [],
  notice: undefined,
}));

/** The user who holds the phone. */
export function useHolder(): User | undefined {
  return useWorkbench(({ users, phone }) => users.find(({ openid }) => openid === phone?.openid));
}
