import * as v from 'valibot';
import { CallError } from '../contract/call-error';
import type { Watermark } from '../contract/cloud-id';

/** Seconds. A CloudID lives five minutes, so honest data is no older; the rest is for clocks that differ. */
export const maxAge = 10 * 60;

/** Seconds that WeChat's clock may be ahead of the function's. */
export const maxAhead = 5 * 60;

const watermarked = v.object({
  watermark: v.object({
    appid: v.string(),
    timestamp: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
  }),
});

/**
 * The watermark of open data that was made for this mini program just now.
 * Throws a CallError: `open-data-untrusted` for another mini program's data, none, or data from the future;
 * `open-data-stale` for data that is too old. `now` in Unix seconds.
 */
export function checkWatermark(data: unknown, appid: string | undefined, now: number): Watermark {
  const parsed = v.safeParse(watermarked, data);
  if (!parsed.success) throw new CallError('open-data-untrusted', 'The data carries no watermark.');
  const { watermark } = parsed.output;
  if (watermark.appid !== appid)
    throw new CallError('open-data-untrusted', 'The data was made for another mini program.');
  if (watermark.timestamp > now + maxAhead) throw new CallError('open-data-untrusted', 'The data is from the future.');
  if (watermark.timestamp < now - maxAge) {
    throw new CallError('open-data-stale', `The data is older than ${maxAge / 60} minutes: fetch it again.`);
  }
  return watermark;
}
