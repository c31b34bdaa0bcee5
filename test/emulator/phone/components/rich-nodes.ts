import { asText } from './properties';

/** Tags that rich-text shows; others vanish with what is in them (WeChat: component/rich-text.md). */
const TAGS = new Set(
  (
    'a abbr address article aside b bdi bdo big blockquote br caption center cite code col colgroup dd del div dl dt em ' +
    'fieldset font footer h1 h2 h3 h4 h5 h6 header hr i img ins label legend li mark nav ol p pre q rt ruby s section ' +
    'small span strong sub sup table tbody td tfoot th thead tr tt u ul'
  ).split(' '),
);
const ATTRIBUTES = new Set(
  'class style dir span width align alt height src start type colspan rowspan size face color'.split(' '),
);

interface RichNode {
  readonly type?: unknown;
  readonly name?: unknown;
  readonly text?: unknown;
  readonly attrs?: unknown;
  readonly children?: unknown;
}

/** DOM of `nodes`, which is a list of nodes or HTML text. */
export function richNodes(document: Document, nodes: unknown): Node[] {
  if (typeof nodes === 'string')
    return trustedChildren(document, new DOMParser().parseFromString(nodes, 'text/html').body);
  if (!Array.isArray(nodes)) return [];
  return nodes.flatMap((node: RichNode) => fromObject(document, node));
}

function fromObject(document: Document, node: RichNode): Node[] {
  if (node.type === 'text') return [document.createTextNode(decode(document, asText(node.text)))];
  const name = asText(node.name).toLowerCase();
  if (!TAGS.has(name)) return [];
  const attributes = Object.entries(Object(node.attrs) as Record<string, unknown>);
  return [element(document, name, attributes, richNodes(document, node.children))];
}

function trustedChildren(document: Document, parent: Node): Node[] {
  return [...parent.childNodes].flatMap((child): Node[] => {
    if (child instanceof Text) return [document.createTextNode(child.data)];
    if (!(child instanceof Element) || !TAGS.has(child.localName)) return [];
    const attributes = [...child.attributes].map(({ name, value }): [string, string] => [name, value]);
    return [element(document, child.localName, attributes, trustedChildren(document, child))];
  });
}

function element(document: Document, name: string, attributes: [string, unknown][], children: Node[]): Element {
  const made = document.createElement(name);
  for (const [key, value] of attributes) if (ATTRIBUTES.has(key)) made.setAttribute(key, asText(value));
  made.append(...children);
  return made;
}

function decode(document: Document, text: string): string {
  const holder = document.createElement('textarea');
  holder.innerHTML = text;
  return holder.value;
}
