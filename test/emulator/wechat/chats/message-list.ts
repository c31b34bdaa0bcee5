import { randomBytes } from 'node:crypto';
import type { Clock } from '../../clock';
import type { Storage } from '../../storage';
import { Shelf } from '../shelf';
import type { Message } from './types';

/** Cards carry pictures: older ones of a chat are forgotten. */
const KEPT = 200;

type Stored = Message & {
  /** Order of sending; the moved clock may go back. */
  readonly number: number;
};
/** What its sender says of a message. */
type Unsent<M extends Message> = Omit<M, 'id' | 'at' | 'look'>;

/** What was sent in every chat. */
export class MessageList {
  readonly #shelf: Shelf<Stored>;
  readonly #clock: Clock;
  #sent: number;

  private constructor(shelf: Shelf<Stored>, clock: Clock) {
    this.#shelf = shelf;
    this.#clock = clock;
    this.#sent = Math.max(0, ...shelf.entries().map(([, { number }]) => number));
  }

  static async open(storage: Storage, clock: Clock): Promise<MessageList> {
    return new MessageList(await Shelf.open(storage, 'wechat-messages'), clock);
  }

  /** Oldest first. */
  of(chatId: string): readonly Message[] {
    return this.#inOrder(chatId).map(present);
  }

  get(id: string): Message {
    const message = this.#shelf.get(id);
    if (message === undefined) throw new RangeError(`there is no message ${id}`);
    return present(message);
  }

  async add<M extends Message>(unsent: Unsent<M>): Promise<M> {
    const sent = { ...unsent, id: `message-${randomBytes(9).toString('base64url')}`, at: this.#clock.now() };
    const message = sent as unknown as M;
    await this.#shelf.set(message.id, { ...message, number: (this.#sent += 1) });
    const surplus = this.#inOrder(message.chatId).slice(0, -KEPT);
    await Promise.all(surplus.map(({ id }) => this.#shelf.delete(id)));
    return message;
  }

  async clear(): Promise<void> {
    await this.#shelf.clear();
  }

  #inOrder(chatId: string): readonly Stored[] {
    return this.#shelf
      .entries()
      .map(([, message]) => message)
      .filter((message) => message.chatId === chatId)
      .sort((a, b) => a.number - b.number);
  }
}

function present({ number: _number, ...message }: Stored): Message {
  return message;
}
