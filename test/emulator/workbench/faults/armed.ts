import type { ArmedFault } from '../../cloud/types';
import { durationText } from '../parts/time';
import { control } from '../control';

/** What is going to happen, one line. */
export function told(fault: ArmedFault): string {
  switch (fault.kind) {
    case 'killFunction':
      return fault.afterDatabaseCalls === 0
        ? `${fault.name} is killed before its first database call`
        : `${fault.name} is killed after ${fault.afterDatabaseCalls} database ${fault.afterDatabaseCalls === 1 ? 'call' : 'calls'}`;
    case 'delayFunction':
      return `${fault.name} waits ${durationText(fault.ms)}`;
    case 'duplicateCall':
      return `${fault.name} is delivered twice${fault.afterMs > 0 ? `, the second ${durationText(fault.afterMs)} later` : ''}`;
    case 'delayDatabase':
      return `the database takes ${durationText(fault.ms)}`;
    case 'databaseBusy':
      return 'a write finds the database busy';
    case 'loseAnswer':
      return `the answer to ${fault.which.action ?? 'a write'} of ${fault.which.function ?? 'any function'} is lost`;
    case 'failOpenApi':
      return `${fault.name} answers ${fault.errcode}`;
    case 'delayOpenApi':
      return `${fault.name} takes ${durationText(fault.ms)}, ${fault.when} WeChat carries it out`;
  }
}

/** Takes one fault back; the others stay. */
export function takeBack(fault: ArmedFault): Promise<void> {
  const { faults } = control;
  switch (fault.kind) {
    case 'killFunction':
      return faults.killFunction(fault.name, 0);
    case 'delayFunction':
      return faults.delayFunction(fault.name, 0, 0);
    case 'duplicateCall':
      return faults.duplicateCall(fault.name, 0);
    case 'delayDatabase':
      return faults.delayDatabase(0, 0);
    case 'databaseBusy':
      return faults.databaseBusy(0);
    case 'loseAnswer':
      return faults.loseAnswer(fault.which, 0);
    case 'failOpenApi':
      return faults.failOpenApi(fault.name, fault.errcode, 0);
    case 'delayOpenApi':
      return faults.delayOpenApi(fault.name, 0, 0);
  }
}
