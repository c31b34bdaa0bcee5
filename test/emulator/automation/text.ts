import { domOf } from '../phone/api/layout';
import { builtInOf } from '../phone/components/built-in';
import type { PhoneContext } from '../phone/parts';
import { tagNameOf } from './tag-name';
import type { Element } from './tree';

/** Tags that stand in a line of text; all others begin and end one. */
const INLINE = new Set([
  'text',
  'image',
  'icon',
  'navigator',
  'open-data',
  'span',
  'label',
  'checkbox',
  'radio',
  'switch',
]);

/** What a person reads in the element: the browser's innerText, or the same from the tree where nothing is laid out. */
export function innerText(context: PhoneContext, element: Element): string {
  const dom = domOf(context, element);
  if (dom) return dom.innerText;
  return append('', element).replace(/^\n+|\n+$/g, '');
}

/** `text` and all that is inside the element, what components consist of included. */
function append(text: string, element: Element): string {
  let all = text + (builtInOf(element)?.shownText ?? '');
  for (const child of element.getComposedChildren()) {
    const inner = child.asElement();
    if (!inner) all += child.asTextNode()?.textContent ?? '';
    else if (inner.isVirtual() || INLINE.has(tagNameOf(inner))) all = append(all, inner);
    else all = endLine(append(endLine(all), inner));
  }
  return all;
}

function endLine(text: string): string {
  return text === '' || text.endsWith('\n') ? text : `${text}\n`;
}
