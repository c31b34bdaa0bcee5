import type { ArmedFault } from '../emulator/cloud/types';
import type { Random } from './random';

const name = 'activity';
const tellCard = 'updatableMessage.setUpdatableMsg';
/** WeChat has heard it, and takes 0.7 s to say so. */
export const slowToAnswer = { kind: 'delayOpenApi', name: tellCard, ms: 700, when: 'after', left: 1 } as const;
const makeCard = 'updatableMessage.createActivityId';

/** Of WeChat's refusals those that are no lies: an id that it calls unknown (47501) would be one. */
const refusals = [-1, 45009, 47503];

/**
 * One fault. Where the clock jumps in the middle of calls WeChat is never slow: a minute that passes at once would pass
 * over a message that is under way, which no clock does.
 */
export function faultFrom(random: Random, jumps: 'quiet' | 'wild'): ArmedFault {
  const few = () => random.whole(1, 3);
  const make = random.weighted<() => ArmedFault>([
    [4, () => ({ kind: 'killFunction', name, afterDatabaseCalls: random.whole(0, 6), left: 1 })],
    [4, () => ({ kind: 'duplicateCall', name, afterMs: random.of([0, 0, 10_000, 300_000]), left: few() })],
    [3, () => ({ kind: 'loseAnswer', which: random.of([{}, { action: 'find' }]), left: few() })],
    [2, () => ({ kind: 'databaseBusy', left: few() })],
    [3, () => ({ kind: 'delayDatabase', ms: random.whole(10, 120), left: random.whole(1, 8) })],
    [1, () => ({ kind: 'delayFunction', name, ms: random.whole(10, 300), left: few() })],
    [3, () => ({ kind: 'failOpenApi', name: tellCard, errcode: random.of(refusals), left: few() })],
    [1, () => ({ kind: 'failOpenApi', name: makeCard, errcode: random.of([-1, 45009]), left: 1 })],
    [jumps === 'quiet' ? 3 : 0, () => slowWeChat(random)],
  ]);
  return make();
}

function slowWeChat(random: Random): ArmedFault {
  const when = random.of(['before', 'after'] as const);
  // Rarely longer than the function waits for.
  const ms = random.chance(0.1) ? 2_700 : random.whole(30, 300);
  return { kind: 'delayOpenApi', name: random.of([tellCard, tellCard, makeCard]), ms, when, left: random.whole(1, 2) };
}
