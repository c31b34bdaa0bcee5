import type { Clock } from '../../clock';
import type { Client } from '../../phone/bridge';
import type { Storage } from '../../storage';
import type { User } from '../types';
import { checkedCard, forwarded } from './card';
import { ChatList } from './chat-list';
import { enterBy, REMINDER_SCENE, sceneOf } from './enter';
import { MessageList } from './message-list';
import { Tickets } from './tickets';
import type { CardMessage, Chat, Chats, Looks, Message, Opening, ReminderMessage, UpdatableMessage } from './types';

export interface ChatsOptions {
  readonly storage: Storage;
  readonly clock: Clock;
  /** Throws for somebody who is not there. */
  user(openid: string): User;
  /** Of the first start. */
  firstUsers(): readonly User[];
  sharerGetsTicket(): boolean;
}

export interface OpenedChats {
  readonly chats: Chats;
  readonly list: ChatList;
  readonly tickets: Tickets;
  /** As on the first start, with the users of then. */
  readonly reset: () => Promise<void>;
}

/** The chats of this WeChat, as they were kept. */
export async function openChats({ storage, clock, ...people }: ChatsOptions): Promise<OpenedChats> {
  const list = await ChatList.open(storage, clock);
  const sent = await MessageList.open(storage, clock);
  const tickets = new Tickets();
  const listeners = new Set<() => void>();
  let looks: Looks = { lookOf: () => undefined, sent: () => Promise.resolve() };
  const changed = <T>(value: T): T => {
    for (const listener of listeners) listener();
    return value;
  };
  const seed = () => list.seed(people.firstUsers().map(({ openid }) => openid));
  await seed();

  function memberOf(chatId: string, openid: string): Chat {
    const chat = list.get(chatId);
    if (chat.members.includes(people.user(openid).openid)) return chat;
    throw new RangeError(`${openid} is not in the chat ${chatId}`);
  }
  const card = (messageId: string): CardMessage => {
    const message = sent.get(messageId);
    if (message.kind === 'card') return message;
    throw new RangeError(`${messageId} is no card`);
  };
  const seenBy = (message: Message, openid?: string, client?: Client): Message => {
    const look = isUpdatable(message) ? looks.lookOf(message, openid, client) : undefined;
    return message.kind === 'card' && look !== undefined ? { ...message, look } : message;
  };

  /** The chat, if this person sees the message in it. */
  function chatOpenedFrom(message: Message, { openid, fromHistory = false }: Opening): Chat {
    const chat = list.get(message.chatId);
    const leftAt = list.leftAt(chat.id, openid);
    if (message.kind === 'reminder' && message.to !== openid)
      throw new RangeError(`the reminder ${message.id} is not for ${openid}`);
    if (chat.members.includes(openid)) return chat;
    if (leftAt === undefined) throw new RangeError(`${openid} is not in the chat ${chat.id}`);
    if (!fromHistory)
      throw new RangeError(`${openid} left the chat ${chat.id}: { fromHistory: true } opens what was sent before`);
    if (message.at > leftAt) throw new RangeError(`${message.id} was sent after ${openid} had left`);
    return chat;
  }

  const chats: Chats = {
    list: (openid) => (openid === undefined ? list.all : list.all.filter(({ members }) => members.includes(openid))),
    create: async (chat) => {
      for (const openid of chat.members) people.user(openid);
      return changed(await list.create(chat));
    },
    join: async (chatId, openid) => changed(await list.join(chatId, people.user(openid).openid)),
    leave: async (chatId, openid) => changed(await list.leave(chatId, openid)),
    nameFor({ kind, name, members }, openid) {
      const other = members.find((one) => one !== openid);
      return kind === 'group' || other === undefined ? name : people.user(other).nickName;
    },
    messages(chatId, openid, client) {
      const { id } = openid === undefined ? list.get(chatId) : memberOf(chatId, openid);
      const mine = (message: Message) => openid === undefined || message.kind === 'card' || message.to === openid;
      return sent
        .of(id)
        .filter(mine)
        .map((message) => seenBy(message, openid, client));
    },
    message: (messageId) => sent.get(messageId),
    send: async (openid, chatId, unsent) => {
      const { id } = memberOf(chatId, openid);
      const message = await sent.add<CardMessage>({ kind: 'card', chatId: id, from: openid, ...checkedCard(unsent) });
      if (isUpdatable(message)) await looks.sent(message);
      return changed(message);
    },
    forward: async (messageId, openid, toChatId) => {
      const original = card(messageId);
      memberOf(original.chatId, openid);
      return chats.send(openid, toChatId, forwarded(original));
    },
    remind: async (cardId, { to, text, path }) => {
      const { id } = memberOf(card(cardId).chatId, to);
      return changed(await sent.add<ReminderMessage>({ kind: 'reminder', chatId: id, cardId, to, text, path }));
    },
    enter(messageId, opening) {
      const message = sent.get(messageId);
      const chat = chatOpenedFrom(message, opening);
      if (message.kind === 'reminder') return enterBy(message.path, chat, REMINDER_SCENE);
      // "Opened by other users" (open-ability/share.md): UNCONFIRMED that who shared the card is none of them.
      const forOpener = message.from !== opening.openid || people.sharerGetsTicket();
      const ticketed = chat.kind === 'group' && message.withShareTicket && forOpener;
      const ticket = ticketed ? tickets.issue(opening.life, chat.id) : undefined;
      return enterBy(message.path, chat, sceneOf(chat.kind, ticketed, opening.client), ticket);
    },
    endLife: (life) => tickets.end(life),
    askLooks(asked) {
      looks = asked;
      return () => changed(undefined);
    },
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };

  return {
    chats,
    list,
    tickets,
    async reset() {
      tickets.clear();
      await Promise.all([list.clear(), sent.clear()]);
      await seed();
      changed(undefined);
    },
  };
}

function isUpdatable(message: Message): message is UpdatableMessage {
  return message.kind === 'card' && message.updatable !== undefined;
}
