import { useEffect, useState } from 'react';
import { useDidHide, useDidShow } from '../../wechat/page';

const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;
/** Once the moment has come, until the cloud says so too. */
export const DUE_MS = 10 * SECOND_MS;
/** And no longer. */
export const ASKED_MS = 5 * MINUTE_MS;
const HOUR_MS = 60 * MINUTE_MS;

/**
 * Ms since the epoch while the page is in front: by the second in the hour before `moment`, every ten seconds after it,
 * else by the minute. Nothing ticks without a moment, or while the page is covered.
 */
export function useNow(moment: number | undefined): number {
  const [now, setNow] = useState(Date.now);
  const [front, setFront] = useState(true);

  useDidShow(() => {
    setNow(Date.now());
    setFront(true);
  });
  useDidHide(() => setFront(false));

  useEffect(() => {
    if (!front || moment === undefined) return undefined;
    const ahead = moment - now;
    const step = ahead <= 0 ? DUE_MS : ahead <= HOUR_MS ? SECOND_MS : MINUTE_MS;
    // In step with the moment, so that the countdown ends when it comes.
    const rest = ahead > 0 ? ahead % step || step : step;
    const timer = setTimeout(() => setNow(Date.now()), rest);
    return () => clearTimeout(timer);
  }, [front, moment, now]);

  return now;
}
