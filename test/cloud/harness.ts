/** The bundled functions, as they are uploaded, on the local CloudBase and the local WeChat; all of it in memory. */
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { bundleFunctions } from '../../config/functions/bundle';
import { schema } from '../../cloud/schema';
import type { contract } from '../../cloud/contract/contract';
import type { Answer } from '../../cloud/contract/errors';
import { Clock } from '../emulator/clock';
import { createCloudBase } from '../emulator/cloud';
import type { GivenPhoneNumber } from '../emulator/phone/bridge';
import type { CallRecord, CloudBase, CloudOptions } from '../emulator/cloud/types';
import { openStorage } from '../emulator/storage';
import { createPlatform } from '../emulator/wechat';
import type { Platform, RedeemedPhoneCode, ResolvedCloudID, User } from '../emulator/wechat/types';

export const appId = 'wx0123456789abcdef';

export interface HarnessOptions {
  /** Whether `setup` has made the collections; default true. */
  readonly setUp?: boolean;
  /** Changes what WeChat puts in place of a CloudID: what an attacker with WeChat's help, or a clock gone wrong, would do. */
  readonly resolve?: (resolved: ResolvedCloudID) => ResolvedCloudID;
  /** The same for what WeChat answers about the code of a phone button; also told of every code that it is given. */
  readonly redeem?: (redeemed: RedeemedPhoneCode) => RedeemedPhoneCode | Promise<RedeemedPhoneCode>;
  /** Whether the clock fires timers of functions; else `cloud.fireTimer` does. Default: false. */
  readonly timers?: boolean;
  /** More cloud calls, or others in place of the local WeChat's. */
  readonly openapi?: CloudOptions['openapi'];
}

export interface Sent {
  readonly openid?: string;
  /** The whole event; `$url` included. */
  readonly event: unknown;
  readonly cloudIDs?: Readonly<Record<string, string>>;
  readonly name?: string;
  readonly source?: string;
}

export interface Harness {
  readonly clock: Clock;
  readonly platform: Platform;
  readonly cloud: CloudBase;
  /** Somebody who has agreed to everything. */
  person(patch?: Partial<User>): Promise<string>;
  /** A fresh CloudID of this person's steps. */
  weRun(openid: string): Promise<string>;
  /** What this person's phone button gives for their first number. */
  phoneButton(openid: string): Promise<GivenPhoneNumber>;
  /** Uploads a picture as `wx.cloud.uploadFile` does and answers its fileID. */
  upload(openid: string, bytes?: Uint8Array, extension?: string): Promise<string>;
  /** Calls `opendata` unless another name is given. */
  send(sent: Sent): Promise<{ readonly answer: Answer<unknown>; readonly record: CallRecord }>;
  /** `weRun` as the phone sends it. */
  sendWeRun(
    openid: string,
    cloudID?: string,
  ): Promise<{ readonly answer: Answer<unknown>; readonly record: CallRecord }>;
  /** Calls a route of `me`. */
  me(
    openid: string,
    route: keyof (typeof contract)['me'],
    input?: object,
    cloudIDs?: Readonly<Record<string, string>>,
  ): Promise<{ readonly answer: Answer<unknown>; readonly record: CallRecord }>;
  /** Everything that is stored. */
  stored(): readonly unknown[];
  stop(): Promise<void>;
}

export async function startHarness({
  setUp = true,
  resolve = (resolved) => resolved,
  redeem = (redeemed) => redeemed,
  timers = false,
  openapi = {},
}: HarnessOptions = {}): Promise<Harness> {
  await bundled();
  const clock = new Clock();
  const storage = await openStorage(undefined);
  const platform = await createPlatform({ storage, clock, appId });
  const cloud = createCloudBase({
    platform: wrapped(platform, resolve, redeem),
    clock,
    storage,
    functionRoot: join(__dirname, '../../cloud/dist'),
    env: 'test',
    pushReceiver: 'verdict',
    indexes: Object.fromEntries(schema.map(({ name, indexes }) => [name, indexes])),
    timers,
    openapi,
  });
  await cloud.start();

  const harness: Harness = {
    clock,
    platform,
    cloud,
    async person(patch = {}) {
      const { openid } = await platform.createUser(patch);
      await platform.login(openid);
      await platform.answerPrivacy(openid, true);
      await platform.answerScope(openid, 'scope.werun', true);
      return openid;
    },
    async weRun(openid) {
      const { cloudID } = await platform.getWeRunData(openid);
      if (cloudID === undefined) throw new Error('the local WeChat gave no CloudID');
      return cloudID;
    },
    async phoneButton(openid) {
      const offer = platform.phoneOffer(openid, 'getPhoneNumber');
      const [first] = offer.state === 'choose' ? offer.numbers : [];
      if (first === undefined) throw new Error(`the local WeChat offered no number: ${JSON.stringify(offer)}`);
      return platform.givePhoneNumber(openid, 'getPhoneNumber', first.id);
    },
    async upload(openid, bytes = Buffer.from('a picture'), extension = 'png') {
      const path = `avatars/${randomBytes(16).toString('hex')}.${extension}`;
      return (await cloud.files.upload(openid, path, bytes)).fileID;
    },
    me: (openid, route, input = {}, cloudIDs = undefined) =>
      harness.send({ openid, name: 'me', event: { $url: route, ...input }, ...(cloudIDs && { cloudIDs }) }),
    async send({ openid, event, cloudIDs, name = 'opendata', source = 'wx_client' }) {
      const records: CallRecord[] = [];
      const stopListening = cloud.onCall((record) => records.push(record));
      try {
        const { result, requestID } = await cloud.callFunction(
          { source, ...(openid === undefined ? {} : { openid }) },
          { name, data: JSON.stringify(event), ...(cloudIDs === undefined ? {} : { cloudIDs }) },
        );
        const record = records.find((candidate) => candidate.requestID === requestID);
        if (record === undefined) throw new Error('the local CloudBase kept no record of the call');
        return { answer: result as Answer<unknown>, record };
      } finally {
        stopListening();
      }
    },
    async sendWeRun(openid, cloudID) {
      const werun = cloudID ?? (await harness.weRun(openid));
      return harness.send({ openid, event: { $url: 'weRun', werun }, cloudIDs: { werun } });
    },
    stored: () => cloud.collections.flatMap((name) => cloud.documents(name)),
    async stop() {
      await cloud.stop();
      await storage.close();
    },
  };
  if (setUp) await harness.send({ name: 'setup', event: {}, source: '' });
  return harness;
}

let bundling: Promise<unknown> | undefined;
const bundled = (): Promise<unknown> => (bundling ??= bundleFunctions());

function wrapped(
  platform: Platform,
  resolve: Required<HarnessOptions>['resolve'],
  redeem: Required<HarnessOptions>['redeem'],
): Platform {
  return Object.create(platform, {
    redeemPhoneCode: {
      value: async (code: string, openid?: string) => redeem(await platform.redeemPhoneCode(code, openid)),
    },
    resolveCloudID: { value: (cloudID: string, openid: string) => resolve(platform.resolveCloudID(cloudID, openid)) },
  }) as Platform;
}
