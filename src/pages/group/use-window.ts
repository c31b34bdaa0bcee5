import { useState } from 'react';
import { ROW_HEIGHT } from '../../components/Ranking/Ranking';
import { pixels, usePageScroll } from '../../wechat/page';

/** Rows that come and go together: the list changes once in so many rows, not with every event of the finger. */
const STEP = 8;
/** Rows that are there: the tallest phone shows 15. */
const SHOWN = 4 * STEP;
/** At first only what the first screen can hold. */
const FIRST = 2 * STEP;

/** Which rows of a list that begins on the first screen are on it while the page scrolls: `[from, to)`. */
export function useWindow(count: number): readonly [from: number, to: number] {
  const [from, setFrom] = useState<number>();
  usePageScroll(({ scrollTop }) => {
    const top = Math.floor(scrollTop / pixels(ROW_HEIGHT) / STEP) * STEP;
    setFrom(Math.max(0, top - STEP));
  });
  const last = Math.max(0, Math.ceil((count - SHOWN) / STEP) * STEP);
  const start = Math.min(from ?? 0, last);
  return [start, Math.min(count, start + (from === undefined ? FIRST : SHOWN))];
}
