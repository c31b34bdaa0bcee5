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
  if (context.view === undefined) return undefined;
  const backend: unknown = node.getBackendElement();
  return typeof HTMLElement !== 'undefined' && backend instanceof HTMLElement ? backend : undefined;
}

/** px from the top left of the page's window. */
export function rectOf(dom: HTMLElement): Rect {
  const { left, top, width, height } = dom.getBoundingClientRect();
  const origin = scrollerOf(dom)?.getBoundingClientRect();
  const x = left - (origin?.left ?? 0);
  const y = top - (origin?.top ?? 0);
  return { left: x, top: y, right: x + width, bottom: y + height, width, height };
}

export function scrollOf({ scrollLeft, scrollTop, scrollWidth, scrollHeight }: HTMLElement): Scroll {
  return { scrollLeft, scrollTop, scrollWidth, scrollHeight };
}

/** The element that scrolls when the page around `dom` scrolls (engine/page-frame.ts). */
export function scrollerOf(dom: HTMLElement): HTMLElement | undefined {
  return dom.closest<HTMLElement>('.page-scroller') ?? undefined;
}

/** The same for a page; undefined in Node. */
export function pageScroller(context: PhoneContext, page: PageHandle): HTMLElement | undefined {
  const dom = domOf(context, page.component);
  return dom && scrollerOf(dom);
}
