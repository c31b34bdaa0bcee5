import * as glassEasel from 'glass-easel';
import type { AppThread } from '../engine/app-thread';
import type { PageFrame } from '../engine/page-frame';
import type { WindowJson } from '../app-package';
import type { PageHandle } from '../parts';
import { listenToScroll } from './scroll-hooks';

export interface PageParts {
  readonly pageId: number;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly component: glassEasel.GeneralComponent;
  readonly frame: PageFrame | undefined;
  readonly thread: AppThread;
  /** Its window now; `patch` is what the page set itself. */
  window(patch: Partial<WindowJson>): WindowJson;
}

/** One page of the stack. */
export class Page implements PageHandle {
  readonly pageId: number;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly component: glassEasel.GeneralComponent;
  readonly caller: Record<string, unknown>;
  readonly frame: PageFrame | undefined;
  #patch: Partial<WindowJson> = {};
  #shown = false;

  constructor(readonly parts: PageParts) {
    this.pageId = parts.pageId;
    this.path = parts.path;
    this.query = parts.query;
    this.component = parts.component;
    this.frame = parts.frame;
    this.caller = parts.component.getMethodCaller();
    Object.assign(this.caller, { route: this.path, __route__: this.path, options: { ...this.query } });
    this.#setPropertiesFromQuery();
  }

  get scroller(): HTMLElement | undefined {
    return this.frame?.scroller;
  }

  get window(): WindowJson {
    return this.parts.window(this.#patch);
  }

  get shown(): boolean {
    return this.#shown;
  }

  patchWindow(patch: Partial<WindowJson>): void {
    this.#patch = { ...this.#patch, ...patch };
  }

  /** Calls a hook of the page (`onLoad`, `onPullDownRefresh`), if it has it; undefined if it has not, or throws. */
  call(hook: string, ...args: readonly unknown[]): unknown {
    const method = this.caller[hook];
    if (typeof method !== 'function') return undefined;
    return this.parts.thread.run(() => (method as (...given: unknown[]) => unknown).apply(this.caller, [...args]));
  }

  /** Puts the page on the phone; the components' `attached` run. */
  attach(): void {
    if (!this.frame) {
      glassEasel.Element.pretendAttached(this.component);
      return;
    }
    const { scroller, placeholder } = this.frame;
    (this.component.getBackendElement() as unknown as HTMLElement).setAttribute('is', this.path);
    glassEasel.Element.replaceDocumentElement(this.component, asBackend(scroller), asBackend(placeholder));
    listenToScroll(this);
  }

  load(): void {
    this.call('onLoad', { ...this.query });
  }

  /** Calls a hook after what waits before it, as the view does. */
  post(hook: string, ...args: readonly unknown[]): void {
    this.parts.thread.post(() => void this.call(hook, ...args));
  }

  show(): void {
    if (this.#shown) return;
    this.#shown = true;
    this.component.triggerPageLifetime('show', []);
    this.call('onShow');
  }

  hide(): void {
    if (!this.#shown) return;
    this.#shown = false;
    this.component.triggerPageLifetime('hide', []);
    this.call('onHide');
  }

  unload(): void {
    this.#shown = false;
    this.call('onUnload');
    glassEasel.Element.pretendDetached(this.component);
    this.component.destroyBackendElement();
    this.frame?.remove();
  }

  /** A page written with `Component()` gets its query as properties, too. */
  #setPropertiesFromQuery(): void {
    const known = Object.entries(this.query).filter(([name]) => glassEasel.Component.hasProperty(this.component, name));
    for (const [name, value] of known) this.component.replaceDataOnPath([name], value);
    if (known.length > 0) this.component.applyDataUpdates();
  }
}

const asBackend = (element: HTMLElement): glassEasel.GeneralBackendElement =>
  element as unknown as glassEasel.GeneralBackendElement;
