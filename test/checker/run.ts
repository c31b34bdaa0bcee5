/**
 * `npm run check:long`: thousands of histories, or one again.
 *
 *     npm run check:long -- --histories 2000 [--seed FIRST] [--minutes 60] [--at-once 8] [--stop]
 *     npm run check:long -- --seed S --people N --walks N --actions N [--crowded PLACES] [--times 20]
 *
 * Of every 100 histories one has 1,000 people on 20 walks. A seed replays who does what and what breaks when; which of
 * two calls at once is faster is up to the machine, so a rare failure may need `--times`.
 */
import { parseArgs } from 'node:util';
import { playMany, replayOf, type Asked, type Verdict } from './many';
import { summaryOf } from './summary';

const minute = 60_000;
const largest = { people: 1_000, walks: 20, actions: 2_500 };

// The hook says so whenever a call fails: here they fail on purpose.
console.warn = () => undefined;

const { values } = parseArgs({
  options: {
    histories: { type: 'string', default: '1000' },
    seed: { type: 'string' },
    people: { type: 'string' },
    walks: { type: 'string' },
    actions: { type: 'string' },
    crowded: { type: 'string' },
    times: { type: 'string', default: '1' },
    minutes: { type: 'string', default: '120' },
    'at-once': { type: 'string', default: '8' },
    /** The first that breaks a promise ends the run. */
    stop: { type: 'boolean', default: false },
  },
});

function wholeOf(name: keyof typeof values): number {
  const number = Number(values[name]);
  if (Number.isInteger(number) && number >= 0) return number;
  throw new RangeError(`--${name} must be a whole number, got ${String(values[name])}`);
}

function asked(): readonly Asked[] {
  const seed = values.seed === undefined ? Date.now() % 1_000_000_000 : wholeOf('seed');
  if (values.people !== undefined) {
    const crowded = values.crowded !== undefined && { crowded: wholeOf('crowded') };
    const size = { people: wholeOf('people'), walks: wholeOf('walks'), actions: wholeOf('actions'), ...crowded };
    return Array.from({ length: wholeOf('times') }, () => ({ seed, size }));
  }
  return Array.from({ length: wholeOf('histories') }, (_none, index) => ({
    seed: seed + index,
    ...(index % 100 === 50 && { size: largest }),
  }));
}

function told(total: number): (verdict: Verdict, done: number) => void {
  return ({ history, broken }, done) => {
    if (broken.length > 0) {
      console.log([`seed ${history.seed} broke:`, ...broken.slice(0, 20), replayOf(history)].join('\n  '));
    }
    if (done % 50 === 0) console.log(`${done} of ${total} histories`);
  };
}

async function main(): Promise<number> {
  const histories = asked();
  const begun = Date.now();
  const verdicts = await playMany({
    histories,
    atOnce: wholeOf('at-once'),
    told: told(histories.length),
    goOn: !values.stop,
    patience: wholeOf('minutes') * minute,
  });
  console.log(summaryOf(verdicts, Date.now() - begun));
  return verdicts.every(({ broken }) => broken.length === 0) ? 0 : 1;
}

void main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error);
    process.exit(2);
  },
);
