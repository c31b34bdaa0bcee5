import { dispatchViewEvent } from '../phone/engine/view-event';
import type { PhoneContext } from '../phone/parts';
import { componentFunctions } from './component-functions';
import type { Elements } from './elements';
import { Finger } from './finger';
import type { Method, Methods } from './method';
import type { Params } from './params';

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
  const functions = componentFunctions(context, finger);
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
