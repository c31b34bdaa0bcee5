import { domOf } from '../phone/api/layout';
import { builtInOf } from '../phone/components';
import { Slider } from '../phone/components/slider';
import { Swiper } from '../phone/components/swiper';
import type { PhoneContext } from '../phone/parts';
import type { Finger } from './finger';
import { tagNameOf } from './tag-name';
import type { Element } from './tree';

type ComponentFunction = (element: Element, ...args: readonly unknown[]) => unknown;

/** `element.input()`, `switch.tap()`, `scrollView.scrollTo()` and their kin, by the name that the client gives them. */
export function componentFunctions(context: PhoneContext, finger: Finger): Readonly<Record<string, ComponentFunction>> {
  const scroller = (element: Element): HTMLElement => {
    const dom = domOf(context, element);
    if (dom) return dom;
    throw new Error('scrolling needs a browser: this phone runs without one and has no layout');
  };
  return {
    'input.input': (element, text) => finger.type(element, String(text)),
    'textarea.input': (element, text) => finger.type(element, String(text)),
    'switch.tap': (element) => finger.tap(element),
    'slider.slideTo': (element, value) => partOf(element, Slider).slideTo(Number(value)),
    'swiper.swipeTo': (element, index) => partOf(element, Swiper).go(Number(index), 'touch'),
    'scroll-view.scrollTo': (element, left, top) =>
      scroller(element).scrollTo({ left: Number(left), top: Number(top) }),
    'scroll-view.scrollTop': (element) => scroller(element).scrollTop,
    'scroll-view.scrollLeft': (element) => scroller(element).scrollLeft,
    'scroll-view.scrollWidth': (element) => scroller(element).scrollWidth,
    'scroll-view.scrollHeight': (element) => scroller(element).scrollHeight,
  };
}

function partOf<T>(element: Element, Part: abstract new (...args: never[]) => T): T {
  const part = builtInOf(element);
  if (part instanceof Part) return part;
  throw new Error(`<${tagNameOf(element)}> cannot do this`);
}
