import type * as glassEasel from 'glass-easel';
import type { PhoneView } from '../parts';
import { inlineStyle } from './inline-style';

type Backend = glassEasel.domlikeBackend.Context;
type BackendElement = glassEasel.domlikeBackend.Element;

/**
 * glass-easel's tree as DOM: each element is `<wx-view>`, `<wx-button>` and so on, as WeChat's are. Unlike the engine's
 * own backend it listens to nothing by itself (`gestures.ts` does, for one phone), and leaves styles to `style-sheets.ts`.
 */
export class DomBackend implements Backend {
  readonly mode = 3 as glassEasel.BackendMode.Domlike;
  readonly document: Backend['document'];
  readonly #listened = new WeakMap<object, Set<string>>();

  constructor(
    readonly view: PhoneView,
    readonly theme: () => 'light' | 'dark',
  ) {
    const dom = view.root.ownerDocument;
    this.document = {
      createElement: (tag) => createElement(dom, tag) as unknown as BackendElement,
      createTextNode: (text) => dom.createTextNode(text) as unknown as BackendElement,
      createDocumentFragment: () => dom.createDocumentFragment() as unknown as BackendElement,
    };
  }

  /** Whether any element from `from` outwards has a handler of this event. */
  hasListener(from: Element, type: string): boolean {
    for (let element: Element | null = from; element; element = element.parentElement) {
      if (this.#listened.get(element)?.has(type)) return true;
    }
    return false;
  }

  setListenerStats(element: BackendElement, type: string): void {
    const types = this.#listened.get(element) ?? new Set<string>();
    this.#listened.set(element, types.add(type));
  }

  associateValue(element: BackendElement, value: glassEasel.Element): void {
    element.__wxElement = value;
  }

  getRootNode(): BackendElement {
    return this.view.root as unknown as BackendElement;
  }

  getWindowWidth(): number {
    return this.view.windowWidth;
  }

  getWindowHeight(): number {
    return this.view.windowHeight;
  }

  getDevicePixelRatio(): number {
    return this.view.pixelRatio;
  }

  getTheme(): string {
    return this.theme();
  }

  /** The DOM is changed at once; what waits for the change runs in a task of its own. */
  render(callback: (error: Error | null) => void): void {
    setTimeout(() => callback(null), 0);
  }

  // Style sheets, DOM events and native form elements are not the engine's business here.
  registerStyleSheetContent(): void {}
  appendStyleSheetPath(): number {
    return 0;
  }
  disableStyleSheet(): void {}
  onEvent(): void {}
  setModelBindingStat(): void {}
  destroy(): void {}
}

function createElement(dom: Document, tag: string): HTMLElement {
  const element = dom.createElement(tag.startsWith('wx-') ? tag : `wx-${tag}`);
  const setAttribute = element.setAttribute.bind(element);
  element.setAttribute = (name: string, value: unknown): void => {
    const text = attributeText(value);
    if (text === undefined) element.removeAttribute(name);
    else setAttribute(name, name === 'style' ? inlineStyle(text) : text);
  };
  return element;
}

/** Undefined: the attribute is not there. */
function attributeText(value: unknown): string | undefined {
  if (value === undefined || value === null || value === false) return undefined;
  if (value === true) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** The element of glass-easel's tree that a DOM node belongs to. */
export function elementOfDom(node: Node | null): glassEasel.Element | undefined {
  for (let current: Node | null = node; current; current = current.parentNode) {
    const element = (current as unknown as BackendElement).__wxElement;
    if (element) return element;
  }
  return undefined;
}
