import { randomBytes } from 'node:crypto';
import type { Clock } from '../../clock';
import type { Storage } from '../../storage';
import { Shelf } from '../shelf';
import type { UpdatableActivity, UpdatableState, UpdateRecord } from './types';

/** Seconds: of an activity_id, and what a card in state 0 lives without news, or one in state 1. Source: updatable-message.html */
const LIFE_S = 86_400;
/** Cards look at theirs long after it is over. */
const KEPT = 2_000;

export interface Activity {
  readonly activityId: string;
  readonly appId: string;
  readonly createdAt: number;
  readonly expiresAt: number;
  readonly history: readonly UpdateRecord[];
  /** Card -> how much of `history` was told before it was sent; absent where none was sent yet. */
  readonly cards?: Readonly<Record<string, number>>;
  /** openid -> the card on which they asked to be reminded. */
  readonly subscribers: Readonly<Record<string, string>>;
  /** openid -> card, of those who are still to be reminded that it has begun: what is left after a kill. */
  readonly owed?: Readonly<Record<string, string>>;
  /** Order of making; the moved clock may go back. */
  readonly number: number;
}

/** The activity ids of this WeChat. A change is there for everybody as soon as `set` is called, before it is stored. */
export class Activities {
  readonly #shelf: Shelf<Activity>;
  readonly #clock: Clock;
  readonly #appId: string;

  private constructor(shelf: Shelf<Activity>, clock: Clock, appId: string) {
    this.#shelf = shelf;
    this.#clock = clock;
    this.#appId = appId;
  }

  static async open(storage: Storage, clock: Clock, appId: string): Promise<Activities> {
    return new Activities(await Shelf.open(storage, 'wechat-updatable'), clock, appId);
  }

  /** Oldest first; of this app. */
  get all(): readonly Activity[] {
    return this.#inOrder.filter(({ appId }) => appId === this.#appId);
  }

  /** Undefined where nobody made it, or another app. */
  get(activityId: string): Activity | undefined {
    const activity = this.#shelf.get(activityId);
    return activity?.appId === this.#appId ? activity : undefined;
  }

  async create(): Promise<Activity> {
    await this.#forgetOldest();
    const activity: Activity = {
      activityId: randomBytes(33).toString('base64url'),
      appId: this.#appId,
      createdAt: this.#clock.now(),
      expiresAt: (this.#clock.seconds() + LIFE_S) * 1000,
      history: [],
      subscribers: {},
      number: (this.#inOrder.at(-1)?.number ?? 0) + 1,
    };
    await this.set(activity);
    return activity;
  }

  set(activity: Activity): Promise<void> {
    return this.#shelf.set(activity.activityId, activity);
  }

  async clear(): Promise<void> {
    await this.#shelf.clear();
  }

  get #inOrder(): readonly Activity[] {
    return this.#shelf
      .entries()
      .map(([, activity]) => activity)
      .sort((a, b) => a.number - b.number);
  }

  async #forgetOldest(): Promise<void> {
    const surplus = this.#shelf.size - KEPT + 1;
    if (surplus <= 0) return;
    await Promise.all(this.#inOrder.slice(0, surplus).map(({ activityId }) => this.#shelf.delete(activityId)));
  }
}

/** As it was told last; 0 before the first time. */
const toldState = ({ history }: Activity): UpdatableState => history.at(-1)?.state ?? 0;

/** When WeChat ends it by itself, ms; undefined: it was told to. */
export function endsAt(activity: Activity): number | undefined {
  const { history, createdAt } = activity;
  return toldState(activity) === 2 ? undefined : (history.at(-1)?.at ?? createdAt) + LIFE_S * 1000;
}

/** What the app has told since this card was sent, if anything. */
export function toldSince({ history, cards }: Activity, cardId: string): UpdateRecord | undefined {
  return history.slice(cards?.[cardId] ?? 0).at(-1);
}

/** What cards show at `now`, ms. */
export function stateAt(activity: Activity, now: number): UpdatableState {
  return now >= (endsAt(activity) ?? now) ? 2 : toldState(activity);
}

/** As control answers it. */
export function presented(activity: Activity, now: number): UpdatableActivity {
  const { activityId, createdAt, expiresAt, history, subscribers, cards = {} } = activity;
  return {
    activityId,
    createdAt,
    expiresAt,
    state: stateAt(activity, now),
    parameters: history.at(-1)?.parameters ?? {},
    history,
    subscribers: Object.keys(subscribers),
    cards: Object.keys(cards),
  };
}
