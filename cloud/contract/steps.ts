import * as v from 'valibot';
import type { WeRunData } from './cloud-id';

/** WeRun gives the past 31 days (developers.weixin.qq.com: api/open-api/werun/wx.getWeRunData.md). */
export const maxDays = 31;

/** More than anybody walks in a day; WeRun itself stops counting far below. */
export const maxSteps = 1_000_000;

/** `date` is `YYYY-MM-DD` in UTC+8, whatever the phone's time zone. */
export const day = v.strictObject({
  date: v.pipe(v.string(), v.isoDate()),
  steps: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(maxSteps)),
});

export type Day = Readonly<v.InferOutput<typeof day>>;

/** What WeChat puts in place of the CloudID of `wx.getWeRunData`. 31 entries are promised; a few more do no harm. */
export const weRunData: v.GenericSchema<WeRunData> = v.object({
  stepInfoList: v.pipe(v.array(v.object({ timestamp: v.number(), step: v.number() })), v.maxLength(2 * maxDays)),
});
