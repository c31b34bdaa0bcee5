/** A local CloudBase over functions that a test writes, with the genuine wx-server-sdk of this project. */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Clock } from '../../emulator/clock';
import { createCloudBase } from '../../emulator/cloud';
import type { CallRequest, CloudBase, CloudOptions } from '../../emulator/cloud/types';
import { openStorage, type Storage } from '../../emulator/storage';
import { createPlatform } from '../../emulator/wechat';
import type { Platform } from '../../emulator/wechat/types';

export const APP_ID = 'wxlocal0000000001';

/** Begin of a function's code: the SDK, its database, command. */
export const SDK = `
const cloud = require('wx-server-sdk');
cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV });
const db = cloud.database();
const _ = db.command;
`;

/** A function that runs the code of its event: `return` answers, the SDK's errors are answered as `{ failure }`. */
const SCRIPT = `${SDK}
const Script = Object.getPrototypeOf(async () => undefined).constructor;
exports.main = async (event) => {
  try {
    return await new Script('cloud', 'db', '_', 'event', event.code)(cloud, db, _, event);
  } catch (error) {
    return { failure: { errCode: error.errCode, errMsg: String(error.errMsg ?? error.stack), code: error.code } };
  }
};`;

export interface FunctionSource {
  readonly code: string;
  readonly config?: object;
}

export interface LocalCloud {
  readonly cloud: CloudBase;
  readonly platform: Platform;
  readonly clock: Clock;
  readonly storage: Storage;
  readonly functionRoot: string;
  /** Calls as user `openid`; the answer is `result`. */
  call<T = unknown>(name: string, data?: object, openid?: string, cloudIDs?: CallRequest['cloudIDs']): Promise<T>;
  /** Runs code inside a cloud function, as user `openid`, with `cloud`, `db`, `_` and `event`. */
  script<T = unknown>(code: string, openid?: string): Promise<T>;
  write(name: string, source: FunctionSource | string): void;
  stop(): Promise<void>;
}

export interface LocalCloudOptions {
  readonly functions?: Readonly<Record<string, FunctionSource | string>>;
  readonly collections?: readonly string[];
  readonly openapi?: CloudOptions['openapi'];
  readonly pushReceiver?: string;
  readonly indexes?: CloudOptions['indexes'];
  readonly timers?: boolean;
  /** Where the clock stands at the start, in a form that Date.parse reads; default: the machine's. */
  readonly now?: string;
  /** Folder of the storage; memory by default. */
  readonly storageFolder?: string;
}

export async function startLocalCloud(options: LocalCloudOptions): Promise<LocalCloud> {
  const folder = mkdtempSync(path.join(tmpdir(), 'local-cloud-'));
  const functionRoot = path.join(folder, 'functions');
  mkdirSync(functionRoot);
  symlinkSync(path.resolve(__dirname, '../../../node_modules'), path.join(folder, 'node_modules'));
  const write = (name: string, source: FunctionSource | string): void => {
    const { code, config } = typeof source === 'string' ? { code: source, config: undefined } : source;
    mkdirSync(path.join(functionRoot, name), { recursive: true });
    writeFileSync(path.join(functionRoot, name, 'index.js'), code);
    if (config !== undefined) writeFileSync(path.join(functionRoot, name, 'config.json'), JSON.stringify(config));
  };
  for (const [name, source] of Object.entries({ script: SCRIPT, ...options.functions })) write(name, source);

  const clock = new Clock();
  if (options.now !== undefined) clock.setOffset(Date.parse(options.now) - Date.now());
  const storage = await openStorage(options.storageFolder);
  const platform = await createPlatform({ storage, clock, appId: APP_ID });
  const cloud = createCloudBase({
    platform,
    clock,
    storage,
    functionRoot,
    env: 'local-env',
    openapi: options.openapi ?? {},
    ...(options.pushReceiver !== undefined && { pushReceiver: options.pushReceiver }),
    ...(options.indexes !== undefined && { indexes: options.indexes }),
    ...(options.timers !== undefined && { timers: options.timers }),
  });
  await cloud.start();
  for (const name of options.collections ?? []) {
    if (!cloud.collections.includes(name)) await cloud.createCollection(name);
  }
  async function call<T>(
    name: string,
    data = {},
    openid = 'oUserA',
    cloudIDs: CallRequest['cloudIDs'] = {},
  ): Promise<T> {
    const request = { name, data: JSON.stringify(data), cloudIDs };
    return (await cloud.callFunction({ openid, source: 'wx_client' }, request)).result as T;
  }
  return {
    cloud,
    platform,
    clock,
    storage,
    functionRoot,
    write,
    call,
    script: (code, openid) => call('script', { code }, openid),
    stop: async () => {
      await cloud.stop();
      await storage.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The rejection of `promise`; fails where it is fulfilled. */
export async function failureOf(promise: Promise<unknown>): Promise<{ errCode: number; errMsg: string }> {
  const outcome = await promise.then(
    (value) => ({ value }),
    (error: unknown) => ({ error }),
  );
  if ('value' in outcome) throw new Error(`expected a failure, got ${JSON.stringify(outcome.value)}`);
  return outcome.error as { errCode: number; errMsg: string };
}

/** What a script answers whose SDK call failed. */
export interface Failed {
  readonly failure: { readonly errCode: number; readonly errMsg: string; readonly code?: string };
}
