import type { AppPackage, WindowJson } from '../app-package';
import type { PageHandle, PageStack } from '../parts';
import { type Page } from './page';
import { parseUrl, refuse, type Target } from './route';

/** WeChat: framework/app-service/route.md and the navigation APIs. */
const MAX_PAGES = 10;

export interface PageFactory {
  readonly pkg: AppPackage;
  /** Loads a page's script and creates it. */
  create(target: Target): Page;
  createNative(name: string, data: Readonly<Record<string, unknown>>, answer: (value: unknown) => void): Page;
}

type Opener = WechatMiniprogram.EventChannel;

/** The pages that are open, the last one on top. One navigation at a time; lifecycles in WeChat's order. */
export class AppPageStack implements PageStack {
  #pages: readonly Page[] = [];
  /** Pages of the tab bar live on when another tab is shown. */
  readonly #tabs = new Map<string, Page>();
  #last: Promise<unknown> = Promise.resolve();
  readonly #listeners = new Set<() => void>();
  readonly #left = new Map<Page, () => void>();

  constructor(readonly factory: PageFactory) {}

  get pages(): readonly Page[] {
    return this.#pages;
  }

  get top(): Page | undefined {
    return this.#pages.at(-1);
  }

  /** `getCurrentPages()`: the app's own objects, without pages of WeChat's. */
  get callers(): readonly Record<string, unknown>[] {
    return this.#pages.filter((page) => !isNative(page)).map((page) => page.caller);
  }

  navigateTo(url: string, opener?: Opener): Promise<PageHandle> {
    return this.#navigate('navigateTo', url, (target) => {
      if (this.#pages.filter((page) => !isNative(page)).length >= MAX_PAGES) {
        refuse('navigateTo', 'webview count limit exceed');
      }
      this.#refuseTab('navigateTo', target);
      this.top?.hide();
      return this.#open(target, opener);
    });
  }

  redirectTo(url: string): Promise<PageHandle> {
    return this.#navigate('redirectTo', url, (target) => {
      this.#refuseTab('redirectTo', target);
      this.#close(1);
      return this.#open(target);
    });
  }

  reLaunch(url: string): Promise<PageHandle> {
    return this.#navigate('reLaunch', url, (target) => {
      this.#closeAll();
      return this.#open(target);
    });
  }

  switchTab(url: string): Promise<PageHandle> {
    return this.#navigate('switchTab', url, ({ path }) => {
      if (!this.#isTab(path)) refuse('switchTab', 'can not switch to no-tabBar page');
      if (this.top?.path === path) return this.top;
      while (this.#pages.length > 0 && !(this.top && this.#tabs.get(this.top.path) === this.top)) this.#close(1);
      this.top?.hide();
      const kept = this.#tabs.get(path);
      this.#pages = kept ? [kept] : [];
      const page = kept ?? this.#open({ path, query: {} });
      page.show();
      this.#changed();
      return page;
    });
  }

  navigateBack(delta: number): Promise<void> {
    return this.#queue(() => {
      if (this.#pages.length <= 1) refuse('navigateBack', 'cannot navigate back at first page.');
      this.#close(Math.min(Math.max(1, delta), this.#pages.length - 1));
      this.top?.show();
      this.#changed();
    });
  }

  openNative<T>(name: string, data: Readonly<Record<string, unknown>>): Promise<T> {
    return this.#queue(() => {
      let answer: unknown;
      const page = this.factory.createNative(name, data, (value) => {
        answer = value;
      });
      this.top?.hide();
      const left = new Promise<T>((resolve) => this.#left.set(page, () => resolve(answer as T)));
      this.#put(page);
      return { left };
    }).then(({ left }) => left);
  }

  setWindow(page: PageHandle, patch: Partial<WindowJson>): void {
    this.#pages.find((one) => one === page)?.patchWindow(patch);
    this.#changed();
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Opens a page alone, as an entry into the mini program does. */
  open(target: Target): Promise<PageHandle> {
    return this.#queue(() => {
      this.#closeAll();
      return this.#open(target);
    });
  }

  /** Resolves when the navigations that were asked for are done. */
  settled(): Promise<void> {
    return this.#queue(() => undefined);
  }

  /** Opens pages again after a reload, bottom first; only the top one is shown. */
  restore(targets: readonly Target[]): Promise<void> {
    return this.#queue(() => {
      for (const target of targets) {
        this.#open(target, undefined, target === targets.at(-1));
      }
      this.#changed();
    });
  }

  /** The mini program ends: every page is unloaded, and no navigation happens any more. */
  closeAll(): Promise<void> {
    const closed = this.#queue(() => this.#closeAll());
    this.#last = new Promise(() => {});
    return closed;
  }

  #navigate(api: string, url: string, go: (target: Target) => Page): Promise<PageHandle> {
    return this.#queue(() => {
      const target = parseUrl(url, this.#pages.findLast((page) => !isNative(page))?.path);
      if (!this.factory.pkg.pages.includes(target.path)) refuse(api, `page "${target.path}" is not found`);
      return go(target);
    });
  }

  /** After what runs now, and after the navigation before it. */
  #queue<T>(go: () => T): Promise<T> {
    const run = this.#last.then(go, go);
    this.#last = run;
    return run;
  }

  #open(target: Target, opener?: Opener, show = true): Page {
    const page = this.factory.create(target);
    if (opener) page.caller['getOpenerEventChannel'] = () => opener;
    if (this.#isTab(target.path)) this.#tabs.set(target.path, page);
    this.#put(page, show);
    return page;
  }

  #put(page: Page, show = true): void {
    this.#pages = [...this.#pages, page];
    page.attach();
    page.load();
    if (show) page.show();
    // Once the components' own `ready` have run.
    page.post('onReady');
    this.#changed();
  }

  #close(count: number): void {
    for (const page of this.#pages.slice(-count).reverse()) this.#unload(page);
  }

  #closeAll(): void {
    this.#close(this.#pages.length);
    for (const page of this.#tabs.values()) this.#unload(page);
  }

  #unload(page: Page): void {
    this.#pages = this.#pages.filter((one) => one !== page);
    if (this.#tabs.get(page.path) === page) this.#tabs.delete(page.path);
    page.unload();
    this.#left.get(page)?.();
    this.#left.delete(page);
  }

  #isTab(path: string): boolean {
    return tabPages(this.factory.pkg).includes(path);
  }

  #refuseTab(api: string, { path }: Target): void {
    if (this.#isTab(path)) refuse(api, `can not ${api} a tabbar page`);
  }

  #changed(): void {
    for (const listener of this.#listeners) listener();
  }
}

const isNative = (page: PageHandle): boolean => page.path.startsWith('wechat/');

function tabPages(pkg: AppPackage): readonly string[] {
  const { list } = (pkg.app.tabBar ?? {}) as { list?: readonly { pagePath?: string }[] };
  return (list ?? []).flatMap(({ pagePath }) => (pagePath === undefined ? [] : [pagePath.replace(/^\//, '')]));
}
