import type { Clock } from '../clock';
import type { CloudBase } from '../cloud/types';
import type { AppPackage } from '../phone/app-package';
import { appName } from '../phone/view/app-name';
import type { PhoneLine } from '../server/phone-line';
import type { Phones } from '../server/phones';
import type { SetUp } from '../server/set-up';
import type { Platform } from '../wechat/types';
import { createChatsControl } from './chats';
import { createFaultsControl } from './faults';
import type { ClockState, Consents, EmulatorInfo, PhoneInfo, ServedControl } from './types';

/** What control reaches of the emulator. */
export interface Controlled {
  readonly url: string;
  readonly projectDir: string;
  readonly env: string;
  readonly dataFolder: string | undefined;
  readonly clock: Clock;
  readonly platform: Platform;
  readonly cloud: CloudBase;
  readonly phones: Phones;
  readonly setUp: SetUp;
  currentPackage(): AppPackage;
  reloadPackage(): Promise<boolean>;
  /** The database was changed from here. */
  databaseChanged(): void;
  /** Faults were armed or taken back. */
  faultsChanged(): void;
}

/** Control in the emulator's own process; `routes.ts` puts it on HTTP. */
export function createControl(emulator: Controlled): ServedControl {
  const { clock, platform, cloud, phones, setUp, projectDir, dataFolder, env } = emulator;

  const info = (): EmulatorInfo => {
    const pack = emulator.currentPackage();
    const { appId, hash } = pack;
    const name = projectDir.split(/[\\/]/).pop() ?? projectDir;
    const project = { dir: projectDir, name, appId, title: appName({ package: pack }) };
    return { url: emulator.url, project, env, packageHash: hash, ...(dataFolder !== undefined && { dataFolder }) };
  };
  const clockState = (): ClockState => ({ now: clock.now(), offset: clock.offset });
  const consentsOf = (openid: string): Consents => ({
    scopes: platform.getSetting(openid),
    privacy: platform.getPrivacySetting(openid),
  });
  const infoOf = (line: PhoneLine): PhoneInfo => phones.info(line, emulator.url);

  return {
    info,
    async reset() {
      clock.setOffset(0);
      cloud.faults.clear();
      emulator.faultsChanged();
      for (const line of phones.all) line.cutOff();
      await cloud.endCalls();
      await platform.reset();
      await cloud.clear();
      await setUp.again();
      emulator.databaseChanged();
      const [first] = platform.users;
      await Promise.all(phones.all.map((line) => phones.restart(line, { openid: first?.openid })));
    },
    async reload() {
      await emulator.reloadPackage();
      return info();
    },
    users: {
      list: () => platform.users,
      create: (user) => platform.createUser(user),
      update: (openid, patch) => platform.updateUser(openid, patch),
      setSteps: (openid, day, step) => platform.setSteps(openid, day, step),
    },
    consents: {
      get: (openid) => consentsOf(openid),
      async answerScope(openid, scope, granted) {
        await platform.answerScope(openid, scope, granted);
        return consentsOf(openid);
      },
      async answerPrivacy(openid, agreed) {
        await platform.answerPrivacy(openid, agreed);
        return consentsOf(openid);
      },
      async forget(openid) {
        await platform.forgetConsents(openid);
        return consentsOf(openid);
      },
    },
    app: {
      get: () => platform.app,
      async declare(patch) {
        await platform.declare(patch);
        return platform.app;
      },
      phoneBilling: () => platform.phoneBilling,
    },
    chats: createChatsControl(emulator),
    updatable: { list: () => platform.updatable.all },
    contentChecks: {
      list: () => platform.contentChecks.all,
      deliver: (traceId, suggest) => platform.contentChecks.deliver(traceId, suggest),
    },
    clock: {
      get: () => clockState(),
      advance(ms) {
        clock.advance(ms);
        return clockState();
      },
      set(now) {
        clock.setOffset(now - Date.now());
        return clockState();
      },
      reset() {
        clock.setOffset(0);
        return clockState();
      },
    },
    functions: {
      list: () => cloud.functions,
      call: (name, data = {}) => cloud.callFunction({ source: '' }, { name, data: JSON.stringify(data) }),
      calls: () => cloud.calls,
      timers: () => cloud.timers,
      fireTimer: (name) => cloud.fireTimer(name),
    },
    faults: createFaultsControl(emulator),
    database: {
      collections: () => cloud.collections,
      async createCollection(name) {
        await cloud.createCollection(name);
        emulator.databaseChanged();
      },
      documents: (collection) => cloud.documents(collection),
      files: () => cloud.files.list(),
      async clear() {
        await cloud.clear();
        await setUp.again();
        emulator.databaseChanged();
      },
    },
    phones: {
      list: () => phones.all.map(infoOf),
      open: async (phone) => infoOf(await phones.open(phone)),
      close: (phoneId) => phones.close(phoneId),
      async switchUser(phoneId, openid) {
        const line = phones.find(phoneId);
        await phones.restart(line, { openid });
        return infoOf(line);
      },
      async restart(phoneId, enter) {
        const line = phones.find(phoneId);
        await phones.restart(line, { enter });
        return infoOf(line);
      },
      enter(phoneId, enter) {
        const line = phones.find(phoneId);
        phones.enter(line, enter);
        return infoOf(line);
      },
      hide(phoneId) {
        const line = phones.find(phoneId);
        line.send({ command: 'hide' });
        return infoOf(line);
      },
      network(phoneId, online) {
        const line = phones.find(phoneId);
        phones.setNetwork(line, online);
        return infoOf(line);
      },
      async setClient(phoneId, client) {
        const line = phones.find(phoneId);
        await phones.restart(line, { client });
        return infoOf(line);
      },
      theme(phoneId, theme) {
        const line = phones.find(phoneId);
        phones.setTheme(line, theme);
        return infoOf(line);
      },
      records: (phoneId) => phones.find(phoneId).records.read(),
      clearRecords: (phoneId) => phones.find(phoneId).records.clear(),
    },
  };
}
