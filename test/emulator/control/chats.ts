import type { ClientFiles } from '../cloud/types';
import { newLife } from '../server/holders';
import type { Phones } from '../server/phones';
import type { Message } from '../wechat/chats/types';
import type { Platform } from '../wechat/types';
import type { ServedControl } from './types';

export interface ChatsControlled {
  readonly url: string;
  readonly platform: Platform;
  readonly cloud: { readonly files: ClientFiles };
  readonly phones: Phones;
}

/** Chats as nobody in them could work them: everybody's, at once. */
export function createChatsControl({ platform, cloud, phones, url }: ChatsControlled): ServedControl['chats'] {
  const { chats } = platform;

  /** Everybody in the chat sees its pictures, whoever owns the file: UNCONFIRMED, as WeChat names no rule for it. */
  async function drawable(message: Message): Promise<Message> {
    if (message.kind !== 'card' || !message.imageUrl?.startsWith('cloud://')) return message;
    const { imageUrl, ...card } = message;
    const shown = await cloud.files.publicUrl(imageUrl);
    return shown === undefined ? card : { ...card, imageUrl: shown };
  }

  return {
    list: (openid) => chats.list(openid),
    create: (chat) => chats.create(chat),
    join: (chatId, openid) => chats.join(chatId, openid),
    leave: (chatId, openid) => chats.leave(chatId, openid),
    messages: (chatId, openid, client) => Promise.all(chats.messages(chatId, openid, client).map(drawable)),
    async open(phoneId, messageId, { cold = false, fromHistory = false } = {}) {
      const line = phones.find(phoneId);
      const warm = line.ready && !cold;
      const life = warm ? line.life : newLife();
      const enter = chats.enter(messageId, { openid: line.openid, client: line.client, life, fromHistory });
      if (warm) phones.enter(line, enter);
      else await phones.restart(line, { enter, life });
      return phones.info(line, url);
    },
    subscribe: (messageId, openid) => platform.updatable.subscribe(messageId, openid),
    forward: (messageId, openid, toChatId) => chats.forward(messageId, openid, toChatId),
  };
}
