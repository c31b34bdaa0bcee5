import { useEffect, useRef, useState } from 'react';
import { ROW_HEIGHT } from '../../components/Ranking/Ranking';
import { pixels, usePageScroll } from '../../wechat/page';

/** Rows that are there while the page scrolls: WeChat's audit wants at most 60 children, the tallest phone shows 15. */
const SHOWN = 56;
/** Rows before the one at `scrollTop`, also for what stands above the list: up to 900 px of it on a phone 375 px wide. */
const BEFORE = 24;
/** At first only what the first screen can hold. */
const FIRST = 16;
/** The window stays where it is for so many rows. */
const STEP = 8;
/** And at least for so long, however fast the finger: WeChat's audit wants at most 20 setData a second. */
const PAUSE_MS = 100;

/** Which rows of a list that begins on the first screen are there while the page scrolls: `[from, to)`. */
export function useWindow(count: number): readonly [from: number, to: number] {
  const [from, setFrom] = useState<number>();
  const there = useRef<number>();
  const wanted = useRef(0);
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);

  const move = () => {
    timer.current = null;
    const to = wanted.current;
    if (to === there.current || (to > 0 && Math.abs(to - (there.current ?? -STEP)) < STEP)) return;
    there.current = to;
    setFrom(to);
    timer.current = setTimeout(move, PAUSE_MS);
  };

  usePageScroll(({ scrollTop }) => {
    wanted.current = Math.max(0, Math.floor(scrollTop / pixels(ROW_HEIGHT)) - BEFORE);
    if (timer.current === null) move();
  });
  useEffect(
    () => () => {
      if (timer.current !== null) clearTimeout(timer.current);
    },
    [],
  );

  const start = Math.min(from ?? 0, Math.max(0, count - SHOWN));
  return [start, Math.min(count, start + (from === undefined ? FIRST : SHOWN))];
}
