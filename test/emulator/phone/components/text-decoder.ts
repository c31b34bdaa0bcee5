import * as glassEasel from 'glass-easel';
import { builtInOf } from './built-in';
import { decodeEntities } from './entities';

/** Keeps the text in an element decoded while the template changes it; what is in components in it is theirs. */
export class TextDecoder {
  readonly #texts = new Map<glassEasel.TextNode, { readonly given: string; readonly shown: string }>();
  readonly #observer = glassEasel.MutationObserver.create(() => this.#decode());

  constructor(private readonly element: glassEasel.Element) {
    this.#observer.observe(element, { characterData: true, childList: true, subtree: true });
    this.#decode();
  }

  /** Shows again what the template gave. */
  stop(): void {
    this.#observer.disconnect();
    for (const [node, { given, shown }] of this.#texts) if (node.textContent === shown) node.textContent = given;
  }

  #decode(): void {
    const nodes = textsIn(this.element);
    for (const gone of [...this.#texts.keys()].filter((node) => !nodes.includes(node))) this.#texts.delete(gone);
    for (const node of nodes) {
      const given = node.textContent;
      if (this.#texts.get(node)?.shown === given) continue;
      const shown = decodeEntities(given);
      // Kept first: the change of the text is observed as well.
      this.#texts.set(node, { given, shown });
      node.textContent = shown;
    }
  }
}

function textsIn(element: glassEasel.Element): glassEasel.TextNode[] {
  return element.childNodes.flatMap((child) => {
    const below = child.asElement();
    if (!below) return child.asTextNode() ?? [];
    return builtInOf(below) ? [] : textsIn(below);
  });
}
