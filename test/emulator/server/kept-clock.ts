import type { AbstractPutOptions } from 'abstract-level';
import type { Clock } from '../clock';
import type { Storage } from '../storage';

const OFFSET = 'offset';
/** LevelDB's own option: return after the disk has it. */
const DURABLE: AbstractPutOptions<string, number> & { readonly sync: boolean } = { sync: true };

/**
 * Moves the clock to where it was left in `storage`, and keeps every further move. What else is kept there (watermarks,
 * days of steps, walks) was written in that time. Answers what waits for the last move to be kept, and rejects if one
 * could not be.
 */
export async function keepClock(clock: Clock, storage: Storage): Promise<() => Promise<void>> {
  const kept = storage.sublevel<string, number>('emulator-clock', { valueEncoding: 'json' });
  clock.setOffset((await kept.get(OFFSET)) ?? 0);
  let written: Promise<void> = Promise.resolve();
  const failures: unknown[] = [];
  const stopListening = clock.onMove((offset) => {
    written = written
      .then(() => kept.put(OFFSET, offset, DURABLE))
      .catch((error: unknown) => {
        console.error('the moved clock could not be kept:', error);
        failures.push(error);
      });
  });
  return async () => {
    stopListening();
    await written;
    if (failures.length > 0) throw new AggregateError(failures, 'the moved clock could not be kept');
  };
}
