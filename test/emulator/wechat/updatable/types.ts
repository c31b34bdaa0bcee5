/** Updatable messages: ids, what an app's functions tell WeChat of them, and who wants to be reminded. */

/** 0 people are joining, 1 it has begun, 2 it is over. */
export type UpdatableState = 0 | 1 | 2;

/** What one call of setUpdatableMsg said that WeChat accepted. */
export interface UpdateRecord {
  /** ms of the moved clock. */
  readonly at: number;
  readonly state: UpdatableState;
  /** Of the template, by name. */
  readonly parameters: Readonly<Record<string, string>>;
}

/** One activity_id. */
export interface UpdatableActivity {
  readonly activityId: string;
  /** ms of the moved clock. */
  readonly createdAt: number;
  /** `expiration_time`, in ms: from then on setUpdatableMsg answers 47504. */
  readonly expiresAt: number;
  /** What cards show now: 2 also where 24 hours have ended it. */
  readonly state: UpdatableState;
  /** As they were told last; none before the first time. A card that was sent later shows its own. */
  readonly parameters: Readonly<Record<string, string>>;
  /** What WeChat accepted, oldest first. */
  readonly history: readonly UpdateRecord[];
  /** openids that asked to be reminded, the first one first. */
  readonly subscribers: readonly string[];
  /** Ids of the cards that were sent with it, the first one first. */
  readonly cards: readonly string[];
}

/** As WeChat's HTTPS APIs answer. */
export type UpdatableAnswer = Readonly<Record<string, unknown>> & { readonly errcode: number; readonly errmsg: string };

type Fields = Readonly<Record<string, unknown>>;

export interface UpdatableMessages {
  /**
   * `updatableMessage.createActivityId` -> `activity_id`, `expiration_time` (Unix seconds, 24 h from now).
   * errcode 48001: `openid` or `unionid`, which are for private messages; 45009: more than `updatableLimit` a minute.
   */
  createActivityId(fields: Fields): Promise<UpdatableAnswer>;
  /**
   * `updatableMessage.setUpdatableMsg`. errcode 47001: a parameter is missing or has the wrong form; 47501: no such
   * activity_id, or no card was sent with it (`updatableUnsent`); 47504: it is older than 24 h; 47502: not a state that may follow; 47503: not a version_type; 45009: more
   * than `updatableLimit` a minute. Answers when the reminders have been sent.
   */
  setUpdatableMsg(fields: Fields): Promise<UpdatableAnswer>;
  /**
   * A person taps 提醒我 on a card. Once more, or on another card of the same activity, changes nothing.
   * Throws a RangeError: no such card, not in its chat, an ordinary card, not in state 0 any more.
   */
  subscribe(messageId: string, openid: string): Promise<void>;
  /** Every activity_id, oldest first. */
  readonly all: readonly UpdatableActivity[];
}
