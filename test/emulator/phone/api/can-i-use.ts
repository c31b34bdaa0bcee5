import { openTypes } from '../components/open-type';

/** Tags of the components that are there (components/index.ts). */
const COMPONENTS = new Set([
  ...['button', 'checkbox', 'checkbox-group', 'cover-image', 'cover-view', 'form', 'icon', 'image', 'input', 'label'],
  ...['navigation-bar', 'navigator', 'open-data', 'page-meta', 'picker', 'progress', 'radio', 'radio-group'],
  ...[
    'rich-text',
    'root-portal',
    'scroll-view',
    'slider',
    'swiper',
    'swiper-item',
    'switch',
    'text',
    'textarea',
    'view',
  ],
]);

/**
 * WeChat: api/base/wx.canIUse.html: `${API}.${method}.${param}.${option}` or `${component}.${attribute}.${option}`.
 * Knows what is there by name; parameters of an API that is there count as there.
 */
export function createCanIUse(api: object) {
  const wx = Object.keys(api);
  return {
    canIUse(schema) {
      const [first = '', second = '', third = ''] = schema.split('.');
      if (COMPONENTS.has(first)) return second !== 'open-type' || third === '' || third in openTypes;
      if (first !== 'cloud' || second === '') return wx.includes(first) || first === 'canIUse';
      return second in Object(Reflect.get(api, 'cloud'));
    },
  } satisfies Partial<WechatMiniprogram.Wx>;
}
