type Child = Node | string | undefined | false;

/** Makes an element: attributes by name, `on<event>` listeners, children in order; what is false or undefined is left out. */
export function h<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Readonly<Record<string, string | boolean | ((event: Event) => void) | undefined>> = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') element.addEventListener(name.slice('on'.length), value);
    else if (value !== undefined && value !== false) element.setAttribute(name, value === true ? '' : value);
  }
  element.append(...children.filter((child): child is Node | string => child !== undefined && child !== false));
  return element;
}

/** An inline SVG drawing. */
export function svg(markup: string, attributes: Readonly<Record<string, string>> = {}): SVGElement {
  const holder = document.createElement('div');
  holder.innerHTML = markup;
  const drawing = holder.firstElementChild;
  if (!(drawing instanceof SVGElement)) throw new TypeError('the markup is not one <svg>');
  for (const [name, value] of Object.entries(attributes)) drawing.setAttribute(name, value);
  return drawing;
}
