import type * as glassEasel from 'glass-easel';
import { domOf } from '../phone/api/layout';
import type { PhoneContext } from '../phone/parts';
import { tagNameOf } from './tag-name';
import { ownerOf, visibleChildren, type Element } from './tree';

/** Tags that stand in a line of text; all others begin and end one. */
const INLINE = new Set(['text', 'image', 'icon', 'navigator', 'span', 'label', 'checkbox', 'radio', 'switch']);

/** What a person reads in the element: the browser's innerText, or the same from the tree where nothing is laid out. */
export function innerText(context: PhoneContext, element: Element): string {
  const dom = domOf(context, element);
  if (dom) return dom.innerText;
  const scope = element.asGeneralComponent();
  const owner = ownerOf(element) ?? scope;
  return owner ? lines(element, owner).replace(/^\n+|\n+$/g, '') : '';
}

function lines(element: Element, scope: glassEasel.GeneralComponent): string {
  let text = '';
  for (const child of visibleChildren(element, scope)) {
    const inner = child.asElement();
    if (!inner) text += child.asTextNode()?.textContent ?? '';
    else if (INLINE.has(tagNameOf(inner))) text += lines(inner, scope);
    else text = onItsOwnLine(text, lines(inner, scope));
  }
  return text;
}

function onItsOwnLine(before: string, block: string): string {
  if (block === '') return before;
  return `${before === '' || before.endsWith('\n') ? before : `${before}\n`}${block}\n`;
}
