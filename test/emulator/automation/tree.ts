/**
 * The page as its author wrote it: elements of the page's own template and of components that share its styles (Taro
 * renders into such), without virtual nodes and without what built-in components consist of. `page.$` of WeChat's
 * tools sees the same, since class names inside isolated components carry a prefix there.
 */
import type * as glassEasel from 'glass-easel';
import { builtInOf } from '../phone/components';

export type Node = glassEasel.Node;
export type Element = glassEasel.Element;

/** The component inside which `element` was written. */
export function ownerOf(element: Node): glassEasel.GeneralComponent | undefined {
  return element.ownerShadowRoot?.getHostNode();
}

/** A component of the app, as opposed to WeChat's own and to plain nodes. */
export function asAppComponent(element: Element): glassEasel.GeneralComponent | undefined {
  return (!builtInOf(element) && element.asGeneralComponent()) || undefined;
}

/** Elements under `root` in the order of the page, depth first; `scope` is the component whose template they belong to. */
export function* visibleDescendants(root: Element, scope: glassEasel.GeneralComponent): Generator<Element> {
  for (const child of childrenOf(root)) {
    const element = child.asElement();
    if (!element) continue;
    if (isVisible(element, scope)) yield element;
    yield* visibleDescendants(element, scope);
  }
}

/** The nearest visible elements and texts under `root`. */
export function* visibleChildren(root: Element, scope: glassEasel.GeneralComponent): Generator<Node> {
  for (const child of childrenOf(root)) {
    const element = child.asElement();
    if (element && !isVisible(element, scope)) yield* visibleChildren(element, scope);
    else if (element || isWrittenIn(child, scope)) yield child;
  }
}

/** The nearest visible element around `element`, `scope` itself at the last. */
export function visibleParent(element: Element, scope: glassEasel.GeneralComponent): Element | undefined {
  let parent = element.getComposedParent();
  while (parent && parent !== scope && !isVisible(parent, scope)) parent = parent.getComposedParent();
  return parent ?? undefined;
}

function childrenOf(node: Element): readonly Node[] {
  return node.getComposedChildren();
}

function isVisible(element: Element, scope: glassEasel.GeneralComponent): boolean {
  return !element.isVirtual() && isWrittenIn(element, scope);
}

/** Whether the template that holds `node` is that of `scope`, or of a component that shares its styles. */
function isWrittenIn(node: Node, scope: glassEasel.GeneralComponent): boolean {
  let owner = ownerOf(node);
  while (owner && owner !== scope) {
    if (!sharesStyles(owner, scope)) return false;
    owner = ownerOf(owner);
  }
  return owner === scope;
}

function sharesStyles(component: glassEasel.GeneralComponent, scope: glassEasel.GeneralComponent): boolean {
  if (!asAppComponent(component)) return false;
  const { virtualHost, styleScope, extraStyleScope } = component.getComponentOptions();
  return virtualHost || typeof extraStyleScope === 'number' || styleScope === scope.getComponentOptions().styleScope;
}
