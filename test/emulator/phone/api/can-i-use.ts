import { attributes } from '../components';
import { openTypes } from '../components/open-type';

/**
 * WeChat: api/base/wx.canIUse.html: `${API}.${method}.${param}.${option}` or `${component}.${attribute}.${option}`.
 * Knows APIs, components, their attributes and the open-types of a button by name. Of an API or an attribute that is
 * there every parameter and option counts as there; events of components are no attributes and count as missing.
 */
export function createCanIUse(api: object) {
  return {
    canIUse(schema) {
      const [first = '', second = '', third = ''] = schema.split('.');
      const known = attributes.get(first);
      if (known) return second === '' || (known.has(second) && offersOption(second, third));
      if (first !== 'cloud' || second === '') return Object.hasOwn(api, first) || first === 'canIUse';
      return Object.hasOwn(Object(Reflect.get(api, 'cloud')) as object, second);
    },
  } satisfies Partial<WechatMiniprogram.Wx>;
}

function offersOption(attribute: string, option: string): boolean {
  return attribute !== 'open-type' || option === '' || Object.hasOwn(openTypes, option);
}
