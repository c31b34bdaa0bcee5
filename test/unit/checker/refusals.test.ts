import type { ErrorCode } from '../../../cloud/contract/errors';
import type { Route } from '../../cloud/walks';
import type { Call, Outcome, Record } from '../../checker/record';
import { answers } from '../../checker/rules/answers';
import { factsOf } from '../../checker/rules/facts';

const walk = { id: 'a'.repeat(32), organizer: 'oAnn', places: 2, startsAt: 1_000, endsAt: 2_000 };
const refused = (code: ErrorCode): Outcome => ({ kind: 'refused', code });
const lost: Outcome = { kind: 'lost', reason: 'the line broke' };

/** `span`: the events at which it began and ended. */
function call(person: string, route: Route, [begun, ended]: readonly [number, number], outcome: Outcome): Call {
  const times = { begun, begunAt: 0, ended, endedAt: 0 };
  return { person, route, walk: walk.id, turn: 0, input: {}, isReplay: false, ...times, outcome };
}

const judged = (...calls: readonly Call[]) => answers(factsOf({ calls } as unknown as Record, walk));

describe('that a walk is closed', () => {
  const late = call('oBo', 'join', [3, 4], refused('activity-closed'));
  const untrue = ['join of oBo: closed, before anybody closed it'];

  test('is true where its organizer has perhaps closed it', () => {
    expect(judged(call('oAnn', 'cancel', [1, Infinity], lost), late)).toEqual([]);
    expect(judged(late, call('oAnn', 'start', [5, Infinity], lost))).toEqual(untrue);
  });

  test.each(['start', 'cancel'] as const)('is not true because a stranger asked to %s it', (route) => {
    expect(judged(call('oCy', route, [1, 2], refused('forbidden')), late)).toEqual(untrue);
    expect(judged(call('oCy', route, [1, Infinity], lost), late)).toEqual(untrue);
  });

  test('is not true because a start was refused as well, unless the walk was ended meanwhile', () => {
    const start = call('oAnn', 'start', [1, 9], refused('activity-closed'));
    expect(judged(start, late)).toEqual(['start of oAnn: closed, before anybody closed it', ...untrue]);
    expect(judged(start, late, call('oAnn', 'cancel', [5, 6], { kind: 'lost', reason: 'slow' }))).toEqual([]);
  });
});
