/** Media checks: taken in at once, their verdicts pushed later, by the moved clock. */
import { randomBytes } from 'node:crypto';
import type { Clock } from '../../clock';
import type { Storage } from '../../storage';
import { Shelf } from '../shelf';
import { pushMessage } from './push-message';
import type { ContentCheck, PushMessage, Suggestion } from './types';

/** WeChat says "within 30 minutes"; here it takes this long. */
export const VERDICT_AFTER_MS = 5_000;
const KEPT = 200;
/** What a timer can wait at most, ms. */
const LONGEST_WAIT_MS = 2 ** 31 - 1;

export type Receiver = (message: PushMessage) => Promise<void>;

export class ContentChecks {
  readonly #checks: Shelf<ContentCheck>;
  readonly #clock: Clock;
  readonly #appId: string;
  readonly #changed: () => void;
  /** Traces whose verdict is on its way to the receiver: on disk they wait until it has answered. */
  readonly #underWay = new Set<string>();
  #receiver: Receiver | undefined;
  #timer: NodeJS.Timeout | undefined;

  private constructor(checks: Shelf<ContentCheck>, clock: Clock, appId: string, changed: () => void) {
    this.#checks = checks;
    this.#clock = clock;
    this.#appId = appId;
    this.#changed = changed;
  }

  static async open(storage: Storage, clock: Clock, appId: string, changed: () => void): Promise<ContentChecks> {
    return new ContentChecks(await Shelf.open(storage, 'wechat-content-checks'), clock, appId, changed);
  }

  get all(): readonly ContentCheck[] {
    return this.#checks
      .entries()
      .map(([, check]) => check)
      .sort((a, b) => a.submittedAt - b.submittedAt);
  }

  async submit(openid: string, suggest: Suggestion | 'unreachable'): Promise<ContentCheck> {
    await this.#forgetOldest();
    const submittedAt = this.#clock.now();
    const check: ContentCheck = {
      traceId: newTraceId(this.#clock.seconds()),
      openid,
      suggest: suggest === 'unreachable' ? undefined : suggest,
      submittedAt,
      dueAt: submittedAt + VERDICT_AFTER_MS,
      state: 'pending',
    };
    await this.#keep(check);
    this.#schedule();
    return check;
  }

  async deliver(traceId?: string, suggest?: Suggestion): Promise<number> {
    const receiver = this.#receiver;
    if (receiver === undefined)
      throw new Error("nobody receives WeChat's pushes: name a function with --push-receiver, or in package.json");
    const chosen = traceId === undefined ? this.#waiting : this.all.filter((check) => check.traceId === traceId);
    if (traceId !== undefined && chosen.length === 0) throw new RangeError(`there is no check ${traceId}`);
    const decided = chosen.map((check) => (suggest === undefined ? check : { ...check, suggest }));
    await Promise.all(decided.map((check) => this.#push(check, receiver)));
    return chosen.length;
  }

  /** Verdicts are pushed to `receiver` from now on; without one they wait. */
  connect(receiver: Receiver): () => void {
    this.#receiver = receiver;
    const unsubscribe = this.#clock.onMove(() => this.#schedule());
    this.#schedule();
    return () => {
      unsubscribe();
      if (this.#receiver !== receiver) return;
      this.#receiver = undefined;
      clearTimeout(this.#timer);
    };
  }

  async clear(): Promise<void> {
    clearTimeout(this.#timer);
    await this.#checks.clear();
  }

  /** Waits for the next verdict that is due. */
  #schedule(): void {
    clearTimeout(this.#timer);
    if (this.#receiver === undefined) return;
    const due = this.#waiting.map(({ dueAt }) => dueAt);
    if (due.length === 0) return;
    const wait = Math.min(Math.max(0, Math.min(...due) - this.#clock.now()), LONGEST_WAIT_MS);
    this.#timer = setTimeout(() => void this.#pushDue(), wait);
    this.#timer.unref();
  }

  async #pushDue(): Promise<void> {
    const receiver = this.#receiver;
    if (receiver === undefined) return;
    const now = this.#clock.now();
    const due = this.#waiting.filter(({ dueAt }) => dueAt <= now);
    await Promise.all(due.map((check) => this.#push(check, receiver)));
    this.#schedule();
  }

  get #waiting(): readonly ContentCheck[] {
    return this.all.filter(({ traceId, state }) => state === 'pending' && !this.#underWay.has(traceId));
  }

  /**
   * Once: whether WeChat pushes again to a function that failed is UNCONFIRMED, so it does not. Again after a kill before
   * the answer: a verdict that is lost would leave its picture pending for ever.
   */
  async #push(check: ContentCheck, receiver: Receiver): Promise<void> {
    const { error: _before, ...rest } = check;
    // In memory alone: a second look at what is due must not push it twice.
    this.#underWay.add(check.traceId);
    const outcome = await receiver(pushMessage(check, this.#appId, this.#clock.seconds())).then(
      () => ({ state: 'delivered' as const }),
      (cause: unknown) => ({ state: 'failed' as const, error: cause instanceof Error ? cause.message : String(cause) }),
    );
    this.#underWay.delete(check.traceId);
    // Forgotten meanwhile, by a reset.
    if (this.#checks.get(check.traceId) !== undefined) await this.#keep({ ...rest, ...outcome });
  }

  async #keep(check: ContentCheck): Promise<void> {
    await this.#checks.set(check.traceId, check);
    this.#changed();
  }

  async #forgetOldest(): Promise<void> {
    const done = this.all.filter(({ state }) => state !== 'pending');
    await Promise.all(
      done.slice(0, Math.max(0, done.length - KEPT)).map(({ traceId }) => this.#checks.delete(traceId)),
    );
  }
}

/** As WeChat's: `60f96f1d-3845297a-1976a3ae`. */
export function newTraceId(seconds: number): string {
  return [seconds.toString(16), randomBytes(4).toString('hex'), randomBytes(4).toString('hex')].join('-');
}
