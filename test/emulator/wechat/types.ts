/** What the platform knows and answers; the rest of the local WeChat (`cloud/`, the phones' server) asks here. */
import type { Access, AuthSetting, EncryptedOpenData } from '../phone/bridge';
import type { CodeSession } from './sessions';

export interface User {
  readonly openid: string;
  readonly nickName: string;
  readonly avatarUrl: string;
  /** Steps by UTC+8 day, `YYYY-MM-DD`. */
  readonly steps: Readonly<Record<string, number>>;
  /** WeRun: on; off (the phone shows the enable page and fails); a device without it. */
  readonly weRun: 'on' | 'off' | 'unsupported';
}

/** What a project declares in WeChat's console; the local WeChat takes all as declared unless told otherwise. */
export interface AppDeclaration {
  readonly appId: string;
  readonly contractName: string;
  /** Scopes and APIs absent from the privacy guideline: they fail with errno 112. */
  readonly undeclared: readonly string[];
  /** Whether Cloud Base is opened: without it there are no cloudIDs. */
  readonly cloud: boolean;
}

/** What WeChat puts where a CloudID stood. */
export type ResolvedCloudID =
  | { readonly cloudID: string; readonly data: unknown }
  | { readonly cloudID: string; readonly errCode: -601005 | -601006 | -601007; readonly errMsg: string };

export interface Platform {
  readonly app: AppDeclaration;
  declare(patch: Partial<Omit<AppDeclaration, 'appId'>>): Promise<void>;

  readonly users: readonly User[];
  user(openid: string): User;
  createUser(user: Partial<User>): Promise<User>;
  updateUser(openid: string, patch: Partial<Omit<User, 'openid'>>): Promise<User>;

  /** Sets one UTC+8 day (`YYYY-MM-DD`), leaving the others. */
  setSteps(openid: string, day: string, step: number): Promise<User>;

  access(openid: string, api: string, scope?: string): Access;
  answerScope(openid: string, scope: string, granted: boolean): Promise<void>;
  answerPrivacy(openid: string, agreed: boolean): Promise<void>;
  getPrivacySetting(openid: string): { needAuthorization: boolean; privacyContractName: string };
  getSetting(openid: string): AuthSetting;
  /** The user deletes the mini program: every consent is forgotten. */
  forgetConsents(openid: string): Promise<void>;

  /** A new code of wx.login: 5 minutes, single use. */
  login(openid: string): Promise<{ code: string }>;
  /** Whether wx.login was called at all: before that, wx.checkSession fails. */
  isLoggedIn(openid: string): boolean;
  /** What `auth.code2Session` answers a developer's server. */
  redeemLoginCode(code: string): Promise<CodeSession>;
  /** Throws a WxFailure where access is not granted, WeRun is off or unsupported. */
  getWeRunData(openid: string): Promise<EncryptedOpenData>;
  /** The user's current session key, base64 of 16 bytes (never leaves the server on WeChat; here for tests and VoIP). */
  sessionKey(openid: string): string;

  /** A fault: the next `times` CloudIDs reach the phone `ms` after they were issued. */
  ageCloudIDs(ms: number, times: number): void;
  /** Resolves one CloudID for the user who calls: the documented data, or one of the three errors. */
  resolveCloudID(cloudID: string, openid: string): ResolvedCloudID;
  /** Reads a stored item of `wx.setStorage`, all of a user. */
  storageOf(openid: string): Readonly<Record<string, unknown>>;
  setStorage(openid: string, key: string, value: unknown): Promise<void>;

  /** As on the first start: users, consents, sessions, CloudIDs and the apps' storage are gone, Ann and Bo are new. */
  reset(): Promise<void>;

  /** Users, consents or the declaration changed; returns the unsubscriber. */
  onChange(listener: () => void): () => void;
}
