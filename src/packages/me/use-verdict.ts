import { useEffect, useRef } from 'react';
import type { AsyncState } from '../../hooks/async-state';
import type { Profile } from '../../hooks/useProfile';

const FIRST_MS = 3_000;
const TIMES = 6;

/**
 * Looks for WeChat's verdict on a picture that has just been uploaded: after 3 s, then each time after twice as long, for
 * three minutes in all. It may take half an hour; whoever comes back to the page, or pulls it down, sees it then.
 */
export function useVerdict(state: AsyncState<Profile>, load: () => Promise<void>): void {
  const looked = useRef(0);
  const waits = state.status === 'success' && state.data.avatar?.state === 'pending';
  const since = state.status === 'success' ? state.updatedAt : 0;

  useEffect(() => {
    if (!waits) looked.current = state.status === 'pending' ? looked.current : 0;
    if (!waits || looked.current >= TIMES) return undefined;
    const timer = setTimeout(() => void load(), FIRST_MS * 2 ** looked.current);
    looked.current += 1;
    return () => clearTimeout(timer);
  }, [waits, since, state.status, load]);
}
