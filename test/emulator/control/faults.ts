import type { CloudBase, LostAnswer } from '../cloud/types';
import type { Platform } from '../wechat/types';
import type { ServedControl } from './types';

export interface FaultsControlled {
  readonly platform: Pick<Platform, 'ageCloudIDs'>;
  readonly cloud: Pick<CloudBase, 'faults'>;
  faultsChanged(): void;
}

/** Faults of the cloud and of the platform behind one door; each change is announced, whoever made it. */
export function createFaultsControl(emulator: FaultsControlled): ServedControl['faults'] {
  const { platform, cloud } = emulator;
  function announced<Arguments extends readonly unknown[]>(change: (...given: Arguments) => void) {
    return (...given: Arguments): void => {
      change(...given);
      emulator.faultsChanged();
    };
  }

  return {
    killFunction: announced((name: string, times = 1, how: { afterDatabaseCalls?: number } = {}) =>
      cloud.faults.killFunction(name, times, how),
    ),
    delayFunction: announced((name: string, ms: number, times = 1) => cloud.faults.delayFunction(name, ms, times)),
    duplicateCall: announced((name: string, times = 1, how: { afterMs?: number } = {}) =>
      cloud.faults.duplicateCall(name, times, how),
    ),
    delayDatabase: announced((ms: number, times = 1) => cloud.faults.delayDatabase(ms, times)),
    loseAnswer: announced((which: LostAnswer = {}, times = 1) => cloud.faults.loseAnswer(which, times)),
    databaseBusy: announced((times = 1) => cloud.faults.databaseBusy(times)),
    ageCloudIDs: announced((ms: number, times = 1) => platform.ageCloudIDs(ms, times)),
    failOpenApi: announced((name: string, errcode: number, times = 1) =>
      cloud.faults.failOpenApi(name, errcode, times),
    ),
    delayOpenApi: announced((name: string, ms: number, times = 1, when: 'before' | 'after' = 'before') =>
      cloud.faults.delayOpenApi(name, ms, times, when),
    ),
    list: () => cloud.faults.armed,
    clear: announced(() => {
      platform.ageCloudIDs(0, 0);
      cloud.faults.clear();
    }),
  };
}
