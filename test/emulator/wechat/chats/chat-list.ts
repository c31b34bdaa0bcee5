import { createHash, randomBytes } from 'node:crypto';
import type { Clock } from '../../clock';
import type { Storage } from '../../storage';
import { Shelf } from '../shelf';
import type { Chat, NewChat } from './types';

/** Of an ordinary group. */
export const MAX_MEMBERS = 500;

interface StoredChat extends Chat {
  /** openid -> when they left last, ms of the moved clock. */
  readonly left: Readonly<Record<string, number>>;
  /** Order of making. */
  readonly number: number;
}

/** Who is in which chat. */
export class ChatList {
  readonly #shelf: Shelf<StoredChat>;
  readonly #clock: Clock;

  private constructor(shelf: Shelf<StoredChat>, clock: Clock) {
    this.#shelf = shelf;
    this.#clock = clock;
  }

  static async open(storage: Storage, clock: Clock): Promise<ChatList> {
    return new ChatList(await Shelf.open(storage, 'wechat-chats'), clock);
  }

  get all(): readonly Chat[] {
    return this.#inOrder.map(present);
  }

  get(id: string): Chat {
    return present(this.#stored(id));
  }

  /** When this person left the chat last, ms; undefined for who never did. */
  leftAt(id: string, openid: string): number | undefined {
    return this.#stored(id).left[openid];
  }

  /** `members` are people that exist. */
  async create({ kind, name, members }: NewChat, id = newId()): Promise<Chat> {
    if (kind !== 'single' && kind !== 'group')
      throw new TypeError(`a chat is 'single' or 'group', got '${String(kind)}'`);
    if (new Set(members).size < members.length) throw new RangeError('nobody is in a chat twice');
    if (kind === 'group') return this.#add(id, kind, checkedName(name ?? '群聊'), checkedMembers(members));
    if (members.length !== 2) throw new RangeError(`a single chat has two members, got ${members.length}`);
    if (name !== undefined && name !== '') throw new RangeError('a single chat has no name of its own');
    const before = this.all.find((chat) => chat.kind === kind && members.every((one) => chat.members.includes(one)));
    return before ?? this.#add(id, kind, '', members);
  }

  async join(id: string, openid: string): Promise<Chat> {
    const chat = this.#group(id);
    if (chat.members.includes(openid)) return present(chat);
    return this.#keep({ ...chat, members: checkedMembers([...chat.members, openid]) });
  }

  async leave(id: string, openid: string): Promise<Chat> {
    const chat = this.#group(id);
    if (!chat.members.includes(openid)) throw new RangeError(`${openid} is not in the group ${id}`);
    const members = chat.members.filter((one) => one !== openid);
    return this.#keep({ ...chat, members, left: { ...chat.left, [openid]: this.#clock.now() } });
  }

  /** A group of these people and their single chat, with the same ids each time; nothing where there are chats. */
  async seed(members: readonly string[]): Promise<void> {
    if (this.#shelf.size > 0) return;
    await this.create({ kind: 'group', name: '周末徒步', members }, seededId('周末徒步'));
    await this.create({ kind: 'single', members }, seededId('single'));
  }

  async clear(): Promise<void> {
    await this.#shelf.clear();
  }

  get #inOrder(): readonly StoredChat[] {
    return this.#shelf
      .entries()
      .map(([, chat]) => chat)
      .sort((a, b) => a.number - b.number);
  }

  #add(id: string, kind: Chat['kind'], name: string, members: readonly string[]): Promise<Chat> {
    const number = (this.#inOrder.at(-1)?.number ?? 0) + 1;
    return this.#keep({ id, kind, name, members: [...members], left: {}, number });
  }

  async #keep(chat: StoredChat): Promise<Chat> {
    await this.#shelf.set(chat.id, chat);
    return present(chat);
  }

  #stored(id: string): StoredChat {
    const chat = this.#shelf.get(id);
    if (chat === undefined) throw new RangeError(`there is no chat ${id}`);
    return chat;
  }

  #group(id: string): StoredChat {
    const chat = this.#stored(id);
    if (chat.kind !== 'group') throw new RangeError(`${id} is a single chat: nobody joins or leaves it`);
    return chat;
  }
}

const present = ({ id, kind, name, members }: StoredChat): Chat => ({ id, kind, name, members });

const newId = (): string => `chat-${randomBytes(6).toString('base64url')}`;
const seededId = (name: string): string => `chat-${createHash('sha256').update(name).digest('base64url').slice(0, 8)}`;

function checkedName(name: string): string {
  if (name.trim() === '') throw new RangeError('the name of a group has something to read in it');
  return name;
}

function checkedMembers(members: readonly string[]): readonly string[] {
  if (members.length === 0) throw new RangeError('a group has members');
  if (members.length > MAX_MEMBERS)
    throw new RangeError(`a group has at most ${MAX_MEMBERS} members, got ${members.length}`);
  return members;
}
