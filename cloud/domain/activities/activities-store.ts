import type { Card, Lease, ListedWalk, Plan, Seen, Unpublished, Walk } from './walk';

/** A person's wish, and the turn in which they made it. `now` in ms. */
export interface Wish {
  readonly person: string;
  readonly turn: number;
  readonly now: number;
}

export interface NewWalk {
  readonly id: string;
  readonly organizer: string;
  readonly group: string;
  readonly plan: Plan;
}

/** What a publisher knows when it is done. */
export interface Published {
  readonly cards: readonly Card[];
  /** Every card says what the walk is at `rev`. */
  readonly clean: boolean;
  /** Ms. */
  readonly at: number;
}

/**
 * One document a walk. Every method that changes one decides and changes in one atomic step, whoever else does so at the
 * same time, and says whether it did; where not, a look tells why. `rev` rises and the walk gets dirty with whatever a
 * card could show.
 */
export interface ActivitiesStore {
  /** False where a walk with this id is stored already. */
  create(walk: NewWalk): Promise<boolean>;
  /** Removes a walk of this organizer's that has neither a card nor had anybody in it. */
  withdraw(id: string, organizer: string): Promise<void>;
  find(id: string): Promise<Walk | undefined>;

  /**
   * Puts the person at the end of the roster and raises their turn: if the walk is open and has not begun, they are not
   * in it, this is their turn, and somebody fits in. A walk that needs phone numbers takes only who has `phoneGiven`.
   */
  join(id: string, wish: Wish & { readonly phoneGiven: boolean }): Promise<boolean>;
  /** Takes the person out and raises their turn: if the walk is open and has not begun, they are in it, this is their turn. */
  leave(id: string, wish: Wish): Promise<boolean>;
  /** Remembers what the person saw in this turn. */
  saw(id: string, person: string, turn: number, seat: Seen): Promise<void>;

  /** `open` to `started`, with new times, if it is this organizer's and not over by the clock. */
  start(id: string, organizer: string, now: number, times: Pick<Plan, 'startsAt' | 'endsAt'>): Promise<boolean>;
  /** `open` to `cancelled`, if it is this organizer's and has not begun by the clock. */
  callOff(id: string, organizer: string, now: number): Promise<boolean>;
  /** `open` or `started` to `ended`, if it is this organizer's. */
  end(id: string, organizer: string): Promise<boolean>;
  /** Starts and ends what is due by the clock, of all walks. */
  keepTime(now: number): Promise<void>;
  /** Nothing has to be told of walks without a card that lives: they are not dirty any more. */
  clearCardless(now: number): Promise<void>;

  /** Makes a walk dirty that has a card which still lives, in whatever state: one may be sent when it has begun, or is over. */
  touch(id: string, now: number): Promise<boolean>;

  /** Adds a card, if the walk is open, has not begun, nobody added one since `cardsUntil` was read, and one fits in. */
  addCard(id: string, cardsUntil: number, card: Card, now: number): Promise<boolean>;

  /** Drops the cards that have expired. */
  dropExpired(id: string, now: number): Promise<void>;

  /**
   * Takes the lease of a dirty walk, if it still is as it was read and has run out by `now`, and sets `publishedAt`: whose
   * publications never end stands behind the others then.
   */
  takeLease(id: string, before: Lease, mine: Lease, now: number): Promise<boolean>;
  /** Keeps what was published and gives the lease back, if it is still `by`'s and the walk still at `rev`. */
  settle(id: string, by: string, rev: number, published: Published): Promise<boolean>;
  /**
   * Keeps what the cards of a walk were told that is not open any more, if the lease is still `by`'s: nobody else changes
   * them then.
   */
  keepTold(id: string, by: string, cards: readonly Card[]): Promise<void>;
  /** Gives the lease back, if it is still `by`'s, and leaves the walk dirty. */
  release(id: string, by: string, at: number): Promise<void>;
  /** Dirty ones, the longest unpublished first. */
  dirty(limit: number): Promise<readonly Unpublished[]>;

  /** Not over by the clock, the first to end first. */
  organizedBy(person: string, now: number, limit: number): Promise<readonly ListedWalk[]>;
  /** How many those are. */
  countOrganized(person: string, now: number): Promise<number>;
  withSeatOf(person: string, now: number, limit: number): Promise<readonly ListedWalk[]>;
  ofGroup(group: string, now: number, limit: number): Promise<readonly ListedWalk[]>;

  /**
   * Takes a person out of every walk, turns and all; their seats are free again. What they organized is cancelled, gets no
   * card any more, and keeps nothing but those that still have to be told.
   */
  forget(person: string): Promise<void>;
  /** Removes what {@link forget} left, where no card has to be told any more: it has none, they have ended or expired. */
  clearForgotten(now: number): Promise<void>;
  /** Removes walks that were to end before `before` and are over, with all that they say of anybody. */
  dropOld(before: number): Promise<void>;
}
