/** Two hundred histories; test/checker/README.md says what is checked, and how to replay one. */
import { playMany, replayOf, type Verdict } from '../checker/many';

const first = 20_260_101;
const count = 204;

test('walks and their cards keep every promise in two hundred histories, whatever breaks', async () => {
  // The hook says so whenever a call fails: here they fail on purpose.
  jest.spyOn(console, 'warn').mockImplementation(() => undefined);
  const verdicts = await playMany({
    histories: Array.from({ length: count }, (_none, index) => ({ seed: first + index })),
    atOnce: 8,
  });
  const broken = verdicts.filter((verdict) => verdict.broken.length > 0);
  expect(broken.map(({ broken: promises, history }) => [replayOf(history), ...promises])).toEqual([]);
  expect(verdicts).toHaveLength(count);
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
}, 900_000);

function kindsThatStruck(verdicts: readonly Verdict[]): readonly string[] {
  return [...new Set(verdicts.flatMap(({ struck }) => Object.keys(struck)))].sort();
}
