import { domOf, rectOf, scrollerOf } from '../phone/api/layout';
import type { PhoneContext } from '../phone/parts';
import { attributeOf, propertyNames, propertyOf } from './attribute';
import { pathInto } from './data-path';
import type { Elements } from './elements';
import type { Methods } from './method';
import { setDataOf, callMethodOf } from './app-object';
import { innerText } from './text';
import type { Element } from './tree';
import { innerWxml, outerWxml } from './wxml';

/** Reading elements; data and methods of the app's own components. */
export function elementMethods(context: PhoneContext, elements: Elements): Methods {
  const dom = (element: Element, what: string): HTMLElement => {
    const found = domOf(context, element);
    if (found) return found;
    throw new Error(`${what} needs a browser: this phone runs without one and has no layout`);
  };
  const domProperty = (element: Element, name: string): unknown =>
    name === 'innerText' ? innerText(context, element) : Reflect.get(dom(element, name), name);
  const property = (element: Element, name: string): unknown =>
    name === '__propPublic'
      ? Object.fromEntries(propertyNames(element).map((known) => [known, true]))
      : propertyOf(element, name);

  return {
    'Element.getDOMProperties': (params) => {
      const element = elements.element(params);
      return { properties: params.strings('names').map((name) => domProperty(element, name)) };
    },
    'Element.getProperties': (params) => {
      const element = elements.element(params);
      return { properties: params.strings('names').map((name) => property(element, name)) };
    },
    'Element.getAttributes': (params) => {
      const element = elements.element(params);
      return { attributes: params.strings('names').map((name) => attributeOf(element, name) ?? null) };
    },
    'Element.getStyles': (params) => {
      const element = dom(elements.element(params), 'style');
      const style = getComputedStyle(element);
      return { styles: params.strings('names').map((name) => style.getPropertyValue(name)) };
    },
    /** px from the top left of the page, scrolled or not. */
    'Element.getOffset': (params) => {
      const element = dom(elements.element(params), 'offset');
      const { left, top } = rectOf(element);
      const scroller = scrollerOf(element);
      return { left: left + (scroller?.scrollLeft ?? 0), top: top + (scroller?.scrollTop ?? 0) };
    },
    'Element.getWXML': (params) => {
      const element = elements.element(params);
      const outer = params.string('type') === 'outer';
      return { wxml: outer ? outerWxml(element) : innerWxml(element, elements.scopeInside(element)) };
    },
    'Element.getData': (params) => ({
      data: pathInto(elements.component(params).data, params.optionalString('path')),
    }),
    'Element.setData': (params) => setDataOf(elements.component(params).getMethodCaller(), params.record('data')),
    'Element.callMethod': async (params) => ({
      result: await callMethodOf(
        elements.component(params).getMethodCaller(),
        params.string('method'),
        params.list('args'),
      ),
    }),
  };
}
