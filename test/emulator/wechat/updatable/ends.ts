import type { Clock } from '../../clock';

/**
 * Calls `passed` when the moved clock passes one of the `ends` (ms), forwards or back. What it returns is to be called
 * when there are others.
 */
export function watchEnds(clock: Clock, ends: () => readonly number[], passed: () => void): () => void {
  let before = 0;
  let cancel = (): void => undefined;
  const count = (): number => ends().filter((end) => end <= clock.now()).length;
  const look = (): void => {
    const over = count();
    if (over !== before) passed();
    wait();
  };
  const wait = (): void => {
    cancel();
    before = count();
    const next = Math.min(...ends().filter((end) => end > clock.now()));
    cancel = Number.isFinite(next) ? clock.at(next, look) : () => undefined;
  };
  clock.onMove(look);
  wait();
  return wait;
}
