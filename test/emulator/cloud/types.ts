/** The local CloudBase, as the rest of the local WeChat sees it. */
import type { Clock } from '../clock';
import type { DeletedFile, FunctionReply, TemporaryUrl } from '../phone/bridge';
import type { Storage } from '../storage';
import type { Platform } from '../wechat/types';

/** A cloud call (`cloud.openapi.<name>`). Returns WeChat's answer as its HTTPS API gives it, errcode included. */
export type OpenApiHandler = (call: {
  /** The user for whom the function runs; absent for the console and timers. */
  readonly openid: string | undefined;
  /** Parameters under WeChat's snake_case names. */
  readonly fields: Readonly<Record<string, unknown>>;
}) => Readonly<Record<string, unknown>> | Promise<Readonly<Record<string, unknown>>>;

export interface CloudOptions {
  readonly platform: Platform;
  readonly clock: Clock;
  readonly storage: Storage;
  /** cloudfunctionRoot of the project: one folder a function. Undefined = the project has none. */
  readonly functionRoot: string | undefined;
  readonly env: string;
  /** More cloud calls by name, e.g. `updatableMessage.createActivityId`; an unknown one fails with -604100. */
  readonly openapi?: Readonly<Record<string, OpenApiHandler>>;
  /** Function that receives WeChat's pushes (chosen in the CloudBase console). Without it they go nowhere. */
  readonly pushReceiver?: string;
  /** Indexes beside `_id`, by collection, as the console of CloudBase would have them. Default: none. */
  readonly indexes?: DeclaredIndexes;
  /** False: timers are listed and can be fired, but the clock fires none. Default: true. */
  readonly timers?: boolean;
}

/** `unique` is refused: nothing here would keep it. */
export interface DeclaredIndex {
  readonly name: string;
  readonly unique?: boolean;
  /** A field may be a path, `a.b`. */
  readonly fields: readonly { readonly field: string; readonly direction: 'ascending' | 'descending' }[];
}

export type DeclaredIndexes = Readonly<Record<string, readonly DeclaredIndex[]>>;

/** Who calls a function; becomes `getWXContext()`. */
export interface Caller {
  /** Absent for the console and timers. */
  readonly openid?: string;
  /** `wx_client`, `wx_devtools`, `wx_trigger`, ... ; empty for a test from the CloudBase console. */
  readonly source: string;
}

export interface CallRequest {
  readonly name: string;
  /** JSON text of the event. */
  readonly data: string;
  /** Top-level field -> cloudID. */
  readonly cloudIDs?: Readonly<Record<string, string>>;
}

/** One finished call of a function, for the log of the workbench and for tests. */
export interface CallRecord {
  readonly requestID: string;
  readonly name: string;
  readonly openid: string | undefined;
  readonly source: string;
  readonly startedAt: number;
  readonly durationMs: number;
  /** As the function got it; as it was sent, or the beginning of its text, where the call ended before that. */
  readonly event: unknown;
  readonly result: unknown;
  /** CloudBase's error where the call failed. */
  readonly error: { readonly errCode: number; readonly errMsg: string } | undefined;
  readonly console: readonly { readonly level: string; readonly text: string }[];
  readonly databaseCalls: number;
  /** Index entries that its queries walked, or documents where they had no index; all together. */
  readonly examined: number;
  /** Its database calls that were carried out, in the order in which they ended. */
  readonly database: readonly DatabaseOperation[];
  /** Its cloud calls, in the order in which they arrived. */
  readonly openapi: readonly OpenApiCall[];
}

/** One `cloud.openapi.<name>` of a function. */
export interface OpenApiCall {
  readonly name: string;
  /** What WeChat answered, 0 included; CloudBase's own refusal where it did not ask; undefined: the function ended first. */
  readonly errcode: number | undefined;
}

/** What the SDK asked of the database; `commit` and its like belong to transactions. */
export type DatabaseAction =
  | 'add'
  | 'find'
  | 'count'
  | 'update'
  | 'set'
  | 'remove'
  | 'aggregate'
  | 'createCollection'
  | 'start'
  | 'commit'
  | 'abort';

/** One database call that was carried out. */
export interface DatabaseOperation {
  readonly action: DatabaseAction;
  /** Empty for what belongs to no collection. */
  readonly collection: string;
  /** Index entries walked; for a scan, all documents of the collection. Joined collections count whole. */
  readonly examined: number;
  /** Documents that were found, changed, removed or added. */
  readonly returned: number;
  /** The index that was used (`_id_` is every collection's), several joined by ` + `; `scan`; `none`: nothing was looked for. */
  readonly index: string;
}

/** The trigger of a function: `triggers` of its config.json. */
export interface TimerInfo {
  /** The function. */
  readonly function: string;
  /** The trigger's own name. */
  readonly trigger: string;
  /** Seven fields: second, minute, hour, day, month, weekday, year; UTC+8. */
  readonly cron: string;
  /** ms since the epoch, moved; `undefined` where it never fires again. */
  readonly next: number | undefined;
}

/** Which answers a fault is about; what is not given may be anything. */
export interface LostAnswer {
  readonly function?: string;
  /** Default: any that writes. */
  readonly action?: DatabaseAction;
}

/** A fault that waits for its next case: the name of its method in {@link Faults}, and what that was given. */
export type ArmedFault = { readonly left: number } & (
  | { readonly kind: 'killFunction'; readonly name: string; readonly afterDatabaseCalls: number }
  | { readonly kind: 'delayFunction'; readonly name: string; readonly ms: number }
  | { readonly kind: 'duplicateCall'; readonly name: string; readonly afterMs: number }
  | { readonly kind: 'delayDatabase'; readonly ms: number }
  | { readonly kind: 'loseAnswer'; readonly which: LostAnswer }
  | { readonly kind: 'databaseBusy' }
  | { readonly kind: 'failOpenApi'; readonly name: string; readonly errcode: number }
  | { readonly kind: 'delayOpenApi'; readonly name: string; readonly ms: number; readonly when: 'before' | 'after' }
);

/**
 * What tests and the workbench break on purpose. Each is for the next `times` cases and replaces what was asked before
 * of the same kind and name; ms are the machine's unless it says otherwise.
 */
export interface Faults {
  /**
   * Kills the worker of the next `times` calls of this function as soon as its `afterDatabaseCalls`-th database call was
   * carried out (0: before the first is), and never answers that one. Default: 1. A call that makes fewer is killed before
   * it can answer.
   */
  killFunction(name: string, times: number, how?: { readonly afterDatabaseCalls?: number }): void;
  /** Holds the next `times` calls of this function for `ms` before its code runs; its timeout counts on. */
  delayFunction(name: string, ms: number, times: number): void;
  /**
   * Delivers the next `times` calls of this function twice, as CloudBase may (at least once). The caller gets the
   * answer of the first delivery. The second runs at once, or when the moved clock is `afterMs` further.
   */
  duplicateCall(name: string, times: number, how?: { readonly afterMs?: number }): void;
  /** Holds the next `times` database calls for `ms` before they are carried out. */
  delayDatabase(ms: number, times: number): void;
  /** Carries out the next `times` such calls, then breaks their connections: the SDK rejects, and does not try again. */
  loseAnswer(which: LostAnswer, times: number): void;
  /** The next `times` writes fail with -501004 (more at once than the environment may have), and change nothing. */
  databaseBusy(times: number): void;
  /** The next `times` cloud calls of this name answer `errcode`. */
  failOpenApi(name: string, errcode: number, times: number): void;
  /** Holds the next `times` cloud calls of this name for `ms`, before WeChat carries them out or after. */
  delayOpenApi(name: string, ms: number, times: number, when: 'before' | 'after'): void;
  /** Duplicates that were ordered by a call and wait for the clock are not among them. */
  readonly armed: readonly ArmedFault[];
  /** None is left; duplicates that wait for the clock are never delivered. */
  clear(): void;
}

/**
 * Cloud storage as `wx.cloud` of a user reaches it. Whoever uploads a file owns it; nobody else reads, replaces or
 * deletes it (of the storage rules that CloudBase offers, the strictest). Rejects with `{ errCode, errMsg }`:
 * -503002 not the owner's, -503003 no such file.
 */
export interface ClientFiles {
  upload(openid: string, cloudPath: string, bytes: Uint8Array): Promise<{ fileID: string; statusCode: number }>;
  download(openid: string, fileID: string): Promise<{ bytes: Uint8Array; contentType: string }>;
  temporaryUrls(
    openid: string,
    files: readonly { fileID: string; maxAge?: number }[],
  ): Promise<readonly TemporaryUrl[]>;
  remove(openid: string, fileIDs: readonly string[]): Promise<readonly DeletedFile[]>;
  /** Where WeChat itself draws the file, for everybody who is shown it (a card's picture); undefined where there is none. */
  publicUrl(fileID: string): Promise<string | undefined>;
  /** Paths of all files, of everybody, functions' included: the console's storage page. */
  list(): Promise<readonly string[]>;
}

export interface CloudBase {
  /** Base URL of the wire that `wx-server-sdk` speaks, after `start()`. */
  readonly url: string;
  start(): Promise<void>;
  stop(): Promise<void>;
  /** Rejects with `{ errCode, errMsg }` as `wx.cloud.callFunction` fails. */
  callFunction(caller: Caller, request: CallRequest): Promise<FunctionReply>;
  /** Functions were rebuilt: workers with old code end when their invocation ends; names = undefined means all. */
  reloadFunctions(names?: readonly string[]): Promise<void>;
  readonly functions: readonly string[];

  readonly files: ClientFiles;

  /** The console's database page. */
  readonly collections: readonly string[];
  createCollection(name: string): Promise<void>;
  documents(collection: string): readonly unknown[];
  /** Every function that runs, or waits, fails, and nothing of it is carried out any more. */
  endCalls(): Promise<void>;
  /** {@link endCalls}, then everything gone: collections, documents, files. URLs of files are worth nothing any more. */
  clear(): Promise<void>;

  /** What the functions' config.json declare, as read at the start and at each reload. */
  readonly timers: readonly TimerInfo[];
  /** Fires the timer of this function now and answers what it answered. Rejects where it has none. */
  fireTimer(name: string): Promise<FunctionReply>;

  readonly faults: Faults;

  readonly calls: readonly CallRecord[];
  onCall(listener: (record: CallRecord) => void): () => void;
}
