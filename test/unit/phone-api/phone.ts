/** `wx` on a phone whose WeChat is the real platform; pages and cloud functions are played by the test. */
import { createPhoneService } from '../../emulator/server/phone-service';
import { createMemoryBridge } from '../../emulator/server/memory-bridge';
import { PhoneLine } from '../../emulator/server/phone-line';
import { createClientFiles } from '../../emulator/cloud/files/client-files';
import { Files } from '../../emulator/cloud/files/files';
import type { CallRequest, CloudBase } from '../../emulator/cloud/types';
import type { AppPackage } from '../../emulator/phone/app-package';
import { createWx } from '../../emulator/phone/api';
import { SDK_VERSION } from '../../emulator/phone/api/device';
import { Consent } from '../../emulator/phone/api/consent';
import { TempFiles } from '../../emulator/phone/files/temp-files';
import { createNativeUI } from '../../emulator/phone/native';
import { CardSharing } from '../../emulator/phone/share/card-sharing';
import type { Bridge, Client, FunctionReply, PhoneEvent } from '../../emulator/phone/bridge';
import type { AppEvents, Dialog, PhoneContext } from '../../emulator/phone/parts';
import { newPlatform } from '../wechat/platform';

class Listeners implements AppEvents {
  readonly #listeners: { name: string; listener: (value: unknown) => void }[] = [];

  on(name: string, listener: (value: unknown) => void): void {
    this.#listeners.push({ name, listener });
  }

  off(name: string, listener?: (value: unknown) => void): void {
    const kept = this.#listeners.filter((entry) => entry.name !== name || (listener && entry.listener !== listener));
    this.#listeners.splice(0, Infinity, ...kept);
  }

  emit(name: string, value: unknown): void {
    for (const entry of [...this.#listeners]) if (entry.name === name) entry.listener(value);
  }
}

export type Functions = (request: CallRequest) => FunctionReply | Promise<FunctionReply>;

export async function newPhone(
  functions: Functions = () => ({ result: {}, requestID: 'r' }),
  client: Partial<Client> = {},
) {
  const { platform, clock, storage, ann: openid } = await newPlatform();
  const cloud = {
    callFunction: async (_caller: unknown, request: CallRequest) => functions(request),
    files: createClientFiles(new Files(storage, 'local', clock), () => 'http://127.0.0.1:1'),
  };
  const enter = { path: 'pages/index/index', query: { from: 'test' }, scene: 1001, referrerInfo: {} };
  const line = new PhoneLine('1', 'node', openid, enter);
  const currentPackage = (): AppPackage => {
    throw new Error('this phone has no package');
  };
  const service = createPhoneService({ platform, clock, cloud: cloud as unknown as CloudBase, currentPackage }, line);
  const { bridge: wire, connection } = createMemoryBridge(line, service);
  const bridge: Bridge = { ...wire, request: (method, params) => wire.request(method, params, line.life) };
  line.connect(connection);
  const told: PhoneEvent[] = [];
  line.onEvent((event) => told.push(event));

  const errors: unknown[] = [];
  const opened: { name: string; data: unknown }[] = [];
  const state = { online: true };
  const { avatarUrl, nickName } = platform.user(openid);
  const parts = {
    bridge,
    native: createNativeUI(),
    events: new Listeners(),
    reportError: (error: unknown) => void errors.push(error),
  };
  const context: PhoneContext = {
    ...parts,
    consent: new Consent(parts),
    files: new TempFiles(),
    stack: {
      pages: [],
      openNative: <T>(name: string, data: unknown): Promise<T> => {
        opened.push({ name, data });
        return Promise.resolve(undefined as T);
      },
      ...{ navigateTo: noPages, redirectTo: noPages, reLaunch: noPages, switchTab: noPages, navigateBack: noPages },
      setWindow: () => undefined,
      subscribe: () => () => undefined,
    },
    get package() {
      return currentPackage();
    },
    now: () => clock.now(),
    launchOptions: enter,
    enterOptions: enter,
    theme: 'light',
    client: { platform: 'devtools', libraryVersion: SDK_VERSION, ...client },
    get sharing() {
      return sharing;
    },
    get online() {
      return state.online;
    },
    user: { openid, nickName, avatarUrl },
    storage: new Map(Object.entries(platform.storageOf(openid))),
  };
  const sharing = new CardSharing(context, (work) => work());
  return {
    ...{ wx: createWx(context), context, platform, clock, openid, line, errors, opened },
    warnings: () => told.flatMap((event) => (event.event === 'console' ? [String(event.args[0])] : [])),
    goOffline: () => {
      state.online = false;
    },
  };
}

function noPages(): Promise<never> {
  return Promise.reject(new Error('this phone has no pages'));
}

/** The dialog on top, once it is there. */
export async function dialogOf(context: PhoneContext): Promise<Dialog> {
  for (let tries = 0; tries < 100; tries += 1) {
    const [top] = context.native.dialogs;
    if (top) return top;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  throw new Error('no dialog was shown');
}

/** What an API that knows callbacks only gives. */
export function called<R, F>(api: (options: { success: (result: R) => void; fail: (failure: F) => void }) => unknown) {
  return new Promise<R>((success, fail) => void api({ success, fail }));
}
