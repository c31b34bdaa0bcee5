import { domOf } from '../phone/api/layout';
import { dispatchViewEvent } from '../phone/engine/view-event';
import type { PhoneContext } from '../phone/parts';
import type { Elements } from './elements';
import { Finger } from './finger';
import type { Method, Methods } from './method';
import type { Params } from './params';
import type { Element } from './tree';

/** What a person does to an element. */
export function touchMethods(context: PhoneContext, elements: Elements): Methods {
  const finger = new Finger(context);
  const touch =
    (type: string): Method =>
    (params) => {
      const touches = params.has('touches') ? params.list('touches') : undefined;
      const changed = params.has('changedTouches') ? params.list('changedTouches') : undefined;
      finger.touch(elements.element(params), type, touches, changed);
      return heard();
    };
  const trigger = (params: Params, type: string) => {
    dispatchViewEvent(elements.element(params), type, params.any('detail') ?? {}, { bubbles: false });
    return heard();
  };
  const scroller = (element: Element): HTMLElement => {
    const dom = domOf(context, element);
    if (dom) return dom;
    throw new Error('scrolling needs a browser: this phone runs without one and has no layout');
  };
  /** `element.input()`, `switch.tap()`, `scrollView.scrollTo()`: by the name that the client gives them. */
  const functions: Readonly<Record<string, (element: Element, ...args: readonly unknown[]) => unknown>> = {
    'input.input': (element, text) => finger.type(element, String(text)),
    'textarea.input': (element, text) => finger.type(element, String(text)),
    'switch.tap': (element) => finger.tap(element),
    'scroll-view.scrollTo': (element, left, top) =>
      scroller(element).scrollTo({ left: Number(left), top: Number(top) }),
    'scroll-view.scrollTop': (element) => scroller(element).scrollTop,
    'scroll-view.scrollLeft': (element) => scroller(element).scrollLeft,
    'scroll-view.scrollWidth': (element) => scroller(element).scrollWidth,
    'scroll-view.scrollHeight': (element) => scroller(element).scrollHeight,
  };
  return {
    'Element.tap': (params) => {
      finger.tap(elements.element(params));
      return heard();
    },
    'Element.touchstart': touch('touchstart'),
    'Element.touchmove': touch('touchmove'),
    'Element.touchend': touch('touchend'),
    'Element.triggerEvent': (params) => trigger(params, params.string('type')),
    'Element.dispatchEvent': (params) => trigger(params, params.string('eventName')),
    'Element.callFunction': async (params) => {
      const name = params.string('functionName');
      const fn = functions[name];
      if (!fn) throw new Error(`${name} is not in the local WeChat`);
      const result = fn(elements.element(params), ...params.list('args'));
      await heard();
      return { result };
    },
  };
}

/** Handlers of the app run in the task after the touch: what the client does next comes after them. */
function heard(): Promise<Record<string, never>> {
  return new Promise((resolve) => setTimeout(() => resolve({}), 0));
}
