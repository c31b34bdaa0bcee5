/** What the control API of the local WeChat offers to tests and to the workbench; `client.ts` speaks it over HTTP. */
import type { ArmedFault, CallRecord, LostAnswer, TimerInfo } from '../cloud/types';
import type { AuthSetting, Client, EnterOptions, FunctionReply, PhoneEvent } from '../phone/bridge';
import type { CardMessage, Chat, Message, NewChat } from '../wechat/chats/types';
import type { ContentCheck, Suggestion } from '../wechat/content/types';
import type { AppDeclaration, PhoneBilling, User } from '../wechat/types';
import type { UpdatableActivity } from '../wechat/updatable/types';

export interface EmulatorInfo {
  readonly url: string;
  readonly project: {
    readonly dir: string;
    /** The folder's. */
    readonly name: string;
    readonly appId: string;
    /** What WeChat calls the mini program. */
    readonly title: string;
  };
  readonly env: string;
  /** `undefined`: everything is in memory. */
  readonly dataFolder?: string;
  /** What runs now: the hash of the compiled mini program. */
  readonly packageHash: string;
}

/** Where a phone runs: the page of a browser, or this process without any drawing. */
export type PhoneHost = 'browser' | 'node';

export interface PhoneInfo {
  readonly id: string;
  readonly host: PhoneHost;
  readonly openid: string;
  /** A page or a Node host is on the line. */
  readonly connected: boolean;
  /** The first page is shown and can be used. */
  readonly ready: boolean;
  readonly online: boolean;
  readonly theme: 'light' | 'dark';
  readonly client: Client;
  /** Routes, bottom first. */
  readonly stack: readonly string[];
  /** The page that a browser opens. */
  readonly url: string;
  /** `wsEndpoint` for miniprogram-automator. */
  readonly automator: string;
}

export type ConsoleRecord = Extract<PhoneEvent, { event: 'console' }>;
export type ExceptionRecord = Extract<PhoneEvent, { event: 'exception' }>;
export type SetDataRecord = Extract<PhoneEvent, { event: 'setData' }>;

/** What a phone did since its records were cleared. Lists keep the newest 500; the counts count all. */
export interface PhoneRecords {
  readonly console: readonly ConsoleRecord[];
  readonly exceptions: readonly ExceptionRecord[];
  readonly setData: {
    readonly count: number;
    /** UTF-8 bytes of JSON, all together. */
    readonly bytes: number;
    readonly largest: number;
    readonly recent: readonly SetDataRecord[];
  };
}

export interface Consents {
  readonly scopes: AuthSetting;
  readonly privacy: { readonly needAuthorization: boolean; readonly privacyContractName: string };
}

export interface ClockState {
  /** ms since the epoch, moved. */
  readonly now: number;
  /** ms added to the machine's clock. */
  readonly offset: number;
}

export interface NewPhone {
  /** Default: the first user. */
  readonly openid?: string;
  /** Default: as the first phone. */
  readonly host?: PhoneHost;
  /** Default: devtools, the newest library. */
  readonly client?: Client;
}

export interface OpenHow {
  readonly cold?: boolean;
  readonly fromHistory?: boolean;
}

/** What is pushed over WS /workbench. Topics without a payload say: ask again. */
export type Change =
  | { readonly topic: 'users' | 'chats' | 'clock' | 'phones' | 'functions' | 'project' | 'database' | 'faults' }
  | { readonly topic: 'call'; readonly record: CallRecord }
  | { readonly topic: 'phone'; readonly phoneId: string; readonly event: Exclude<PhoneEvent, { event: 'automation' }> };

/** Everything rejects with an `Error` whose message says what was wrong. */
export interface Control {
  info(): Promise<EmulatorInfo>;
  /** As on the first start: users, consents, database, clock, faults; runs the setup function, restarts the phones. */
  reset(): Promise<void>;
  /** Compiles the project again and puts it on every phone, as after an edit. */
  reload(): Promise<EmulatorInfo>;

  readonly users: {
    list(): Promise<readonly User[]>;
    create(user: Partial<User>): Promise<User>;
    /** `steps` replaces the history. */
    update(openid: string, patch: Partial<Omit<User, 'openid'>>): Promise<User>;
    /** `day`: UTC+8, `YYYY-MM-DD`. */
    setSteps(openid: string, day: string, step: number): Promise<User>;
  };
  readonly consents: {
    get(openid: string): Promise<Consents>;
    /** Answers a scope beforehand, as if the user had done so in an earlier visit. */
    answerScope(openid: string, scope: string, granted: boolean): Promise<Consents>;
    answerPrivacy(openid: string, agreed: boolean): Promise<Consents>;
    /** The user deletes the mini program. */
    forget(openid: string): Promise<Consents>;
  };
  readonly app: {
    get(): Promise<AppDeclaration>;
    declare(patch: Partial<Omit<AppDeclaration, 'appId'>>): Promise<AppDeclaration>;
    /** What the phone number buttons have cost. */
    phoneBilling(): Promise<PhoneBilling>;
  };
  readonly chats: {
    /** In the order of their making; of one person, the chats that they are in. */
    list(openid?: string): Promise<readonly Chat[]>;
    /** A single chat of two people who have one is answered as it is. */
    create(chat: NewChat): Promise<Chat>;
    /** A group takes up to 500. */
    join(chatId: string, openid: string): Promise<Chat>;
    leave(chatId: string, openid: string): Promise<Chat>;
    /**
     * Oldest first; `openid`: as this member sees them; `client`: on such a phone. Pictures can be drawn: `cloud://` ids
     * are URLs that live for two hours; a picture that was deleted is absent.
     */
    messages(chatId: string, openid?: string, client?: Client): Promise<readonly Message[]>;
    /**
     * Whoever holds the phone taps a card or a reminder. Warm where the mini program runs there, unless `cold`.
     * `fromHistory`: somebody who left the group opens what their phone still has from before. Resolves as
     * {@link Control.phones.restart} and {@link Control.phones.enter} do.
     */
    open(phoneId: string, messageId: string, how?: OpenHow): Promise<PhoneInfo>;
    /**
     * A tap on 提醒我: one reminder when the activity begins. Once more changes nothing. Refused for an ordinary card, and
     * for one that has begun or is over.
     */
    subscribe(messageId: string, openid: string): Promise<void>;
    /** A long press. Refused for a card that was shared with a ticket; what arrives has none. */
    forward(messageId: string, openid: string, toChatId: string): Promise<CardMessage>;
  };
  readonly updatable: {
    /** Every activity_id with all that WeChat was told of it and accepted, oldest first. */
    list(): Promise<readonly UpdatableActivity[]>;
  };
  readonly contentChecks: {
    /** Media that were handed in, oldest first. */
    list(): Promise<readonly ContentCheck[]>;
    /**
     * Pushes every pending verdict now, or this one again, as `suggest` says if it is given; answers how many, once the
     * receiver has answered.
     */
    deliver(traceId?: string, suggest?: Suggestion): Promise<number>;
  };
  readonly clock: {
    get(): Promise<ClockState>;
    advance(ms: number): Promise<ClockState>;
    /** ms since the epoch. */
    set(now: number): Promise<ClockState>;
    /** Back to the machine's. */
    reset(): Promise<ClockState>;
  };
  readonly functions: {
    list(): Promise<readonly string[]>;
    /** As the console does: without openid and source. */
    call(name: string, data?: unknown): Promise<FunctionReply>;
    /** Newest last. */
    calls(): Promise<readonly CallRecord[]>;
    /** Triggers of config.json; the clock fires them. */
    timers(): Promise<readonly TimerInfo[]>;
    /** Fires the timer of this function now. */
    fireTimer(name: string): Promise<FunctionReply>;
  };
  /** As `Faults` of ../cloud/types says; `times` is 1 where it is not given. */
  readonly faults: {
    killFunction(name: string, times?: number, how?: { readonly afterDatabaseCalls?: number }): Promise<void>;
    delayFunction(name: string, ms: number, times?: number): Promise<void>;
    duplicateCall(name: string, times?: number, how?: { readonly afterMs?: number }): Promise<void>;
    delayDatabase(ms: number, times?: number): Promise<void>;
    loseAnswer(which?: LostAnswer, times?: number): Promise<void>;
    databaseBusy(times?: number): Promise<void>;
    /** The next CloudIDs reach the phone `ms` after they were issued. */
    ageCloudIDs(ms: number, times?: number): Promise<void>;
    /** The next cloud calls of this name answer `errcode`: 45011 for the minute quota, -1 for a busy WeChat. */
    failOpenApi(name: string, errcode: number, times?: number): Promise<void>;
    /** `when`: default `before`. */
    delayOpenApi(name: string, ms: number, times?: number, when?: 'before' | 'after'): Promise<void>;
    /** What waits for its next case, CloudIDs apart. A method with `times` 0 takes its fault back. */
    list(): Promise<readonly ArmedFault[]>;
    clear(): Promise<void>;
  };
  readonly database: {
    collections(): Promise<readonly string[]>;
    createCollection(name: string): Promise<void>;
    documents(collection: string): Promise<readonly unknown[]>;
    /** Paths in cloud storage, everybody's. */
    files(): Promise<readonly string[]>;
    /** Collections, documents, files: gone. Runs the setup function. */
    clear(): Promise<void>;
  };
  readonly phones: {
    list(): Promise<readonly PhoneInfo[]>;
    open(phone?: NewPhone): Promise<PhoneInfo>;
    close(phoneId: string): Promise<void>;
    /** Another person takes the phone: a cold start. */
    switchUser(phoneId: string, openid: string): Promise<PhoneInfo>;
    /** A cold start; resolves when the first page can be used, or at once where nobody shows this phone. */
    restart(phoneId: string, enter?: Partial<EnterOptions>): Promise<PhoneInfo>;
    /** A warm start. */
    enter(phoneId: string, enter: Partial<EnterOptions>): Promise<PhoneInfo>;
    hide(phoneId: string): Promise<PhoneInfo>;
    network(phoneId: string, online: boolean): Promise<PhoneInfo>;
    /** Another phone with another WeChat on it: a cold start. */
    setClient(phoneId: string, client: Client): Promise<PhoneInfo>;
    theme(phoneId: string, theme: 'light' | 'dark'): Promise<PhoneInfo>;
    records(phoneId: string): Promise<PhoneRecords>;
    clearRecords(phoneId: string): Promise<void>;
  };
}

/** The same in the emulator's own process, where an answer may be there at once. */
export type ServedControl = Served<Control>;
type Served<T> = {
  readonly [Key in keyof T]: T[Key] extends (...args: infer Args) => Promise<infer Answer>
    ? (...args: Args) => Answer | Promise<Answer>
    : Served<T[Key]>;
};
