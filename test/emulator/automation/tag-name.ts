import * as glassEasel from 'glass-easel';
import type { Element } from './tree';

/** The tag as the app wrote it (`view`, `my-chart`); the page itself is `page`, as in WXSS. */
export function tagNameOf(element: Element): string {
  if (!element.ownerShadowRoot) return 'page';
  if (glassEasel.Component.isComponent(element)) return element.tagName;
  return element.asNativeNode()?.is ?? '';
}
