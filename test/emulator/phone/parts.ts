/**
 * The parts of a phone, as they see each other. `engine/` and `app/` make the stack, `native/` what WeChat draws over
 * the mini program, `api/` the `wx` object, `view/` what a browser shows; `automation/` reads and taps all of it.
 */
import type * as glassEasel from 'glass-easel';
import type { AppPackage, WindowJson } from './app-package';
import type { Bridge, Client, EnterOptions, ShareTarget, UpdatableCard } from './bridge';
import type { TempFiles } from './files/temp-files';

/** What every part of one phone may use. */
export interface PhoneContext {
  readonly bridge: Bridge;
  readonly native: NativeUI;
  readonly stack: PageStack;
  /** The package that runs now; changes on reload. */
  readonly package: AppPackage;
  /** The clock that can be moved, ms since the epoch. */
  now(): number;
  readonly launchOptions: EnterOptions;
  readonly enterOptions: EnterOptions;
  readonly theme: 'light' | 'dark';
  readonly online: boolean;
  readonly user: { readonly openid: string; readonly nickName: string; readonly avatarUrl: string };
  /** Which phone this is, and how new its WeChat. */
  readonly client: Required<Client>;
  /** Storage of this user on this phone; `bridge.request('setStorage')` keeps it. */
  readonly storage: Map<string, unknown>;
  /** Where the phone is drawn; undefined in Node. */
  readonly view?: PhoneView;
  readonly events: AppEvents;
  /** What the user is asked before personal data may be touched. */
  readonly consent: ConsentGate;
  /** Temporary files of this run: `http://tmp/...`. */
  readonly files: TempFiles;
  readonly sharing: Sharing;
  /** An exception of app code that nobody caught: recorded, told to App.onError and `wx.onError`. */
  reportError(error: unknown): void;
}

/** What a page set for the cards that are shared from it. */
export interface ShareMenu {
  /** 转发给朋友 stands in the capsule's menu, if the page has `onShareAppMessage`. */
  readonly visible: boolean;
  readonly withShareTicket: boolean;
  /** Not undefined: an updatable message. */
  readonly updatable?: UpdatableCard | undefined;
}

/** Where a share begins: a tapped `<button open-type="share">`, as event handlers see it, or the capsule's menu. */
export type ShareSource = { readonly from: 'button'; readonly target: unknown } | { readonly from: 'menu' };

/** Cards that are shared from pages. */
export interface Sharing {
  /** What holds for the page now. It ends with the page: the next one at that route begins anew. */
  menuOf(page: PageHandle): ShareMenu;
  change(page: PageHandle, patch: Partial<ShareMenu>): void;
  /** Whether the capsule's menu offers to share the page. */
  offeredBy(page: PageHandle): boolean;
  /**
   * Asks the page on top for its card, the user for a chat, and sends. Resolves when all that is over; never rejects.
   * Nothing is told to the app (developers.weixin.qq.com, notice of 2018-07-05).
   */
  share(source: ShareSource): Promise<void>;
}

/**
 * Tells listeners of `wx.onXxx`. The host emits `appShow` (EnterOptions), `appHide` (its reason), `error` (string),
 * `unhandledRejection` ({ reason, promise }), `pageNotFound` ({ path, query, isEntryPage }), `themeChange` ({ theme }),
 * `networkStatusChange` ({ isConnected, networkType }), `windowResize` ({ size }). `wx` emits `pullDownRefresh`
 * ({ page: PageHandle, refreshing: boolean }) for the view, which draws the three dots. A tapped button of open-type
 * agreePrivacyAuthorization emits `agreePrivacyAuthorization` (its id) once the platform knows of the consent.
 */
export interface AppEvents {
  on(name: string, listener: (value: unknown) => void): void;
  off(name: string, listener?: (value: unknown) => void): void;
  emit(name: string, value: unknown): void;
}

/** Asks the user what has to be asked: the privacy guideline, then the scope. */
export interface ConsentGate {
  /** Resolves when `api` may run; rejects with WeChat's failure. `referrer`: how the app's own popup is told of it. */
  ensure(api: string, scope?: string, referrer?: string): Promise<void>;
  /** `wx.onNeedPrivacyAuthorization`: the last registration wins. */
  onNeedPrivacy(listener: PrivacyListener): void;
}

/** What apps register; miniprogram-api-typings 5.2.3 types it wrongly, the page wx.onNeedPrivacyAuthorization.html says this. */
export type PrivacyListener = (
  resolve: (option: { event: 'agree' | 'disagree' | 'exposureAuthorization'; buttonId?: string }) => void,
  eventInfo: { referrer: string },
) => void;

/** A page on the stack, seen from outside the app code. */
export interface PageHandle {
  readonly pageId: number;
  /** Route without a leading slash. A page of WeChat's own (the settings page) starts with `wechat/`. */
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly window: WindowJson;
  /** The page's component in glass-easel's tree. */
  readonly component: glassEasel.GeneralComponent;
  /** The app's own page object (`this` in its methods). */
  readonly caller: Record<string, unknown>;
  /** The element that scrolls the page; undefined in Node. */
  readonly scroller?: HTMLElement | undefined;
  /** Calls a hook of the page (`onPullDownRefresh`, `onReachBottom`, `onPageScroll`, ...) as WeChat does; undefined if it has none. */
  call(hook: string, ...args: readonly unknown[]): unknown;
}

/** Navigation; every method rejects with WeChat's `{ errMsg }`. Urls are absolute (`/pages/a/index?x=1`) or relative. */
export interface PageStack {
  readonly pages: readonly PageHandle[];
  /** `opener`: what the new page gets from `getOpenerEventChannel()`, before its onLoad. */
  navigateTo(url: string, opener?: WechatMiniprogram.EventChannel): Promise<PageHandle>;
  redirectTo(url: string): Promise<PageHandle>;
  reLaunch(url: string): Promise<PageHandle>;
  switchTab(url: string): Promise<PageHandle>;
  navigateBack(delta: number): Promise<void>;
  /** Opens a page of WeChat's own (native/pages) on top; resolves when it has been left, with its answer. */
  openNative<T>(name: string, data: Record<string, unknown>): Promise<T>;
  setWindow(page: PageHandle, patch: Partial<WindowJson>): void;
  subscribe(listener: () => void): () => void;
}

/** A dialog that WeChat draws over the mini program. One is on top; others wait behind it. */
export type Dialog =
  /** Consent for a scope. Answer: true = allowed. */
  | { readonly kind: 'authorize'; readonly scope: string; readonly title: string; readonly purpose: string }
  /** WeChat's own privacy popup. Answer: true = agreed. */
  | { readonly kind: 'privacy'; readonly contractName: string }
  | {
      readonly kind: 'modal';
      readonly title: string;
      readonly content: string;
      readonly showCancel: boolean;
      readonly cancelText: string;
      readonly confirmText: string;
      readonly editable: boolean;
      readonly placeholderText: string;
    }
  | { readonly kind: 'action-sheet'; readonly itemList: readonly string[]; readonly alertText?: string }
  /** Wheels of `<picker>`: the texts of each, and which one of each is picked at first. */
  | {
      readonly kind: 'picker';
      readonly title: string;
      readonly columns: readonly (readonly string[])[];
      readonly picked: readonly number[];
    }
  /** The sheet of a phone button. Answer: allowed, with the number that was chosen (default: the first); or `manage`. */
  | { readonly kind: 'phone-number'; readonly numbers: readonly { readonly id: string; readonly masked: string }[] }
  /** WeChat tells that the mini program has no calls of the phone component left. Any answer closes it. */
  | { readonly kind: 'phone-quota' }
  /** The sheet of chooseAvatar. Answer: the user's WeChat avatar, or `picture`. */
  | { readonly kind: 'avatar'; readonly avatarUrl: string }
  /** The capsule's menu. Answer: `tapIndex`. */
  | { readonly kind: 'menu'; readonly items: readonly MenuItem[] }
  /** A card that is about to be sent. Answer: sent to `chatId`, by default the first chat. */
  | {
      readonly kind: 'share';
      readonly chats: readonly ShareTarget[];
      readonly card: { readonly title: string; readonly imageUrl: string };
    }
  /** Pictures for wx.chooseMedia, `count` at most. Answer: `pictures`; without them one that the phone draws. */
  | { readonly kind: 'media'; readonly count: number; readonly sources: readonly ('album' | 'camera')[] }
  /** Pictures over the whole screen, as a browser can load them. Any answer closes it. */
  | { readonly kind: 'preview'; readonly urls: readonly string[]; readonly current: number };

export interface MenuItem {
  readonly icon: 'share' | 'setting' | 'restart';
  readonly text: string;
}

/**
 * `true` allow, agree or confirm; `false` refuse or cancel; `tapIndex` of a sheet; `content` of an editable modal;
 * `picked` of a picker; `numberId` of the phone sheet, `manage` where the user went to the numbers' page instead;
 * `picture` of the album or the camera as a data URL, `pictures` where there may be several; `chatId` of a share sheet.
 */
export interface DialogAnswer {
  readonly accepted: boolean;
  readonly tapIndex?: number;
  readonly content?: string;
  readonly picked?: readonly number[];
  readonly numberId?: string;
  readonly manage?: boolean;
  readonly picture?: string;
  readonly pictures?: readonly string[];
  readonly chatId?: string;
}

/** The row above the keyboard of `<input type="nickname">`. */
export interface NicknameOffer {
  readonly nickName: string;
  use(): void;
}

export interface Toast {
  readonly title: string;
  readonly icon: 'success' | 'error' | 'loading' | 'none';
  readonly image?: string;
  readonly mask: boolean;
}

/** What WeChat draws over the mini program: a model, drawn by `view/` in a browser, answered there or by automation. */
export interface NativeUI {
  /** On top first. */
  readonly dialogs: readonly Dialog[];
  readonly toast: Toast | undefined;
  readonly nickname: NicknameOffer | undefined;
  ask(dialog: Dialog): Promise<DialogAnswer>;
  /** Answers the dialog on top; throws if there is none of that kind. */
  answer(kinds: readonly Dialog['kind'][], answer: DialogAnswer): void;
  showToast(toast: Toast, durationMs?: number): void;
  hideToast(): void;
  /** Shows the user's nickname above the keyboard; returns what takes it away. */
  offerNickname(offer: NicknameOffer): () => void;
  subscribe(listener: () => void): () => void;
}

/** The browser's half of a phone. */
export interface PhoneView {
  /**
   * The stack appends one frame a page (what is `fixed` stays in it; `.page-scroller` in it scrolls) and removes it when
   * the page is left. Its rectangle is the window of the page on top. The view makes each frame a screen: it gives it
   * its place below the navigation bar (unless that is custom), lets it slide, and writes `--rpx`, `--vw`, `--vh` to it.
   */
  readonly root: HTMLElement;
  /** px of the window that the page on top sees. */
  readonly windowWidth: number;
  readonly windowHeight: number;
  readonly pixelRatio: number;
}
