import selectorParser from 'postcss-selector-parser';

/** Where the rules of a stylesheet hold. */
export type SheetScope =
  /** app.wxss: every page of the mini program, not WeChat's own pages. */
  | { readonly kind: 'app' }
  | { readonly kind: 'page'; readonly path: string }
  /** A component: its classes carry a prefix, unless it shares its styles; the phone decides when it sees the component. */
  | { readonly kind: 'component'; readonly path: string };

/** Stands before every class of a component's sheet; the phone replaces it with the prefix of its scope, or with nothing. */
export const SCOPE_MARK = '__scope__';

/** Tags that stand for the root of a page. */
const ROOTS = new Set(['page', 'html', 'body']);

const pageSelector = (scope: SheetScope): string =>
  scope.kind === 'page' ? `wx-page[is="${scope.path}"]` : 'wx-page:not([is^="wechat/"])';

/**
 * A WXSS selector as the DOM of the phone needs it: `view` is `wx-view`, `page` the page's root. Rules of pages hold
 * in their page only, said with `:where()`, so that specificity stays what the author wrote.
 */
export function translateSelector(selector: string, scope: SheetScope): string {
  return selectorParser((root) => {
    root.each((single) => {
      const atRoot = single.first?.type === 'tag' ? ROOTS.has(single.first.value) : isRootPseudo(single.first);
      single.walk((node) => translateNode(node, scope));
      if (scope.kind !== 'component' && !atRoot) prepend(single, `:where(${pageSelector(scope)})`);
    });
  }).processSync(selector);
}

const isRootPseudo = (node: selectorParser.Node | undefined): boolean =>
  node?.type === 'pseudo' && node.value === ':root';

function translateNode(node: selectorParser.Node, scope: SheetScope): void {
  if (node.type === 'tag') {
    if (ROOTS.has(node.value)) node.replaceWith(selectorParser.tag({ value: rootOf(scope) }));
    else if (!node.value.startsWith('wx-')) node.value = `wx-${node.value}`;
  } else if (isRootPseudo(node)) {
    node.replaceWith(selectorParser.tag({ value: rootOf(scope) }));
  } else if (node.type === 'class' && scope.kind === 'component') {
    node.value = `${SCOPE_MARK}${node.value}`;
  } else if (node.type === 'pseudo' && node.value === ':host' && scope.kind === 'component') {
    node.replaceWith(host(node, scope.path));
  }
}

/** `page` itself, in the pages where the sheet holds. */
const rootOf = (scope: SheetScope): string =>
  scope.kind === 'component' ? 'wx-page' : pageSelector(scope).replace(/^wx-page(.*)$/, 'wx-page:where($1)');

/** `:host` and `:host(.a)`: the element that carries the component. */
function host(pseudo: selectorParser.Pseudo, path: string): selectorParser.Node {
  const conditions = pseudo.nodes.map(String).join(',');
  return selectorParser.tag({ value: `[is="${path}"]${conditions}` });
}

function prepend(selector: selectorParser.Selector, ancestor: string): void {
  const [first] = selector.nodes;
  const space = first?.spaces.before ?? '';
  if (first) first.spaces.before = '';
  selector.prepend(selectorParser.combinator({ value: ' ' }));
  selector.prepend(selectorParser.tag({ value: `${space}${ancestor}` }));
}
