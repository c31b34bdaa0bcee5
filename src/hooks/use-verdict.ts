import { useEffect, useRef } from 'react';
import type { AsyncState } from './async-state';

const FIRST_MS = 3_000;
const TIMES = 6;

/**
 * Looks for WeChat's verdict on pictures that have just been uploaded: after 3 s, then each time after twice as long, for
 * three minutes in all; anew when others are awaited. It may take half an hour; whoever comes back to the page, or pulls
 * it down, sees it then.
 *
 * @param awaited names what WeChat has not judged yet, the same while it is the same; empty where there is nothing
 */
export function useVerdict<T>(state: AsyncState<T>, awaited: (data: T) => string, load: () => Promise<void>): void {
  const looked = useRef({ names: '', times: 0 });
  const names = state.status === 'success' ? awaited(state.data) : undefined;
  const since = state.status === 'success' ? state.updatedAt : 0;

  useEffect(() => {
    // Being asked, or not answered: what was awaited before still is.
    if (names === undefined) return undefined;
    if (names !== looked.current.names) looked.current = { names, times: 0 };
    if (names === '' || looked.current.times >= TIMES) return undefined;
    const timer = setTimeout(() => void load(), FIRST_MS * 2 ** looked.current.times);
    looked.current.times += 1;
    return () => clearTimeout(timer);
  }, [names, since, load]);
}
