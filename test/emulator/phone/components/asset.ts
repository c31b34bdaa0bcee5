import type { BuiltIn } from './built-in';
import { warnOnce } from './warn';

/**
 * URL of a `src` as a browser can load it. A path without a slash in front is relative to the file whose template has
 * the element, one with a slash to miniprogramRoot; undefined where the local WeChat cannot load it.
 */
export function assetUrl(part: BuiltIn, src: string): string | undefined {
  if (src === '') return undefined;
  if (src.startsWith('http://tmp/')) return part.context.files.dataUrl(src);
  if (/^(https?:|data:|blob:)/.test(src)) return src;
  if (src.startsWith('//')) return `https:${src}`;
  if (/^[a-z]+:/i.test(src)) {
    warnOnce(part.context, `<${part.element.tagName}> cannot load "${src}": only http, https, data and package files`);
    return undefined;
  }
  const owner = part.element.ownerShadowRoot?.getHostNode().is ?? '';
  const path = new URL(src, `file:///${owner}`).pathname.slice(1);
  return part.context.package.assetBase + path;
}
