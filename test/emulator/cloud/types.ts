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
}

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
}

/** What tests and the workbench break on purpose. */
export interface Faults {
  /** Kills the worker in the middle of the next `times` calls of this function. */
  killFunction(name: string, times: number): void;
  /** Holds the next `times` calls of this function for `ms` before its code runs; its timeout counts on. */
  delayFunction(name: string, ms: number, times: number): void;
  /** The next `times` cloud calls of this name answer `errcode`. */
  failOpenApi(name: string, errcode: number, times: number): void;
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
  /** Everything gone: collections, documents, files. */
  clear(): Promise<void>;

  /** Absent while this CloudBase cannot break anything on purpose. */
  readonly faults: Faults;

  readonly calls: readonly CallRecord[];
  onCall(listener: (record: CallRecord) => void): () => void;
}
