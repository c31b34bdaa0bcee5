/** What tests and the workbench break on purpose in database calls. */
import { setTimeout as sleep } from 'node:timers/promises';
import { CloudError } from '../cloud-error';
import { checkedMs, FaultCount } from '../fault-count';
import type { ArmedFault, DatabaseAction, LostAnswer } from '../types';

const WRITES: ReadonlySet<DatabaseAction> = new Set(['add', 'update', 'set', 'remove', 'commit']);

/** The connection breaks before anything of the answer is sent. */
export class ConnectionLost extends Error {
  override readonly name = 'ConnectionLost';
}

export class DatabaseFaults {
  readonly #slow = new FaultCount<'any', number>();
  readonly #busy = new FaultCount<'write', true>();
  readonly #lost = new FaultCount<string, true>();

  delayDatabase(ms: number, times: number): void {
    this.#slow.set('any', checkedMs(ms), times);
  }

  databaseBusy(times: number): void {
    this.#busy.set('write', true, times);
  }

  loseAnswer(which: LostAnswer, times: number): void {
    this.#lost.set(keyOf(which), true, times);
  }

  get armed(): readonly ArmedFault[] {
    return [
      ...this.#slow.armed((_any, ms) => ({ kind: 'delayDatabase' as const, ms })),
      ...this.#busy.armed(() => ({ kind: 'databaseBusy' as const })),
      ...this.#lost.armed((key) => ({ kind: 'loseAnswer' as const, which: JSON.parse(key) as LostAnswer })),
    ];
  }

  clear(): void {
    this.#slow.clear();
    this.#busy.clear();
    this.#lost.clear();
  }

  /**
   * Carries out a database call, as far as no fault is in the way.
   * @throws ConnectionLost where the answer is lost on purpose, whatever it was
   */
  async around<T>(action: DatabaseAction, caller: string | undefined, carryOut: () => Promise<T> | T): Promise<T> {
    await this.#hold();
    const writes = WRITES.has(action);
    if (writes && this.#busy.take('write')) throw busy();
    if (!this.#takeLost(action, caller, writes)) return carryOut();
    await Promise.resolve(carryOut()).catch((error: unknown) => {
      throw new ConnectionLost('its answer was an error', { cause: error });
    });
    throw new ConnectionLost('its answer was lost on purpose');
  }

  async #hold(): Promise<void> {
    const ms = this.#slow.take('any');
    if (ms !== undefined) await sleep(ms);
  }

  #takeLost(action: DatabaseAction, caller: string | undefined, writes: boolean): boolean {
    const lost = this.#lost.takeFirst((key) => {
      const which = JSON.parse(key) as LostAnswer;
      if (which.function !== undefined && which.function !== caller) return false;
      return which.action === undefined ? writes : which.action === action;
    });
    return lost === true;
  }
}

function keyOf({ function: name, action }: LostAnswer): string {
  return JSON.stringify({ function: name, action });
}

/** -501004 in the SDK (WeChat: wxcloud reference/errcode, "concurrent requests exceed the environment quota"). */
function busy(): CloudError {
  return new CloudError(
    'EXCEED_CONCURRENT_REQUEST_LIMIT',
    '[EXCEED_CONCURRENT_REQUEST_LIMIT] concurrent requests exceed the limit of this environment, please retry later',
  );
}
