import type { OpenType } from '.';

/** Opens WeChat's settings page; `opensetting` fires when it has been left. */
export const openSetting: OpenType = async (button) => {
  const { stack } = button.context;
  const { authSetting } = await stack.openNative<{ authSetting: Record<string, boolean> }>('setting', {});
  button.emit('opensetting', { errMsg: 'openSetting:ok', authSetting });
};
