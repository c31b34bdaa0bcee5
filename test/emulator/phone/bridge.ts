/**
 * What a phone and the world outside it say to each other.
 *
 * The phone runs in an iframe (over a WebSocket) or in Node (in memory). Both speak these messages, and everything
 * that crosses is plain JSON. The phone asks; what WeChat would answer is decided on the other side, in `wechat/`.
 */
import type { AppPackage } from './app-package';

/** A failure as WeChat's own APIs report it. */
export interface WxFailure {
  readonly errMsg: string;
  readonly errno?: number;
  readonly errCode?: number;
  readonly err_code?: string;
}

/** The WeChat that runs on a phone. */
export interface Client {
  readonly platform: 'ios' | 'android' | 'devtools';
  /** `2.16.0` hides what came later. Default: the library that the local WeChat is. */
  readonly libraryVersion?: string;
}

/** How the mini program was entered; the shape of `wx.getEnterOptionsSync()`. */
export interface EnterOptions {
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly scene: number;
  readonly shareTicket?: string;
  /** 1 single chat, 3 group. Absent: not from a chat. */
  readonly chatType?: number;
  readonly referrerInfo: { readonly appId?: string; readonly extraData?: unknown };
}

/** Scopes as `wx.getSetting` reports them: absent = never asked. */
export type AuthSetting = Readonly<Record<string, boolean>>;

/** Whether an API that touches personal data may run now, and what the phone must ask first. */
export type Access =
  | { readonly state: 'granted' }
  /** The privacy guideline is not agreed to: run onNeedPrivacyAuthorization or WeChat's own popup, then ask again. */
  | { readonly state: 'privacy'; readonly contractName: string }
  /** Never asked: show the consent dialog for this scope. */
  | { readonly state: 'ask'; readonly scope: string; readonly title: string; readonly purpose: string }
  | { readonly state: 'fail'; readonly failure: WxFailure };

export interface EncryptedOpenData {
  readonly encryptedData: string;
  readonly iv: string;
  /** Absent where the project has no cloud environment. */
  readonly cloudID?: string;
}

/** The open-type of a phone number button. */
export type PhoneApi = 'getPhoneNumber' | 'getRealtimePhoneNumber';

/** What a tap on a phone number button leads to. */
export type PhoneOffer =
  /** The privacy guideline is not agreed to: as in {@link Access}, then ask for the offer again. */
  | { readonly state: 'privacy'; readonly contractName: string }
  /** Show the sheet. No number is bound where `numbers` is empty: WeChat's page to add one. */
  | { readonly state: 'choose'; readonly numbers: readonly OfferedNumber[] }
  | {
      readonly state: 'fail';
      readonly failure: WxFailure;
      /** No quota: WeChat's half sheet, unless `phone-number-no-quota-toast` is false. */
      readonly quotaToast?: boolean;
    };

export interface OfferedNumber {
  readonly id: string;
  /** 138****8000 */
  readonly masked: string;
}

/** Detail of the success event; getRealtimePhoneNumber has `code` alone. */
export interface GivenPhoneNumber extends Partial<EncryptedOpenData> {
  readonly code: string;
}

/** One file of `wx.cloud.getTempFileURL`: status 0 and `ok`, or 1 and CloudBase's code. */
export interface TemporaryUrl {
  readonly fileID: string;
  readonly tempFileURL: string;
  /** Seconds. */
  readonly maxAge: number;
  readonly status: number;
  readonly errMsg: string;
}

/** One file of `wx.cloud.deleteFile`: status 0 and `ok`, or 1 and CloudBase's code. */
export interface DeletedFile {
  readonly fileID: string;
  readonly status: number;
  readonly errMsg: string;
}

/** A chat in the share sheet. */
export interface ShareTarget {
  readonly id: string;
  /** As this user sees it: of a single chat, the other person's. */
  readonly name: string;
  readonly kind: 'single' | 'group';
}

/** What the phone hands over when the user has chosen a chat in the share sheet. */
export interface Card {
  readonly title: string;
  /** Of a page, with its query. '' is the home page. */
  readonly path: string;
  /** `data:image/png` or `data:image/jpeg`, `http(s)://`, or `cloud://`. Absent: the card has no picture. */
  readonly imageUrl?: string;
  readonly withShareTicket: boolean;
  /** `isUpdatableMessage` of wx.updateShareMenu. */
  readonly updatable?: UpdatableCard;
}

export interface UpdatableCard {
  readonly activityId: string;
  readonly templateId?: string;
  readonly parameters: readonly { readonly name: string; readonly value: string }[];
}

export interface FunctionCall {
  readonly name: string;
  /** JSON text of `data`, every CloudID in it written as its plain string. */
  readonly data: string;
  /** Top-level field -> cloudID, in the order of the fields: what WeChat may replace. */
  readonly cloudIDs: Readonly<Record<string, string>>;
}

export interface FunctionReply {
  readonly result: unknown;
  readonly requestID: string;
}

export interface Boot {
  readonly phoneId: string;
  /** From this start to the next; every request of the mini program names it. */
  readonly life: string;
  readonly package: AppPackage;
  readonly user: { readonly openid: string; readonly nickName: string; readonly avatarUrl: string };
  readonly enter: EnterOptions;
  /** Added to the machine's clock, in ms. */
  readonly clockOffset: number;
  readonly theme: 'light' | 'dark';
  /** Default: true. */
  readonly online?: boolean;
  /** Default: `devtools`, with the newest library. */
  readonly client?: Client;
  /** `wx.setStorage` of this user, as it was kept. */
  readonly storage: Readonly<Record<string, unknown>>;
}

/** Requests of the phone: name -> [params, answer]. A rejection carries a {@link WxFailure}. */
export interface PhoneRequests {
  boot: [Record<string, never>, Boot];
  /** Asked before every API that needs privacy consent and perhaps a scope (`getWeRunData`, `authorize:scope.werun`). */
  access: [{ api: string; scope?: string }, Access];
  answerScope: [{ scope: string; granted: boolean }, Record<string, never>];
  answerPrivacy: [{ agreed: boolean }, Record<string, never>];
  getPrivacySetting: [Record<string, never>, { needAuthorization: boolean; privacyContractName: string }];
  getSetting: [Record<string, never>, { authSetting: AuthSetting }];
  login: [Record<string, never>, { code: string }];
  checkSession: [Record<string, never>, Record<string, never>];
  getWeRunData: [Record<string, never>, EncryptedOpenData];
  callFunction: [FunctionCall, FunctionReply];
  setStorage: [{ key: string; value?: unknown }, Record<string, never>];

  /** Asked when a phone number button is tapped, before its sheet. */
  phoneOffer: [{ api: PhoneApi }, PhoneOffer];
  /** The user allows. Costs the app one success. */
  givePhoneNumber: [{ api: PhoneApi; numberId: string }, GivenPhoneNumber];
  /** WeChat's page of numbers: 使用其它号码. `countryCode` is digits; default 86. Answers the numbers as they are then. */
  addPhoneNumber: [{ purePhoneNumber: string; countryCode?: string }, { numbers: readonly OfferedNumber[] }];
  removePhoneNumber: [{ numberId: string }, { numbers: readonly OfferedNumber[] }];

  /** WeChat's own look at a nickname when `<input type="nickname">` loses the keyboard. */
  checkNickname: [{ nickname: string }, { pass: boolean }];

  /** The chats of the share sheet. */
  shareTargets: [Record<string, never>, { chats: readonly ShareTarget[] }];
  /** The user confirms the sheet. Fails for a card that WeChat would not take, and where the user is not in the chat. */
  sendCard: [{ chatId: string; card: Card }, { messageId: string }];
  /**
   * `shareTicket`: of the current entry. `{ opengid, chat_type, open_single_roomid, group_openid? }`. errCode 40097: not
   * entered from a group's card with a ticket; 65206: the user is not in that group any more.
   */
  getGroupEnterInfo: [
    { shareTicket?: string; needGroupOpenID?: boolean; allowSingleChat?: boolean },
    EncryptedOpenData,
  ];
  /** `{ openGId }`. Fails for a ticket of another life of the mini program, or of another user. */
  getShareInfo: [{ shareTicket: string }, EncryptedOpenData];
  /** `<open-data type="groupName">`: null for who is not in that group, and where there is none. */
  groupName: [{ openGid: string }, { name: string | null }];

  /** A piece of a file that `uploadFile` ends: how many of its bytes have arrived. `upload`: any name, new each time. */
  uploadPart: [{ upload: string; base64: string }, { received: number }];
  /** Bytes as base64: all of them, or the last ones of `upload`. Whoever uploads owns the file. */
  uploadFile: [{ cloudPath: string; base64: string; upload?: string }, { fileID: string; statusCode: number }];
  downloadFile: [{ fileID: string }, { base64: string; contentType: string; statusCode: number }];
  /** `maxAge` in seconds. At most 50 files. */
  getTempFileURL: [{ fileList: readonly { fileID: string; maxAge?: number }[] }, { fileList: readonly TemporaryUrl[] }];
  deleteFile: [{ fileList: readonly string[] }, { fileList: readonly DeletedFile[] }];
}

/** What the phone tells without waiting: its records for the workbench and for tests. */
export type PhoneEvent =
  | {
      readonly event: 'console';
      readonly level: 'log' | 'info' | 'warn' | 'error' | 'debug';
      readonly args: readonly unknown[];
      readonly at: number;
    }
  | { readonly event: 'exception'; readonly message: string; readonly stack: string; readonly at: number }
  | {
      readonly event: 'setData';
      readonly page: string;
      readonly bytes: number;
      readonly keys: readonly string[];
      readonly at: number;
    }
  | { readonly event: 'page'; readonly stack: readonly string[]; readonly at: number }
  /** The first page is shown and can be used. */
  | { readonly event: 'ready'; readonly life: string; readonly at: number }
  | { readonly event: 'automation'; readonly message: AutomationReply | AutomationEvent };

/** What the world tells the phone. */
export type PhoneCommand =
  | { readonly command: 'automation'; readonly message: AutomationRequest }
  /** A source file changed: load the package again, keep the page stack where the pages still exist. */
  | { readonly command: 'reload'; readonly package: AppPackage }
  /** Cold start (another user, or the user closed the app). */
  | { readonly command: 'restart'; readonly boot: Boot }
  /** Warm start: App.onShow with new options, and the page of `enter.path`. */
  | { readonly command: 'enter'; readonly enter: EnterOptions }
  | { readonly command: 'hide' }
  | { readonly command: 'clock'; readonly offset: number }
  | { readonly command: 'theme'; readonly theme: 'light' | 'dark' }
  /** The network of this phone (wx.getNetworkType, requests fail when offline). */
  | { readonly command: 'network'; readonly online: boolean };

/** The DevTools automation protocol, as `miniprogram-automator` 0.12.1 sends and reads it. */
export interface AutomationRequest {
  readonly id: string;
  readonly method: string;
  readonly params: Readonly<Record<string, unknown>>;
}
export interface AutomationReply {
  readonly id: string;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
}
export interface AutomationEvent {
  readonly method: string;
  readonly params: unknown;
}

/** One phone's line to the world. */
export interface Bridge {
  /** `life`: {@link Boot.life} of the mini program that asks; the boot alone is asked for without one. */
  request<M extends keyof PhoneRequests>(
    method: M,
    params: PhoneRequests[M][0],
    life?: string,
  ): Promise<PhoneRequests[M][1]>;
  emit(event: PhoneEvent): void;
  onCommand(listener: (command: PhoneCommand) => void): void;
}
