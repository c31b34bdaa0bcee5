/** Chats: who talks with whom, what was sent there, and what opening it leads to. */
import type { Card, Client, EnterOptions, UpdatableCard } from '../../phone/bridge';

export interface Chat {
  readonly id: string;
  readonly kind: 'single' | 'group';
  /** Of a group; '' for a single chat, which each of the two sees under the other's name. */
  readonly name: string;
  /** openids, in the order of their coming. */
  readonly members: readonly string[];
}

export interface NewChat {
  readonly kind: 'single' | 'group';
  /** Of a group. Default: 群聊. */
  readonly name?: string;
  /** A single chat has two; a group 1 to 500. */
  readonly members: readonly string[];
}

/** The line under an updatable card. */
export interface CardLook {
  readonly text: string;
  /** `#10AEFF` and its kin. */
  readonly color: string;
  /** 0 people are joining, 1 it has begun, 2 it is over. */
  readonly state: number;
  /** Whether who looks has asked to be reminded; absent where 提醒我 is not offered (any more). */
  readonly subscribed?: boolean;
}

interface Sent {
  readonly id: string;
  readonly chatId: string;
  /** ms of the moved clock. */
  readonly at: number;
}

export interface CardMessage extends Card, Sent {
  readonly kind: 'card';
  /** openid of the sender. */
  readonly from: string;
  /** Absent: an ordinary card. */
  readonly look?: CardLook;
}

/** WeChat's own line in a chat, which one person sees: `已开始，进入「小程序」`. */
export interface ReminderMessage extends Sent {
  readonly kind: 'reminder';
  readonly cardId: string;
  /** openid. */
  readonly to: string;
  readonly text: string;
  /** Where a tap leads. */
  readonly path: string;
}

export type Message = CardMessage | ReminderMessage;

export type UpdatableMessage = CardMessage & { readonly updatable: UpdatableCard };

/** What updatable messages know of cards. */
export interface Looks {
  /**
   * Asked each time that somebody looks at a card, by the client with which they do. `undefined`: nobody knows its
   * activityId, or the client cannot draw it, so the card is an ordinary one.
   */
  lookOf(card: UpdatableMessage, openid: string | undefined, client: Client | undefined): CardLook | undefined;
  /** A card was sent; `send` answers after this. */
  sent(card: UpdatableMessage): Promise<void>;
}

/** One life of the mini program on one phone: from a cold start to the next. */
export type Life = string;

/** Who opens a message, and where. */
export interface Opening {
  readonly openid: string;
  readonly client: Client;
  readonly life: Life;
  /** Who left the group opens what their phone still has from before. */
  readonly fromHistory?: boolean;
}

/** Who asks for open data of a group, in which life of the mini program. */
export type Asker = Pick<Opening, 'openid' | 'life'>;

export interface GroupEnterAsk {
  /** Of the entry that the user is in; absent where it has none. */
  readonly shareTicket?: string;
  readonly needGroupOpenID?: boolean;
  readonly allowSingleChat?: boolean;
}

/** Every method that names a chat, a message or a user that is not there throws a RangeError that says so. */
export interface Chats {
  /** In the order of their making; of one person, the chats that they are in. */
  list(openid?: string): readonly Chat[];
  /** A single chat of two that have one is answered as it is. */
  create(chat: NewChat): Promise<Chat>;
  join(chatId: string, openid: string): Promise<Chat>;
  leave(chatId: string, openid: string): Promise<Chat>;
  /** As this person sees the chat's name. */
  nameFor(chat: Chat, openid: string): string;
  /** Oldest first; `openid`: as this member sees them, without the reminders of others; `client`: on such a phone. */
  messages(chatId: string, openid?: string, client?: Client): readonly Message[];
  message(messageId: string): Message;
  send(openid: string, chatId: string, card: Card): Promise<CardMessage>;
  /** A long press; refused for a card that was shared with a ticket. What arrives is an ordinary card without one. */
  forward(messageId: string, openid: string, toChatId: string): Promise<CardMessage>;
  /** WeChat's own line for one person, who is in the chat of this card. */
  remind(cardId: string, reminder: Pick<ReminderMessage, 'to' | 'text' | 'path'>): Promise<ReminderMessage>;
  /** With which options the mini program is entered by a tap on this message; makes the ticket, if there is one. Without a path: the home page. */
  enter(messageId: string, opening: Opening): Partial<EnterOptions>;
  /** Cold start, another user, another server: the tickets of that life are worth nothing. */
  endLife(life: Life): void;
  /** Who knows how cards look after they were sent; the last one counts. Call what it returns when looks have changed. */
  askLooks(looks: Looks): () => void;
  /** Chats, members, messages or the looks of cards changed; returns the unsubscriber. */
  onChange(listener: () => void): () => void;
}
