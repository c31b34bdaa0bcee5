import type { Clock } from '../clock';
import type { CloudBase } from '../cloud/types';
import type { AppPackage } from '../phone/app-package';
import type { Boot, PhoneRequests, WxFailure } from '../phone/bridge';
import { checkText } from '../wechat/content/text';
import { fail, WxError } from '../wechat/failure';
import { typedNumber } from '../wechat/phone-number/button';
import { offered } from '../wechat/phone-number/numbers';
import type { Platform, User } from '../wechat/types';
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
export type Handlers = { readonly [M in Method]: (params: PhoneRequests[M][0]) => Promise<PhoneRequests[M][1]> };

/** Answers what a phone asks, for the person who holds it at that moment. */
export type PhoneService = (method: string, params: unknown) => Promise<unknown>;

/** Everything with which this phone starts. */
export function bootOf(parts: ServiceParts, phone: PhoneLine): Boot {
  const { platform, clock } = parts;
  const { openid, nickName, avatarUrl } = platform.user(phone.openid);
  return {
    phoneId: phone.id,
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
  const { platform, cloud } = parts;
  const nothing = {} as Record<string, never>;
  const uploads = new UploadParts();
  const handlers: Handlers = {
    boot: () => Promise.resolve(bootOf(parts, phone)),
    access: ({ api, scope }) => Promise.resolve(platform.access(phone.openid, api, scope)),
    async answerScope({ scope, granted }) {
      await platform.answerScope(phone.openid, scope, granted);
      return nothing;
    },
    async answerPrivacy({ agreed }) {
      await platform.answerPrivacy(phone.openid, agreed);
      return nothing;
    },
    getPrivacySetting: () => Promise.resolve(platform.getPrivacySetting(phone.openid)),
    getSetting: () => Promise.resolve({ authSetting: platform.getSetting(phone.openid) }),
    login: () => platform.login(phone.openid),
    checkSession() {
      if (platform.isLoggedIn(phone.openid)) return Promise.resolve(nothing);
      throw new WxError(fail('checkSession', 'session time out, need relogin'));
    },
    getWeRunData: () => platform.getWeRunData(phone.openid),
    callFunction: (call) => cloud.callFunction({ openid: phone.openid, source: 'wx_client' }, call),
    async setStorage({ key, value }) {
      await platform.setStorage(phone.openid, key, value);
      return nothing;
    },

    phoneOffer: ({ api }) => Promise.resolve(platform.phoneOffer(phone.openid, api)),
    givePhoneNumber: ({ api, numberId }) => platform.givePhoneNumber(phone.openid, api, numberId),
    async addPhoneNumber({ purePhoneNumber, countryCode }) {
      const number = typedNumber(purePhoneNumber, countryCode);
      return numbersOf(await platform.addPhoneNumber(phone.openid, number));
    },
    removePhoneNumber: async ({ numberId }) => numbersOf(await platform.removePhoneNumber(phone.openid, numberId)),

    checkNickname: ({ nickname }) => Promise.resolve({ pass: checkText(nickname).suggest === 'pass' }),

    ...shareRequests(parts, phone),

    uploadPart: ({ upload, base64 }) => Promise.resolve({ received: uploads.add(upload, base64) }),
    uploadFile: async ({ cloudPath, base64, upload }) =>
      cloud.files.upload(phone.openid, cloudPath, uploads.end(upload, base64)),
    async downloadFile({ fileID }) {
      const { bytes, contentType } = await cloud.files.download(phone.openid, fileID);
      return { base64: Buffer.from(bytes).toString('base64'), contentType, statusCode: 200 };
    },
    getTempFileURL: async ({ fileList }) => ({ fileList: await cloud.files.temporaryUrls(phone.openid, fileList) }),
    deleteFile: async ({ fileList }) => ({ fileList: await cloud.files.remove(phone.openid, fileList) }),
  };
  return async (method, params) => {
    if (!isMethod(handlers, method)) throw new WxError(fail(method, 'the local WeChat has no such request'));
    platform.visit(phone.openid);
    const handler = handlers[method] as (params: unknown) => Promise<unknown>;
    return handler(params);
  };
}

const numbersOf = ({ phoneNumbers }: User) => ({ numbers: offered(phoneNumbers) });

const isMethod = (handlers: Handlers, method: string): method is Method => Object.hasOwn(handlers, method);

/** A rejection as it crosses the bridge: WeChat's and CloudBase's own as they are, anything else by its message. */
export function failureOf(method: string, error: unknown): WxFailure {
  if (typeof error === 'object' && error !== null && 'errMsg' in error && typeof error.errMsg === 'string') {
    const { errMsg, errno, errCode } = error as WxFailure;
    return { errMsg, ...(errno !== undefined && { errno }), ...(errCode !== undefined && { errCode }) };
  }
  return fail(method, error instanceof Error ? error.message : String(error));
}
