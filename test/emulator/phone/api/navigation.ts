import { requireString } from './calling';
import { EventChannel } from './event-channel';
import type { ApiPart } from './part';

/** WeChat: developers.weixin.qq.com/miniprogram/dev/api/route/ ; the page stack says what can be opened. */
export function createNavigation({ context, calling }: ApiPart) {
  const { stack } = context;
  return {
    navigateTo: calling.promised<WechatMiniprogram.NavigateToOption>(
      'navigateTo',
      async (options) => {
        const url = requireString('navigateTo', options, 'url');
        const eventChannel = new EventChannel((error) => context.reportError(error));
        const events = Object.entries<WechatMiniprogram.EventCallback>(options.events ?? {});
        for (const [name, listener] of events) eventChannel.on(name, listener);
        await stack.navigateTo(url, eventChannel);
        return { eventChannel };
      },
      (answer) => answer,
    ),
    redirectTo: calling.promised<WechatMiniprogram.RedirectToOption>('redirectTo', async (options) => {
      await stack.redirectTo(requireString('redirectTo', options, 'url'));
    }),
    reLaunch: calling.promised<WechatMiniprogram.ReLaunchOption>('reLaunch', async (options) => {
      await stack.reLaunch(requireString('reLaunch', options, 'url'));
    }),
    switchTab: calling.promised<WechatMiniprogram.SwitchTabOption>('switchTab', async (options) => {
      await stack.switchTab(requireString('switchTab', options, 'url'));
    }),
    navigateBack: calling.promised<WechatMiniprogram.NavigateBackOption>('navigateBack', async ({ delta = 1 }) => {
      await stack.navigateBack(delta);
    }),
  } satisfies Partial<WechatMiniprogram.Wx>;
}
