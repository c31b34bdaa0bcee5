import { useState } from 'react';
import { pixels, usePageScroll } from '../../wechat/page';
import { CHUNK, heightOf } from './tiles';

/** Which chunks of the grid are on the screen or next to it while the page scrolls: `[from, to)`. */
export function useNear(): readonly [from: number, to: number] {
  const [at, setAt] = useState(0);
  usePageScroll(({ scrollTop }) => setAt(Math.max(0, Math.floor(scrollTop / pixels(heightOf(CHUNK))))));
  return [at - 1, at + 3];
}
