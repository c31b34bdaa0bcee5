import type { Day } from '../../../cloud/contract/contract';
import type { Phone, Profile } from '../../../cloud/contract/contract';

/** A failure in WeChat's words. */
export interface WxFailure {
  readonly errMsg: string;
  readonly errno?: number;
  readonly errCode?: number;
}

interface Callbacks<T> {
  readonly success?: (result: T) => void;
  readonly fail?: (failure: unknown) => void;
  readonly complete?: () => void;
}

type Route = (data: Record<string, unknown>) => Promise<unknown>;
type PrivacyListener = (
  resolve: (answer: { event: string; buttonId?: string }) => void,
  info: { referrer: string },
) => void;

/** What WeChat and the cloud do when they are asked; a rejection is a failure. Tests replace what they are about. */
export interface Script {
  login: () => Promise<{ code: string }>;
  getWeRunData: () => Promise<{ cloudID?: string }>;
  /** What `wx.openSetting` reports when the person is back. */
  openSetting: () => Promise<{ authSetting: Record<string, boolean> }>;
  getPrivacySetting: () => Promise<{ needAuthorization: boolean; privacyContractName: string }>;
  /** `detail` of the phone number button's event. */
  getPhoneNumber: () => unknown;
  chooseAvatar: () => unknown;
  /** Whether the person says yes to `wx.showModal`. */
  showModal: () => boolean;
  uploadFile: (cloudPath: string) => Promise<{ fileID: string }>;
  showShareMenu: () => Promise<unknown>;
  updateShareMenu: () => Promise<unknown>;
  getGroupEnterInfo: () => Promise<{ cloudID?: string }>;
  getShareInfo: () => Promise<{ cloudID?: string }>;
  /** Temporary paths of what the person chooses. */
  chooseMedia: () => Promise<readonly string[]>;
  /** Functions that the tests of one page are about, by `name/route`. */
  routes: Record<string, Route>;
  weRun: Route;
  steps: Route;
  phone: Route;
  phoneByCode: Route;
  phoneByCloudID: Route;
  forgetPhone: Route;
  profile: Route;
  saveNickname: Route;
  saveAvatar: Route;
  forgetEverything: Route;
}

export interface Call {
  readonly name: string;
  readonly data: Record<string, unknown>;
}

class CloudID {
  constructor(readonly cloudID: string) {}
}

export const nobody: Profile = { nickname: null, turn: 0, avatar: null, phone: null, days: 0 };
export const mainland: Phone = { phoneNumber: '13800138000', purePhoneNumber: '13800138000', countryCode: '86' };

/** `wx` as far as the app uses it: functions that Taro can list, callbacks that come later. */
export class FakeWechat {
  /** What may show the person something, APIs and open-type buttons, in the order in which they were called. */
  readonly asked: string[] = [];
  readonly calls: Call[] = [];
  readonly stored = new Map<string, unknown>();
  readonly deleted: string[] = [];
  readonly modals: { title: string; content: string }[] = [];
  readonly visited: string[] = [];
  /** What the share menu was told, in order: the option of each call. */
  readonly menu: Record<string, unknown>[] = [];
  readonly previewed: { urls: readonly string[]; current: string }[] = [];
  /** How the app was brought to the front last. */
  enterOptions: Record<string, unknown> = { path: 'pages/home/index', query: {}, scene: 1001, referrerInfo: {} };
  privacyListener: PrivacyListener | undefined;
  pullDownStops = 0;
  private readonly shown: ((options: unknown) => void)[] = [];
  readonly script: Script;
  readonly wx: Record<string, unknown>;

  constructor(days: readonly Day[] = []) {
    let ids = 0;
    this.script = {
      login: () => Promise.resolve({ code: 'code' }),
      getWeRunData: () => Promise.resolve({ cloudID: `cloud-id-${(ids += 1)}` }),
      openSetting: () => Promise.resolve({ authSetting: {} }),
      getPrivacySetting: () =>
        Promise.resolve({ needAuthorization: false, privacyContractName: '《同行隐私保护指引》' }),
      getPhoneNumber: () => ({ errMsg: 'getPhoneNumber:ok', code: `code-${(ids += 1)}` }),
      chooseAvatar: () => ({ avatarUrl: 'http://tmp/face.jpeg' }),
      showModal: () => true,
      uploadFile: (cloudPath) => Promise.resolve({ fileID: `cloud://env/${cloudPath}` }),
      showShareMenu: () => Promise.resolve({}),
      updateShareMenu: () => Promise.resolve({}),
      getGroupEnterInfo: () => Promise.resolve({ cloudID: `cloud-id-${(ids += 1)}` }),
      getShareInfo: () => Promise.resolve({ cloudID: `cloud-id-${(ids += 1)}` }),
      chooseMedia: () => Promise.resolve([]),
      routes: { 'share/tapped': answers({}), 'share/groups': answers({ groups: [] }) },
      weRun: answers({ days }),
      steps: answers({ days: [] }),
      phone: answers({ phone: null }),
      phoneByCode: answers({ phone: mainland }),
      phoneByCloudID: answers({ phone: mainland }),
      forgetPhone: answers({}),
      profile: answers(nobody),
      saveNickname: ({ nickname }) => answers({ ...nobody, nickname, turn: 1 })(),
      saveAvatar: answers({ ...nobody, avatar: { url: 'https://cloud/face.jpeg', state: 'pending' } }),
      forgetEverything: answers({}),
    };
    this.wx = {
      login: (callbacks: Callbacks<unknown>) => answer(this.script.login(), callbacks),
      getWeRunData: (callbacks: Callbacks<unknown>) => this.ask('getWeRunData', callbacks),
      openSetting: (callbacks: Callbacks<unknown>) => this.ask('openSetting', callbacks),
      getSetting: (callbacks: Callbacks<unknown>) => answer(Promise.resolve({ authSetting: {} }), callbacks),
      getPrivacySetting: (callbacks: Callbacks<unknown>) => answer(this.script.getPrivacySetting(), callbacks),
      openPrivacyContract: (callbacks: Callbacks<unknown>) => {
        this.asked.push('openPrivacyContract');
        answer(Promise.resolve({}), callbacks);
      },
      onNeedPrivacyAuthorization: (listener: PrivacyListener) => void (this.privacyListener = listener),
      showModal: (option: Callbacks<unknown> & { title: string; content: string }) => {
        this.modals.push({ title: option.title, content: option.content });
        answer(Promise.resolve({ confirm: this.script.showModal() }), option);
      },
      getRandomValues: ({ length, ...callbacks }: Callbacks<unknown> & { length: number }) =>
        answer(Promise.resolve({ randomValues: new Uint8Array(length).fill(171).buffer }), callbacks),
      getStorageSync: (key: string) => this.stored.get(key) ?? '',
      setStorage: ({ key, data }: { key: string; data: unknown }) => this.stored.set(key, data),
      removeStorage: ({ key }: { key: string }) => this.stored.delete(key),
      navigateTo: ({ url }: { url: string }) => this.visited.push(url),
      reLaunch: ({ url }: { url: string }) => this.visited.push(url),
      getWindowInfo: () => ({ windowWidth: 375 }),
      showShareMenu: (option: Callbacks<unknown>) => this.setMenu('showShareMenu', option),
      updateShareMenu: (option: Callbacks<unknown>) => this.setMenu('updateShareMenu', option),
      getEnterOptionsSync: () => this.enterOptions,
      onAppShow: (listener: (options: unknown) => void) => this.shown.push(listener),
      getGroupEnterInfo: (callbacks: Callbacks<unknown>) => this.ask('getGroupEnterInfo', callbacks),
      getShareInfo: (callbacks: Callbacks<unknown>) => this.ask('getShareInfo', callbacks),
      chooseMedia: (callbacks: Callbacks<unknown>) => {
        this.asked.push('chooseMedia');
        answer<unknown>(
          this.script
            .chooseMedia()
            .then((paths) => ({ tempFiles: paths.map((tempFilePath) => ({ tempFilePath, fileType: 'image' })) })),
          callbacks,
        );
      },
      previewImage: ({ urls, current, ...callbacks }: Callbacks<unknown> & FakeWechat['previewed'][number]) => {
        this.previewed.push({ urls, current });
        answer(Promise.resolve({}), callbacks);
      },
      stopPullDownRefresh: () => (this.pullDownStops += 1),
      cloud: {
        init: () => undefined,
        CloudID: (id: string) => new CloudID(id),
        callFunction: (call: Call) => this.call(call),
        uploadFile: ({ cloudPath, ...callbacks }: Callbacks<unknown> & { cloudPath: string }) => {
          const uploaded = this.script.uploadFile(cloudPath);
          if (!callbacks.success) return uploaded;
          answer(uploaded, callbacks);
          return { onProgressUpdate: (tell: (progress: { progress: number }) => void) => tell({ progress: 50 }) };
        },
        deleteFile: ({ fileList }: { fileList: string[] }) => Promise.resolve(void this.deleted.push(...fileList)),
      },
    };
    // What WeChat does when a button with an open-type is tapped (setup/stand-ins.tsx).
    globalThis.tapOpenType = (openType) => this.tapped(openType);
  }

  /** The routes that were called, in order. */
  get routes(): unknown[] {
    return this.calls.map(({ data }) => data['$url']);
  }

  /** The CloudIDs that were sent to the cloud, in order. */
  get sentCloudIDs(): unknown[] {
    return this.calls.flatMap(({ data }) =>
      Object.values(data).flatMap((value) => (value instanceof CloudID ? [value.cloudID] : [])),
    );
  }

  /** The app comes to the front, by `enterOptions`; its page is shown next. */
  comeToFront(): void {
    this.shown.forEach((tell) => tell(this.enterOptions));
  }

  private async tapped(openType: string): Promise<unknown> {
    this.asked.push(openType);
    if (openType === 'getPhoneNumber') return this.script.getPhoneNumber();
    if (openType === 'chooseAvatar') return this.script.chooseAvatar();
    return Promise.resolve({ errMsg: `${openType}:ok` });
  }

  private setMenu(api: 'showShareMenu' | 'updateShareMenu', { success, fail, ...option }: Callbacks<unknown>): void {
    this.menu.push({ api, ...option });
    answer(this.script[api](), { ...(success && { success }), ...(fail && { fail }) });
  }

  private ask(
    api: 'getWeRunData' | 'openSetting' | 'getGroupEnterInfo' | 'getShareInfo',
    callbacks: Callbacks<unknown>,
  ): void {
    this.asked.push(api);
    answer<unknown>(this.script[api](), callbacks);
  }

  private async call(call: Call): Promise<{ result: unknown }> {
    this.calls.push(call);
    const url = call.data['$url'] as 'weRun';
    const route = this.script.routes[`${call.name}/${url}`] ?? this.script[url];
    return { result: await route(call.data) };
  }
}

function answer<T>(outcome: Promise<T>, { success, fail, complete }: Callbacks<T>): void {
  void outcome.then(success, fail).then(complete);
}

/** A good answer of a function. */
export const answers = (data: unknown) => (): Promise<unknown> => Promise.resolve({ ok: true, data });

/** A failed answer of a function. */
export const refusal = (code: string, retryable = false) => ({ ok: false, error: { code, message: code, retryable } });

/** WeChat fails with a plain object, not with an Error. */
export const fails = (failure: WxFailure) => (): Promise<never> =>
  // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors
  Promise.reject(failure);
