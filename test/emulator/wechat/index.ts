import type { Clock } from '../clock';
import type { EncryptedOpenData } from '../phone/bridge';
import type { Storage } from '../storage';
import { decideAccess, privacyDenied, scopeDenied } from './access';
import { AppStorage } from './app-storage';
import { openChats } from './chats';
import { createGroupInfo } from './chats/group-info';
import { CloudIDs } from './cloud-ids';
import { Consents } from './consents';
import { ContentChecks } from './content/checks';
import { fail, WxError } from './failure';
import { encryptOpenData, type Watermark } from './open-data';
import { Billing, FREE_SUCCESSES } from './phone-number/billing';
import { createPhoneButton } from './phone-number/button';
import { PhoneCodes } from './phone-number/codes';
import { Privacy } from './privacy';
import { Sessions } from './sessions';
import { Shelf } from './shelf';
import type { AppDeclaration, Platform, User } from './types';
import { openUpdatable } from './updatable';
import { Users } from './users';
import { Visits } from './visits';
import { stepInfoList } from './we-run';

export interface PlatformOptions {
  readonly storage: Storage;
  readonly clock: Clock;
  readonly appId: string;
  /** As WeChat calls the mini program in its own messages. Default: 小程序. */
  readonly appName?: () => string;
}

/** WeChat, as far as one mini program can see it. Everything it knows is kept in `storage`. */
export async function createPlatform({ storage, clock, appId, ...names }: PlatformOptions): Promise<Platform> {
  const users = await Users.open(storage, clock);
  const sessions = await Sessions.open(storage, clock);
  const privacy = await Privacy.open(storage, clock);
  const consents = await Consents.open(storage);
  const cloudIDs = await CloudIDs.open(storage, clock);
  const appStorage = await AppStorage.open(storage);
  const declarations = await Shelf.open<Partial<AppDeclaration>>(storage, 'wechat-app');

  const codes = await PhoneCodes.open(storage, clock);
  const billing = await Billing.open(storage);
  const visits = new Visits(clock);

  const declared = (): AppDeclaration => ({
    contractName: '《小程序隐私保护指引》',
    undeclared: [],
    cloud: true,
    subject: 'company',
    phoneQuota: FREE_SUCCESSES,
    phoneBlocked: false,
    sharerGetsTicket: false,
    updatableLimit: null,
    updatableEnd: 'accepted',
    updatableUnsent: 'refused',
    ...declarations.get('declared'),
    appId,
  });
  const listeners = new Set<() => void>();
  const changed = <T>(value: T): T => {
    for (const listener of listeners) listener();
    return value;
  };
  const checks = await ContentChecks.open(storage, clock, appId, () => changed(undefined));
  const access = (openid: string, api: string, scope?: string) =>
    decideAccess({ app: declared(), privacy, consents }, users.get(openid).openid, api, scope);
  const watermark = (): Watermark => ({ timestamp: clock.seconds(), appid: appId });

  /** The shape of every open-data API: the data with its watermark, under the session key, and as a CloudID. */
  async function deliver(openid: string, fields: Readonly<Record<string, unknown>>): Promise<EncryptedOpenData> {
    const data = { ...fields, watermark: watermark() };
    const encrypted = encryptOpenData(data, sessions.key(openid));
    return declared().cloud ? { ...encrypted, cloudID: await cloudIDs.issue(openid, data) } : encrypted;
  }

  const {
    chats,
    list,
    tickets,
    reset: resetChats,
  } = await openChats({
    storage,
    clock,
    user: (openid) => users.get(openid),
    firstUsers: () => users.all.slice(0, 2),
    sharerGetsTicket: () => declared().sharerGetsTicket,
  });
  const groupInfo = createGroupInfo({ appId, chats: list, tickets, deliver });
  const appName = names.appName ?? (() => '小程序');
  const { updatable, clear: clearUpdatable } = await openUpdatable({ storage, clock, app: declared, appName, chats });

  const updateUser: Platform['updateUser'] = async (openid, patch) => changed(await users.update(openid, patch));
  const phoneButton = createPhoneButton({
    billing,
    codes,
    app: declared,
    user: (openid) => users.get(openid),
    bind: (openid, phoneNumbers) => updateUser(openid, { phoneNumbers }),
    access,
    encrypt: (openid, number) => deliver(openid, { ...number }),
  });

  const beginSessions = async () => {
    for (const { openid } of users.all) await sessions.begin(openid);
  };
  await beginSessions();

  return {
    get app() {
      return declared();
    },
    async declare(patch) {
      await declarations.set('declared', { ...declarations.get('declared'), ...patch });
      changed(undefined);
    },

    get users() {
      return users.all;
    },
    user: (openid) => users.get(openid),
    async createUser(user) {
      const created = await users.create(user);
      await sessions.begin(created.openid);
      return changed(created);
    },
    updateUser,
    setSteps: async (openid, day, step) => changed(await users.setSteps(openid, day, step)),

    access,
    answerScope: async (openid, scope, granted) =>
      changed(await consents.answer(users.get(openid).openid, scope, granted)),
    answerPrivacy: async (openid, agreed) =>
      changed(await privacy.answer(users.get(openid).openid, agreed, declared())),
    getPrivacySetting: (openid) => ({
      needAuthorization: privacy.needsAuthorization(openid, declared()),
      privacyContractName: declared().contractName,
    }),
    getSetting: (openid) => consents.of(openid),
    async forgetConsents(openid) {
      await Promise.all([consents.forget(openid), privacy.forget(openid)]);
      changed(undefined);
    },

    login: (openid) => sessions.login(users.get(openid).openid),
    isLoggedIn: (openid) => sessions.isLoggedIn(openid),
    redeemLoginCode: (code) => sessions.redeem(code),
    sessionKey: (openid) => sessions.key(openid),

    async getWeRunData(openid) {
      const api = 'getWeRunData';
      const allowed = access(openid, api);
      if (allowed.state === 'fail') throw new WxError(allowed.failure);
      if (allowed.state === 'privacy') throw new WxError(privacyDenied(api));
      if (allowed.state === 'ask') throw new WxError(scopeDenied(api));
      const user: User = users.get(openid);
      if (user.weRun === 'unsupported') throw new WxError(fail(api, 'device not support'));
      // WeChat opens the page that switches WeRun on; leaving that page is a cancel.
      if (user.weRun === 'off') throw new WxError(fail(api, 'cancel'));
      return deliver(openid, { stepInfoList: stepInfoList(user.steps, clock.now()) });
    },

    ...phoneButton,
    get phoneBilling() {
      return billing.read(declared().phoneQuota);
    },

    chats,
    ...groupInfo,
    updatable,

    visit: (openid) => visits.visit(users.get(openid).openid),
    wasHereLately: (openid) => visits.wasHereLately(openid),
    contentChecks: checks,
    onPush: (receiver) => checks.connect(receiver),

    ageCloudIDs: (ms, times) => cloudIDs.delay(ms, times),
    resolveCloudID: (cloudID, openid) => cloudIDs.resolve(cloudID, openid),
    storageOf: (openid) => appStorage.of(openid),
    setStorage: (openid, key, value) => appStorage.set(users.get(openid).openid, key, value),

    async reset() {
      const cleared = [sessions, privacy, consents, cloudIDs, appStorage, declarations, codes, billing, checks];
      visits.clear();
      await Promise.all(cleared.map((part) => part.clear()));
      await users.reset();
      await beginSessions();
      await clearUpdatable();
      await resetChats();
      changed(undefined);
    },

    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
