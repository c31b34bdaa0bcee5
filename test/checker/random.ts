/** Everything random about a history. */
export interface Random {
  /** From 0 to below 1. */
  next(): number;
  /** A whole number, both ends included. */
  whole(min: number, max: number): number;
  chance(probability: number): boolean;
  /** Throws a RangeError where there is nothing to choose from. */
  of<T>(items: readonly T[]): T;
  /** Each option as often as its weight says. */
  weighted<T>(options: readonly (readonly [weight: number, option: T])[]): T;
}

/**
 * Numbers from a seed: mulberry32, of 32 bits. Written out, because a seed has to mean the same history after the next
 * upgrade of any library.
 */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let bits = Math.imul(state ^ (state >>> 15), state | 1);
    bits ^= bits + Math.imul(bits ^ (bits >>> 7), bits | 61);
    return ((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32;
  };
  const random: Random = {
    next,
    whole: (min, max) => min + Math.floor(next() * (max - min + 1)),
    chance: (probability) => next() < probability,
    of(items) {
      const index = random.whole(0, items.length - 1);
      const item = items[index];
      if (item === undefined) throw new RangeError('there is nothing to choose from');
      return item;
    },
    weighted(options) {
      let left = next() * options.reduce((sum, [weight]) => sum + weight, 0);
      const found = options.find(([weight]) => (left -= weight) < 0) ?? options.at(-1);
      if (found === undefined) throw new RangeError('there is nothing to choose from');
      return found[1];
    },
  };
  return random;
}
