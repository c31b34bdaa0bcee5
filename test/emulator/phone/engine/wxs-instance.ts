import * as glassEasel from 'glass-easel';
import { crossAsJson } from './json-crossing';

const states = new WeakMap<glassEasel.Element, Record<string, unknown>>();

/** What WXS may do with an element: the ComponentDescriptor of WeChat's framework/view/interactive-animation.md. */
export class WxsInstance {
  readonly #element: glassEasel.Element;

  constructor(element: glassEasel.Element) {
    this.#element = element;
  }

  selectComponent(selector: string): WxsInstance | undefined {
    const found = this.#root?.querySelector(selector);
    return found ? new WxsInstance(found) : undefined;
  }

  selectAllComponents(selector: string): readonly WxsInstance[] {
    return (this.#root?.querySelectorAll(selector) ?? []).map((element) => new WxsInstance(element));
  }

  selectOwnerComponent(): WxsInstance | undefined {
    const owner = this.#element.ownerShadowRoot?.getHostNode();
    return owner ? new WxsInstance(owner) : undefined;
  }

  setStyle(style: string | Readonly<Record<string, string>>): this {
    const text =
      typeof style === 'string'
        ? style
        : Object.entries(style)
            .map(([key, value]) => `${dashed(key)}:${value}`)
            .join(';');
    this.#element.setNodeStyle(text, 3);
    return this;
  }

  addClass(name: string): this {
    this.#element.classList?.toggle(name, true);
    return this;
  }

  removeClass(name: string): this {
    this.#element.classList?.toggle(name, false);
    return this;
  }

  hasClass(name: string): boolean {
    return this.#element.classList?.contains(name) ?? false;
  }

  getDataset(): Readonly<Record<string, unknown>> {
    return { ...this.#element.dataset };
  }

  /** Calls a method of the page or component; the argument crosses to the app layer as JSON. */
  callMethod(name: string, argument?: unknown): void {
    if (!glassEasel.Component.isComponent(this.#element)) return;
    const caller = this.#element.getMethodCaller() as unknown as Record<string, unknown>;
    const method = caller[name];
    const plain = crossAsJson(argument).value;
    if (typeof method === 'function')
      setTimeout(() => glassEasel.safeCallback('callMethod', method as () => void, caller, [plain] as never), 0);
  }

  requestAnimationFrame(callback: () => void): void {
    setTimeout(callback, 16);
  }

  /** An object that lives as long as the element. */
  getState(): Record<string, unknown> {
    const state = states.get(this.#element) ?? {};
    states.set(this.#element, state);
    return state;
  }

  triggerEvent(name: string, detail?: unknown): void {
    this.#element.triggerEvent(name, detail ?? {}, {});
  }

  getComputedStyle(names: readonly string[]): Record<string, string> {
    const view = this.#dom?.ownerDocument.defaultView;
    if (!this.#dom || !view) return {};
    const style = view.getComputedStyle(this.#dom);
    return Object.fromEntries(names.map((name) => [name, style.getPropertyValue(dashed(name))]));
  }

  getBoundingClientRect(): { left: number; top: number; right: number; bottom: number; width: number; height: number } {
    const {
      left = 0,
      top = 0,
      right = 0,
      bottom = 0,
      width = 0,
      height = 0,
    } = this.#dom?.getBoundingClientRect() ?? {};
    return { left, top, right, bottom, width, height };
  }

  get #root(): glassEasel.ShadowRoot | null {
    return glassEasel.Component.isComponent(this.#element) ? this.#element.getShadowRoot() : null;
  }

  get #dom(): HTMLElement | undefined {
    const dom = this.#element.getBackendElement() as unknown;
    return typeof HTMLElement !== 'undefined' && dom instanceof HTMLElement ? dom : undefined;
  }
}

const dashed = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
