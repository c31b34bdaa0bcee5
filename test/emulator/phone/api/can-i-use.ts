/** Components of the local WeChat, and the attributes of them whose presence apps ask for. */
const OPEN_TYPES = new Set(['openSetting', 'agreePrivacyAuthorization']);
const COMPONENTS = new Set(['button', 'form', 'image', 'input', 'scroll-view', 'switch', 'text', 'view']);

/**
 * WeChat: api/base/wx.canIUse.html: `${API}.${method}.${param}.${option}` or `${component}.${attribute}.${option}`.
 * Knows what is there by name; parameters of an API that is there count as there.
 */
export function createCanIUse(api: object) {
  const wx = Object.keys(api);
  return {
    canIUse(schema) {
      const [first = '', second = '', third = ''] = schema.split('.');
      if (COMPONENTS.has(first)) return second !== 'open-type' || third === '' || OPEN_TYPES.has(third);
      if (first !== 'cloud' || second === '') return wx.includes(first) || first === 'canIUse';
      return second in Object(Reflect.get(api, 'cloud'));
    },
  } satisfies Partial<WechatMiniprogram.Wx>;
}
