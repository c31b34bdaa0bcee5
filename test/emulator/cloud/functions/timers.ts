import type { Clock } from '../../clock';
import type { FunctionReply } from '../../phone/bridge';
import type { Caller, CallRequest, TimerInfo } from '../types';
import { FunctionFailure } from './failure';
import { functionNames, readFunction } from './function-folder';
import type { TimerTrigger } from './timer-trigger';

export interface TimersOptions {
  readonly root: string | undefined;
  readonly clock: Clock;
  /** False: the clock fires none. */
  readonly running: boolean;
  call(caller: Caller, request: CallRequest): Promise<FunctionReply>;
}

interface Timer {
  readonly function: string;
  readonly trigger: TimerTrigger;
  next: number | undefined;
}

/**
 * Timers of functions, by the movable clock. A jump of the clock fires a timer once, however many of its times it passed:
 * CloudBase's clock does not jump, and what a function would have done 60 times in an hour it can do once after it. Its
 * event has the last of the times that were passed.
 */
export class Timers {
  readonly #options: TimersOptions;
  #timers: readonly Timer[] = [];
  #cancel = (): void => undefined;
  #stopListening = (): void => undefined;
  readonly #firing = new Set<Promise<unknown>>();

  constructor(options: TimersOptions) {
    this.#options = options;
  }

  get list(): readonly TimerInfo[] {
    return this.#timers.map(({ function: name, trigger, next }) => {
      return { function: name, trigger: trigger.name, cron: trigger.cron, next };
    });
  }

  /** Reads all config.json again; a timer that stays as it is keeps its next time. Throws where one is wrong. */
  load(): void {
    const { root, clock, running } = this.#options;
    const before = this.#timers;
    this.#timers = functionNames(root).flatMap((name) => {
      const trigger = readFunction(root, name)?.readTimer();
      if (trigger === undefined) return [];
      const known = before.find((timer) => timer.function === name && timer.trigger.cron === trigger.cron);
      return [{ function: name, trigger, next: known ? known.next : trigger.nextAfter(clock.now()) }];
    });
    this.#stopListening();
    // Back in time: what is next may be earlier now.
    let offset = clock.offset;
    this.#stopListening = clock.onMove((moved) => {
      if (moved < offset) this.#replan();
      offset = moved;
    });
    if (running) this.#wait();
  }

  /** Fires it now, whatever its next time is. */
  fire(name: string): Promise<FunctionReply> {
    const timer = this.#timers.find((each) => each.function === name);
    if (timer === undefined) return Promise.reject(new Error(`the function ${name} has no timer in its config.json`));
    return this.#call(timer, this.#options.clock.now());
  }

  async stop(): Promise<void> {
    this.#cancel();
    this.#stopListening();
    await Promise.all(this.#firing);
  }

  #replan(): void {
    const now = this.#options.clock.now();
    for (const timer of this.#timers) timer.next = timer.trigger.nextAfter(now);
    if (this.#options.running) this.#wait();
  }

  #wait(): void {
    this.#cancel();
    const times = this.#timers.flatMap(({ next }) => next ?? []);
    if (times.length > 0) this.#cancel = this.#options.clock.at(Math.min(...times), () => this.#fireDue());
  }

  #fireDue(): void {
    const now = this.#options.clock.now();
    for (const timer of this.#timers) {
      if (timer.next === undefined || timer.next > now) continue;
      const done: Promise<unknown> = this.#call(timer, timer.trigger.lastUntil(now) ?? timer.next)
        .catch((error: unknown) => {
          // In the log of calls, which is all that CloudBase tells of it.
          if (!(error instanceof FunctionFailure)) throw error;
        })
        .finally(() => this.#firing.delete(done));
      this.#firing.add(done);
      timer.next = timer.trigger.nextAfter(now);
    }
    this.#wait();
  }

  /** As SCF calls it: no user; `Time` in UTC, whole seconds. */
  #call({ function: name, trigger }: Timer, time: number): Promise<FunctionReply> {
    const Time = new Date(time).toISOString().replace(/\.\d+Z$/, 'Z');
    const event = { Type: 'Timer', TriggerName: trigger.name, Time };
    return this.#options.call({ source: 'wx_trigger' }, { name, data: JSON.stringify(event) });
  }
}
