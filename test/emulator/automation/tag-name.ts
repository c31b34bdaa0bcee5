import * as glassEasel from 'glass-easel';
import type { Element } from './tree';

/** The tag as the app wrote it (`view`, `my-chart`). */
export function tagNameOf(element: Element): string {
  if (glassEasel.Component.isComponent(element)) return element.tagName;
  return element.asNativeNode()?.is ?? '';
}
