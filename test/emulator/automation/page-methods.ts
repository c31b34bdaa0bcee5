import { pageScroller } from '../phone/api/layout';
import type { PageHandle, PhoneContext } from '../phone/parts';
import { callMethodOf, setDataOf } from './app-object';
import { pathInto } from './data-path';
import type { Elements } from './elements';
import type { Methods } from './method';

/** `document.documentElement.scrollTop` and the like, which the client asks for by these names. */
const WINDOW_PROPERTY =
  /^document\.(?:documentElement|body)\.(scroll(?:Top|Left|Width|Height)|client(?:Width|Height))$/;

export function pageMethods(context: PhoneContext, elements: Elements): Methods {
  const windowProperty = (page: PageHandle, name: string): unknown => {
    const property = WINDOW_PROPERTY.exec(name)?.[1];
    if (!property) throw new Error(`windowProperty: ${name} is not in the local WeChat`);
    const scroller = pageScroller(context, page);
    if (!scroller) throw new Error(`${name} needs a browser: this phone runs without one and has no layout`);
    return Reflect.get(scroller, property);
  };
  return {
    'Page.getData': (params) => ({
      data: pathInto(elements.page(params).component.data, params.optionalString('path')),
    }),
    'Page.setData': (params) => setDataOf(elements.page(params).caller, params.record('data')),
    'Page.callMethod': async (params) => ({
      result: await callMethodOf(elements.page(params).caller, params.string('method'), params.list('args')),
    }),
    'Page.getWindowProperties': (params) => {
      const page = elements.page(params);
      return { properties: params.strings('names').map((name) => windowProperty(page, name)) };
    },
  };
}
