/** How the mini program was last brought to the front; read once from what WeChat gives, which older versions give less of. */
export interface EnterOptions {
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  /** Android and iOS give one card different ones: decide by ticket and chat type. */
  readonly scene: number;
  /** 1 single chat, 2 of WeCom, 3 group, 4 of WeCom; missing outside chats, and below base library 2.20.0. */
  readonly chatType: number | undefined;
  /** Of a card that was shared with one; good for this life of the app. */
  readonly shareTicket: string | undefined;
}

/** What base libraries below 2.9.4 say in the event alone. */
let shown: object | undefined;
let shows = 0;
wx.onAppShow?.((options) => {
  shown = options;
  shows += 1;
});

/** How often the mini program has come to the front: the same entry twice, or one and a return from somewhere else. */
export const countShows = (): number => shows;

/** The newest entry: the cold one, or the one that brought the app back since. */
export function getEnterOptions(): EnterOptions {
  const options = wx.getEnterOptionsSync?.() ?? shown ?? wx.getLaunchOptionsSync();
  const {
    path = '',
    query = {},
    scene = 0,
    chatType,
    shareTicket,
  } = options as Partial<WechatMiniprogram.LaunchOptionsApp>;
  return { path, query, scene, chatType, shareTicket: shareTicket || undefined };
}
