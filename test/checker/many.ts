/** Plays many histories, several at a time, each in a world of its own. */
import { countsOf, type Counts } from './counts';
import { historyFrom, type History, type Size } from './history';
import { judge } from './judge';
import { play } from './play';
import { startWorld, type World } from './world';

export interface Verdict {
  readonly history: History;
  /** Empty: every promise was kept. */
  readonly broken: readonly string[];
  readonly calls: number;
  readonly counts: Counts;
  readonly struck: Readonly<Record<string, number>>;
  readonly ms: number;
}

export interface Asked {
  readonly seed: number;
  readonly size?: Size;
}

export interface Many {
  readonly histories: readonly Asked[];
  /** Worlds at once. Most of a history is waiting: publications are a second apart. */
  readonly atOnce: number;
  /** Called after each. */
  readonly told?: (verdict: Verdict, done: number) => void;
  /** Default: the first that breaks a promise ends the run. */
  readonly goOn?: boolean;
  /** ms after which no history is begun. Default: none. */
  readonly patience?: number;
}

/** A world remembers what WeChat remembers: cards and messages; after so many histories there is a new one. */
const worldLasts = 60;

/** In the order in which they ended. */
export async function playMany({
  histories,
  atOnce,
  told,
  goOn = false,
  patience = Infinity,
}: Many): Promise<readonly Verdict[]> {
  const left = [...histories];
  const verdicts: Verdict[] = [];
  const begun = Date.now();
  const isOver = () => Date.now() - begun > patience || (!goOn && verdicts.some(({ broken }) => broken.length > 0));

  async function playIn(world: World): Promise<void> {
    for (let played = 0; played < worldLasts; played += 1) {
      const next = isOver() ? undefined : left.shift();
      if (next === undefined) return;
      const verdict = await verdictOn(world, historyFrom(next.seed, next.size));
      verdicts.push(verdict);
      told?.(verdict, verdicts.length);
    }
  }

  async function playAll(): Promise<void> {
    try {
      while (left.length > 0 && !isOver()) {
        const world = await startWorld();
        await playIn(world).finally(() => world.stop());
      }
    } catch (error) {
      left.length = 0;
      throw error;
    }
  }

  const played = await Promise.allSettled(Array.from({ length: Math.min(atOnce, histories.length) }, playAll));
  const failed = played.find((each) => each.status === 'rejected');
  if (failed !== undefined) throw failed.reason;
  return verdicts;
}

async function verdictOn(world: World, history: History): Promise<Verdict> {
  const begun = Date.now();
  const { record, struck } = await play(world, history);
  const counts = countsOf(record);
  return { history, broken: judge(record), calls: record.calls.length, counts, struck, ms: Date.now() - begun };
}

/** What plays this history once more. */
export function replayOf({ seed, size: { people, walks, actions, crowded } }: History): string {
  const size = `--people ${people} --walks ${walks} --actions ${actions}`;
  return `npm run check:long -- --seed ${seed} ${size}${crowded === undefined ? '' : ` --crowded ${crowded}`}`;
}
