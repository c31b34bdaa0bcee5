import { BuiltIn, builtInOf } from './built-in';
import { builtIn } from './define';
import { partsBelow } from './form-field';
import { string } from './properties';
import { TextEntry } from './text-entry';

const properties = { for: string() };

/** What a label can stand for (WeChat: component/label.md). */
const LABELLED = new Set(['button', 'checkbox', 'radio', 'switch', 'input', 'textarea']);

class Label extends BuiltIn<typeof properties> {
  override created(): void {
    this.listen('tap', (event) => this.#tapped(event.target));
  }

  /** A tap on what is labelled is that one's own: it is not passed on again. */
  #tapped(target: unknown): void {
    const labelled = this.#labelled();
    if (!labelled || contains(labelled.element, target)) return;
    if (labelled instanceof TextEntry) labelled.focus();
    else {
      labelled.element.triggerEvent('tap', {}, { bubbles: false, composed: false, capturePhase: false });
    }
  }

  #labelled(): BuiltIn | undefined {
    const id = this.prop('for');
    if (id === '') return partsBelow(this.element).find(({ element }) => LABELLED.has(element.tagName));
    const element = this.element.ownerShadowRoot?.getElementById(id);
    return element && builtInOf(element);
  }
}

function contains(element: BuiltIn['element'], target: unknown): boolean {
  for (let node = target as BuiltIn['element'] | null; node; node = node.parentNode as typeof node) {
    if (node === element) return true;
  }
  return false;
}

/** WeChat: component/label.md: a tap on it is a tap on the field that `for` names, or on the first one in it. */
export const label = builtIn({ tag: 'label', properties, part: Label });
