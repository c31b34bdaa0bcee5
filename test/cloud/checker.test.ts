/** Two hundred histories; test/checker/README.md says what is checked, and how to replay one. */
import { kinds, sumOf, type Counts } from '../checker/counts';
import { playMany, replayOf, type Asked, type Verdict } from '../checker/many';

const first = 20_260_101;
const count = 204;

/** Far more people come than a walk takes: one place and fifty who wait, or three. */
const crowds: readonly Asked[] = [1, 1, 3].map((crowded, index) => ({
  seed: first + index,
  size: { people: 68, walks: 1, actions: 24, crowded },
}));

/** Well below what they come to, which differs a little from run to run: the faster of two calls is up to the machine. */
const least: Counts = {
  ...{ joins: 900, leaves: 130, replays: 150, waiting: 900, movedUp: 15, full: 5 },
  ...{ cardsBegun: 9, cardsOver: 6, cardsExpired: 3, reminders: 12, sentOld: 15 },
  changedMeanwhile: 15,
};

test('walks and their cards keep every promise in two hundred histories, whatever breaks', async () => {
  // The hook says so whenever a call fails: here they fail on purpose.
  jest.spyOn(console, 'warn').mockImplementation(() => undefined);
  const histories = [...crowds, ...Array.from({ length: count }, (_none, index) => ({ seed: first + index }))];
  const verdicts = await playMany({ histories, atOnce: 8 });
  const broken = verdicts.filter((verdict) => verdict.broken.length > 0);
  expect(broken.map(({ broken: promises, history }) => [replayOf(history), ...promises])).toEqual([]);
  expect(verdicts).toHaveLength(histories.length);
  const counts = sumOf(verdicts.map((verdict) => verdict.counts));
  expect({ counts, tooFew: kinds.filter((kind) => counts[kind] < least[kind]) }).toEqual({ counts, tooFew: [] });
  expect(kindsThatStruck(verdicts)).toEqual([
    'databaseBusy',
    'delayDatabase',
    'delayFunction',
    'delayOpenApi',
    'duplicateCall',
    'failOpenApi',
    'killFunction',
    'loseAnswer',
  ]);
}, 1_800_000);

function kindsThatStruck(verdicts: readonly Verdict[]): readonly string[] {
  return [...new Set(verdicts.flatMap(({ struck }) => Object.keys(struck)))].sort();
}
