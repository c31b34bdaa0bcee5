import { randomBytes } from 'node:crypto';
import type { Life } from './types';

/**
 * Share tickets: "valid only within the current mini program lifecycle" (framework/open-ability/share.md). In memory
 * alone: after a restart there is no life that could use one.
 */
export class Tickets {
  /** Ticket -> chat, by life. */
  readonly #lives = new Map<Life, Map<string, string>>();

  issue(life: Life, chatId: string): string {
    const tickets = this.#lives.get(life) ?? new Map<string, string>();
    const ticket = randomBytes(24).toString('base64url');
    this.#lives.set(life, tickets.set(ticket, chatId));
    return ticket;
  }

  /** The chat; undefined where this life never got that ticket. */
  chatOf(life: Life, ticket: string): string | undefined {
    return this.#lives.get(life)?.get(ticket);
  }

  end(life: Life): void {
    this.#lives.delete(life);
  }

  clear(): void {
    this.#lives.clear();
  }
}
