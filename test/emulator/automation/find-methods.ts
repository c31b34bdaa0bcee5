import type { Elements } from './elements';
import type { Methods } from './method';
import type { Element } from './tree';

/** `page.$`, `page.$$`, `element.$`, `element.$$`. */
export function findMethods(elements: Elements): Methods {
  const all = (found: Iterable<Element>) => ({ elements: [...found].map((element) => elements.handle(element)) });
  const first = (found: Iterable<Element>, selector: string) => {
    for (const element of found) return elements.handle(element);
    throw new Error(`no element matches ${selector}`);
  };
  const xpath = () => {
    throw new Error('XPath is not in the local WeChat: use a selector');
  };
  return {
    'Page.getElement': (params) => first(elements.inPage(params, params.string('selector')), params.string('selector')),
    'Page.getElements': (params) => all(elements.inPage(params, params.string('selector'))),
    'Element.getElement': (params) =>
      first(elements.inElement(params, params.string('selector')), params.string('selector')),
    'Element.getElements': (params) => all(elements.inElement(params, params.string('selector'))),
    'Page.getElementByXpath': xpath,
    'Page.getElementsByXpath': xpath,
  };
}
