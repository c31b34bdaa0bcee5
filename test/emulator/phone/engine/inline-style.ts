import { translateLengths } from './lengths';

/** A `style` attribute of a template: rpx as in WXSS. */
export function inlineStyle(style: string): string {
  return /rpx|vw|vh|safe-area/i.test(style) ? translateLengths(style) : style;
}
