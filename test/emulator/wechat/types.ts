/** What the platform knows and answers; the rest of the local WeChat (`cloud/`, the phones' server) asks here. */
import type { Access, AuthSetting, EncryptedOpenData, GivenPhoneNumber, PhoneApi, PhoneOffer } from '../phone/bridge';
import type { Asker, Chats, GroupEnterAsk } from './chats/types';
import type { ContentCheck, PushMessage, Suggestion } from './content/types';
import type { CodeSession } from './sessions';
import type { UpdatableMessages } from './updatable/types';

/** A number as WeChat hands it out. `phoneNumber` carries the area code abroad; `countryCode` is digits alone. */
export interface PhoneNumber {
  readonly phoneNumber: string;
  readonly purePhoneNumber: string;
  readonly countryCode: string;
}

export interface User {
  readonly openid: string;
  readonly nickName: string;
  readonly avatarUrl: string;
  /** Steps by UTC+8 day, `YYYY-MM-DD`. */
  readonly steps: Readonly<Record<string, number>>;
  /** WeRun: on; off (the phone shows the enable page and fails); a device without it. */
  readonly weRun: 'on' | 'off' | 'unsupported';
  /** Bound to this WeChat account, the one that was used last first. May be empty. */
  readonly phoneNumbers: readonly PhoneNumber[];
}

/** What a project declares in WeChat's console; the local WeChat takes all as declared unless told otherwise. */
export interface AppDeclaration {
  readonly appId: string;
  readonly contractName: string;
  /** Scopes and APIs absent from the privacy guideline: they fail with errno 112. */
  readonly undeclared: readonly string[];
  /** Whether Cloud Base is opened: without it there are no cloudIDs. */
  readonly cloud: boolean;
  /** A personal subject has no phone number button and no content checks. */
  readonly subject: 'company' | 'personal';
  /** Successes of the phone number buttons that are free or bought; 1000 are free. Source: open-ability/getPhoneNumber.md */
  readonly phoneQuota: number;
  /** WeChat blocks this app's phone number buttons: errno 1421102. */
  readonly phoneBlocked: boolean;
  /** Whether who shared a card gets a ticket by opening it, as everybody else does. UNCONFIRMED; default: no. */
  readonly sharerGetsTicket: boolean;
  /** Calls of createActivityId, and of setUpdatableMsg, that WeChat takes in a minute: then 45009. Default: null, any number. */
  readonly updatableLimit: number | null;
  /**
   * Whether setUpdatableMsg takes target_state 2. The guide has that state, the API's page does not: UNCONFIRMED.
   * `refused`: 47502. Default: `accepted`.
   */
  readonly updatableEnd: 'accepted' | 'refused';
  /**
   * Whether setUpdatableMsg takes an activity_id that no card was sent with yet: UNCONFIRMED. `refused`: 47501, as if
   * nobody had made it. Default: `refused`.
   */
  readonly updatableUnsent: 'accepted' | 'refused';
}

/** What the phone number buttons have cost. Each success counts, redeemed or not. */
export interface PhoneBilling {
  /** Successes of either button. */
  readonly used: number;
  readonly left: number;
  readonly byApi: Readonly<Record<PhoneApi, number>>;
}

/** What `phonenumber.getPhoneNumber` answers, as its HTTPS API gives it. */
export type RedeemedPhoneCode =
  | {
      readonly errcode: 0;
      readonly errmsg: 'ok';
      readonly phone_info: {
        readonly phoneNumber: string;
        readonly purePhoneNumber: string;
        /** The page says string, its sample shows 86: the sample is what is answered here. */
        readonly countryCode: number;
        readonly watermark: { readonly timestamp: number; readonly appid: string };
      };
    }
  | { readonly errcode: number; readonly errmsg: string };

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
  /** What a tap on a phone number button leads to: a choice of numbers, privacy first, or a failure. Costs nothing. */
  phoneOffer(openid: string, api: PhoneApi): PhoneOffer;
  /**
   * The user allows: a code (5 minutes, single use, bound to this user and app), and for getPhoneNumber the old way's
   * encrypted data. Counts one success. Throws a WxFailure where {@link phoneOffer} does not answer a choice.
   */
  givePhoneNumber(openid: string, api: PhoneApi, numberId: string): Promise<GivenPhoneNumber>;
  /** A number that the user adds or removes on WeChat's own page. Adding one that is there puts it first. */
  addPhoneNumber(openid: string, number: PhoneNumber): Promise<User>;
  removePhoneNumber(openid: string, numberId: string): Promise<User>;
  /**
   * `phonenumber.getPhoneNumber`. 40029: code wrong, old, used. 40003: `openid` is given and the code is somebody
   * else's (UNCONFIRMED which code WeChat answers); the code is used up by that (UNCONFIRMED: the stricter reading).
   */
  redeemPhoneCode(code: string, openid?: string): Promise<RedeemedPhoneCode>;
  readonly phoneBilling: PhoneBilling;

  readonly chats: Chats;
  /**
   * `{ opengid, chat_type, open_single_roomid }` of the group in whose card the user entered, and `group_openid` if it
   * is asked for. Throws a WxFailure with errCode 40097 (no such entry, or none with a ticket) or 65206 (the user is
   * not in that group any more).
   */
  getGroupEnterInfo(asker: Asker, ask: GroupEnterAsk): Promise<EncryptedOpenData>;
  /** `{ openGId }`. Throws a WxFailure for a ticket that was not given in this life of the mini program. */
  getShareInfo(asker: Asker, shareTicket: string): Promise<EncryptedOpenData>;
  /** The group's name, for its members; null for everybody else, and for an id that no group has. */
  groupName(openid: string, openGid: string): string | null;

  readonly updatable: UpdatableMessages;

  /** The user is here now: content checks need a user who was here in the last two hours. */
  visit(openid: string): void;
  wasHereLately(openid: string): boolean;

  readonly contentChecks: {
    /** Media that were handed in, oldest first. */
    readonly all: readonly ContentCheck[];
    /** Takes bytes in: the verdict is pushed by the clock, or by {@link deliver}. */
    submit(openid: string, suggest: Suggestion | 'unreachable'): Promise<ContentCheck>;
    /** Pushes what is pending now, or this one again, with another verdict if one is given; answers how many. Rejects without a receiver. */
    deliver(traceId?: string, suggest?: Suggestion): Promise<number>;
  };
  /** Where WeChat's pushes go; the last one counts. Returns what ends it. A rejection is kept in the check's `error`. */
  onPush(receiver: (message: PushMessage) => Promise<void>): () => void;

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
