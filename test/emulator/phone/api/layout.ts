import type * as glassEasel from 'glass-easel';
import type { PageHandle, PhoneContext } from '../parts';

export interface Rect {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly width: number;
  readonly height: number;
}

export interface Scroll {
  readonly scrollLeft: number;
  readonly scrollTop: number;
  readonly scrollWidth: number;
  readonly scrollHeight: number;
}

/** The DOM element of a node; undefined in Node, and for virtual nodes, which have none. */
export function domOf(context: PhoneContext, node: glassEasel.Element): HTMLElement | undefined {
  const backend: unknown = context.view ? node.getBackendElement() : undefined;
  return backend instanceof HTMLElement ? backend : undefined;
}

/** px from the top left of the window that the mini program sees. */
export function rectOf(context: PhoneContext, dom: HTMLElement): Rect {
  const { left, top, width, height } = dom.getBoundingClientRect();
  const origin = context.view?.root.getBoundingClientRect();
  const x = left - (origin?.left ?? 0);
  const y = top - (origin?.top ?? 0);
  return { left: x, top: y, right: x + width, bottom: y + height, width, height };
}

export function scrollOf({ scrollLeft, scrollTop, scrollWidth, scrollHeight }: HTMLElement): Scroll {
  return { scrollLeft, scrollTop, scrollWidth, scrollHeight };
}

/** The element that scrolls when a page scrolls: the nearest one around the page that can. */
export function pageScroller(context: PhoneContext, page: PageHandle): HTMLElement | undefined {
  let dom: HTMLElement | null | undefined = domOf(context, page.component);
  while (dom && dom !== context.view?.root) {
    if (['auto', 'scroll'].includes(getComputedStyle(dom).overflowY)) return dom;
    dom = dom.parentElement;
  }
  return dom ?? undefined;
}
