import type { ArmedFault, Faults } from '../emulator/cloud/types';

export interface FaultTally {
  /** Replaces what waits of the same kind and name. */
  arm(fault: ArmedFault): void;
  /** None waits any more, second deliveries that wait for the clock neither. */
  clear(): void;
  /** How often each kind has struck so far. */
  readonly struck: Readonly<Record<string, number>>;
  /** When second deliveries that wait for the clock have come at the latest, ms. */
  readonly later: readonly number[];
  /** ms that the slowest answer of WeChat's took. */
  readonly slowest: number;
}

/** Arms faults, and counts those that really struck. */
export function tallyOf(faults: Faults, now: () => number): FaultTally {
  const waiting = new Map<string, ArmedFault>();
  const struck: Record<string, number> = {};
  const later: number[] = [];
  let slowest = 0;

  function count(): void {
    const armed = new Map(faults.armed.map((fault) => [keyOf(fault), fault.left]));
    for (const [key, fault] of waiting) {
      const left = armed.get(key) ?? 0;
      if (left < fault.left) {
        struck[fault.kind] = (struck[fault.kind] ?? 0) + fault.left - left;
        if (fault.kind === 'duplicateCall' && fault.afterMs > 0)
          later.push(...Array.from({ length: fault.left - left }, () => now() + fault.afterMs));
        if (fault.kind === 'delayOpenApi') slowest = Math.max(slowest, fault.ms);
      }
      if (left === 0) waiting.delete(key);
      else waiting.set(key, { ...fault, left });
    }
  }

  return {
    arm(fault) {
      count();
      set(faults, fault);
      waiting.set(keyOf(fault), fault);
    },
    clear() {
      count();
      faults.clear();
      waiting.clear();
    },
    get struck() {
      count();
      return { ...struck };
    },
    get later() {
      count();
      return later;
    },
    get slowest() {
      count();
      return slowest;
    },
  };
}

/** What {@link Faults} replaces. */
function keyOf(fault: ArmedFault): string {
  if (fault.kind === 'loseAnswer') return `${fault.kind} ${JSON.stringify(fault.which)}`;
  return 'name' in fault ? `${fault.kind} ${fault.name}` : fault.kind;
}

function set(faults: Faults, fault: ArmedFault): void {
  switch (fault.kind) {
    case 'killFunction':
      return faults.killFunction(fault.name, fault.left, { afterDatabaseCalls: fault.afterDatabaseCalls });
    case 'duplicateCall':
      return faults.duplicateCall(fault.name, fault.left, { afterMs: fault.afterMs });
    case 'delayFunction':
      return faults.delayFunction(fault.name, fault.ms, fault.left);
    case 'delayDatabase':
      return faults.delayDatabase(fault.ms, fault.left);
    case 'loseAnswer':
      return faults.loseAnswer(fault.which, fault.left);
    case 'databaseBusy':
      return faults.databaseBusy(fault.left);
    case 'failOpenApi':
      return faults.failOpenApi(fault.name, fault.errcode, fault.left);
    case 'delayOpenApi':
      return faults.delayOpenApi(fault.name, fault.ms, fault.left, fault.when);
  }
}
