import type { Phone } from '../../contract/phone';

/** A number and when its owner gave it: Unix seconds, of WeChat's watermark. */
export interface TakenPhone {
  readonly phone: Phone;
  readonly takenAt: number;
}

/** What one call may do about a code: redeem it, wait for the call that does, or use what the code already gave. */
export type Turn =
  { readonly turn: 'redeem' } | { readonly turn: 'wait' } | { readonly turn: 'done'; readonly phone: Phone };

/**
 * One document a person. A code is money and works once, so one call at a time redeems for a person; it holds its turn
 * until it ends it, or until `until`, in case that it died. A `ticket` stands for a code: the code itself is not kept.
 */
export interface PhonesStore {
  /** Takes the turn for this ticket in one atomic decision. `now` and `until` in ms. */
  takeTurn(openid: string, ticket: string, now: number, until: number): Promise<Turn>;
  /** Keeps what the ticket gave and ends its turn. False where the turn was lost: the person was forgotten meanwhile. */
  keepRedeemed(openid: string, ticket: string, taken: TakenPhone): Promise<boolean>;
  /** Ends the turn of a ticket that gave nothing, and leaves no document where there is no number. */
  giveUpTurn(openid: string, ticket: string): Promise<void>;
  /** Keeps `taken` unless a newer number is kept already, in one atomic decision, and answers what is kept then. */
  keepNewest(openid: string, taken: TakenPhone): Promise<Phone>;
  kept(openid: string): Promise<Phone | undefined>;
  forget(openid: string): Promise<void>;
}
