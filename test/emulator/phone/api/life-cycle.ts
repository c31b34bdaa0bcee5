import type { EnterOptions } from '../bridge';
import type { PhoneContext } from '../parts';
import type { ApiPart } from './part';

/** WeChat: developers.weixin.qq.com/miniprogram/dev/api/base/app/ */
export function createLifeCycle({ context }: ApiPart) {
  return {
    getLaunchOptionsSync: () => toOptions(context.launchOptions),
    getEnterOptionsSync: () => toOptions(context.enterOptions),
    ...listeners(context, 'AppShow', 'appShow'),
    ...listeners(context, 'AppHide', 'appHide'),
    ...listeners(context, 'Error', 'error'),
    ...listeners(context, 'UnhandledRejection', 'unhandledRejection'),
    ...listeners(context, 'PageNotFound', 'pageNotFound'),
    ...listeners(context, 'ThemeChange', 'themeChange'),
    ...listeners(context, 'NetworkStatusChange', 'networkStatusChange'),
    ...listeners(context, 'WindowResize', 'windowResize'),
  } satisfies Partial<WechatMiniprogram.Wx>;
}

type ListenerOf<K extends keyof WechatMiniprogram.Wx> = WechatMiniprogram.Wx[K] extends (listener: infer L) => void
  ? L
  : never;

type Listeners<N extends string> = {
  [K in keyof WechatMiniprogram.Wx & (`on${N}` | `off${N}`)]: (listener: ListenerOf<K>) => void;
};

/** `wx.on<Name>` and `wx.off<Name>` for one event of the phone; `off` without a listener takes all away. */
function listeners<N extends string>(context: PhoneContext, name: N, event: string): Listeners<N> {
  const pair = {
    [`on${name}`]: (listener: (value: unknown) => void) => context.events.on(event, listener),
    [`off${name}`]: (listener?: (value: unknown) => void) => context.events.off(event, listener),
  };
  return pair as unknown as Listeners<N>;
}

/** `hostExtraData` is for WeChat inside another app, and absent here. */
function toOptions(enter: EnterOptions): WechatMiniprogram.LaunchOptionsApp {
  return {
    path: enter.path,
    query: { ...enter.query },
    scene: enter.scene,
    ...(enter.shareTicket === undefined ? {} : { shareTicket: enter.shareTicket }),
    ...(enter.chatType === undefined ? {} : { chatType: enter.chatType }),
    // An empty object where no other mini program opened this one.
    referrerInfo: { ...enter.referrerInfo },
    apiCategory: 'default',
    forwardMaterials: [] as WechatMiniprogram.ForwardMaterials[],
  } as WechatMiniprogram.LaunchOptionsApp;
}
