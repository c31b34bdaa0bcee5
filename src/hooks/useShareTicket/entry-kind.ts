import type { EnterOptions } from '../../wechat/enter-options';

export type EntryKind = 'direct' | 'single-chat' | 'private-message' | 'group';

/** A card in a single chat, as base libraries without chat types say it. */
const SINGLE_CHAT_CARD = 1007;
/** A card without a ticket in a group, as they say it. */
const GROUP_CARD = 1008;

/**
 * What an entry claims to be; WeChat is asked about a group. The ticket and the chat type decide, because Android and
 * iOS report different scenes for one card. In a single chat only a private message carries a ticket
 * (framework/open-ability/share.md).
 */
export function entryKind({ scene, chatType, shareTicket }: EnterOptions): EntryKind {
  if (chatType === 3 || chatType === 4) return 'group';
  if (chatType !== undefined) return shareTicket ? 'private-message' : 'single-chat';
  if (shareTicket || scene === GROUP_CARD) return 'group';
  return scene === SINGLE_CHAT_CARD ? 'single-chat' : 'direct';
}
