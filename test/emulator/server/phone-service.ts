import type { Clock } from '../clock';
import type { CloudBase } from '../cloud/types';
import type { AppPackage } from '../phone/app-package';
import type { Boot, PhoneRequests, WxFailure } from '../phone/bridge';
import { checkText } from '../wechat/content/text';
import { fail, WxError } from '../wechat/failure';
import { typedNumber } from '../wechat/phone-number/button';
import { offered } from '../wechat/phone-number/numbers';
import type { Platform, User } from '../wechat/types';
import type { Holder } from './holders';
import type { PhoneLine } from './phone-line';
import { shareRequests } from './share-requests';
import { UploadParts } from './upload-parts';

export interface ServiceParts {
  readonly platform: Platform;
  readonly cloud: CloudBase;
  readonly clock: Clock;
  /** The mini program as it is compiled now. */
  currentPackage(): AppPackage;
}

type Method = keyof PhoneRequests;
export type Handlers = {
  readonly [M in Exclude<Method, 'boot'>]: (params: PhoneRequests[M][0]) => Promise<PhoneRequests[M][1]>;
};

/** Answers what a phone asks, for the person in whose `life` of the mini program it was asked. */
export type PhoneService = (method: string, params: unknown, life: unknown) => Promise<unknown>;

/** Everything with which this phone starts. */
export function bootOf(parts: ServiceParts, phone: PhoneLine): Boot {
  const { platform, clock } = parts;
  const { openid, nickName, avatarUrl } = platform.user(phone.openid);
  return {
    phoneId: phone.id,
    life: phone.life,
    package: parts.currentPackage(),
    user: { openid, nickName, avatarUrl },
    enter: phone.enter,
    clockOffset: clock.offset,
    theme: phone.theme,
    online: phone.online,
    client: phone.client,
    storage: platform.storageOf(openid),
  };
}

/** The answers to {@link PhoneRequests}. Rejects with an error that {@link failureOf} can make plain. */
export function createPhoneService(parts: ServiceParts, phone: PhoneLine): PhoneService {
  const uploads = new UploadParts();
  return async (method, params, life) => {
    if (method === 'boot') {
      parts.platform.visit(phone.openid);
      return bootOf(parts, phone);
    }
    const holder = phone.holderOf(life);
    if (holder === undefined) throw new WxError(fail(method, 'the mini program that asks this has ended'));
    const handlers = handlersFor(parts, phone, holder, uploads);
    if (!isMethod(handlers, method)) throw new WxError(fail(method, 'the local WeChat has no such request'));
    parts.platform.visit(holder.openid);
    const handler = handlers[method] as (params: unknown) => Promise<unknown>;
    return handler(params);
  };
}

function handlersFor(parts: ServiceParts, phone: PhoneLine, holder: Holder, uploads: UploadParts): Handlers {
  const { platform, cloud } = parts;
  const { openid } = holder;
  const nothing = {} as Record<string, never>;
  return {
    access: ({ api, scope }) => Promise.resolve(platform.access(openid, api, scope)),
    async answerScope({ scope, granted }) {
      await platform.answerScope(openid, scope, granted);
      return nothing;
    },
    async answerPrivacy({ agreed }) {
      await platform.answerPrivacy(openid, agreed);
      return nothing;
    },
    getPrivacySetting: () => Promise.resolve(platform.getPrivacySetting(openid)),
    getSetting: () => Promise.resolve({ authSetting: platform.getSetting(openid) }),
    login: () => platform.login(openid),
    checkSession() {
      if (platform.isLoggedIn(openid)) return Promise.resolve(nothing);
      throw new WxError(fail('checkSession', 'session time out, need relogin'));
    },
    getWeRunData: () => platform.getWeRunData(openid),
    callFunction: (call) => cloud.callFunction({ openid, source: 'wx_client' }, call),
    async setStorage({ key, value }) {
      await platform.setStorage(openid, key, value);
      return nothing;
    },

    phoneOffer: ({ api }) => Promise.resolve(platform.phoneOffer(openid, api)),
    givePhoneNumber: ({ api, numberId }) => platform.givePhoneNumber(openid, api, numberId),
    async addPhoneNumber({ purePhoneNumber, countryCode }) {
      const number = typedNumber(purePhoneNumber, countryCode);
      return numbersOf(await platform.addPhoneNumber(openid, number));
    },
    removePhoneNumber: async ({ numberId }) => numbersOf(await platform.removePhoneNumber(openid, numberId)),

    checkNickname: ({ nickname }) => Promise.resolve({ pass: checkText(nickname).suggest === 'pass' }),

    ...shareRequests(parts, phone, holder),

    uploadPart: ({ upload, base64 }) => Promise.resolve({ received: uploads.add(upload, base64) }),
    uploadFile: async ({ cloudPath, base64, upload }) =>
      cloud.files.upload(openid, cloudPath, uploads.end(upload, base64)),
    async downloadFile({ fileID }) {
      const { bytes, contentType } = await cloud.files.download(openid, fileID);
      return { base64: Buffer.from(bytes).toString('base64'), contentType, statusCode: 200 };
    },
    getTempFileURL: async ({ fileList }) => ({ fileList: await cloud.files.temporaryUrls(openid, fileList) }),
    deleteFile: async ({ fileList }) => ({ fileList: await cloud.files.remove(openid, fileList) }),
  };
}

const numbersOf = ({ phoneNumbers }: User) => ({ numbers: offered(phoneNumbers) });

const isMethod = (handlers: Handlers, method: string): method is keyof Handlers => Object.hasOwn(handlers, method);

/** A rejection as it crosses the bridge: WeChat's and CloudBase's own as they are, anything else by its message. */
export function failureOf(method: string, error: unknown): WxFailure {
  if (typeof error === 'object' && error !== null && 'errMsg' in error && typeof error.errMsg === 'string') {
    const { errMsg, errno, errCode } = error as WxFailure;
    return { errMsg, ...(errno !== undefined && { errno }), ...(errCode !== undefined && { errCode }) };
  }
  return fail(method, error instanceof Error ? error.message : String(error));
}
