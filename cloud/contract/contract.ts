/**
 * Every call between the phone and the cloud, declared once. The phone imports types from here, never values:
 * `import type { ClientInput, Output } from '.../cloud/contract/contract'`, so that valibot stays out of its package.
 */
import * as v from 'valibot';
import { activity } from './activity';
import { album } from './album';
import { call } from './call';
import { me } from './me';
import { share } from './share';
import { day, maxDays, weRunData } from './steps';

/** Steps by day, ascending, at most 31 days, as UTC+8 counts them. */
const stepDays = v.strictObject({ days: v.pipe(v.array(day), v.maxLength(maxDays), v.readonly()) });

export const contract = {
  opendata: {
    /** Keeps the caller's steps of the last 31 days and answers the newest that are kept. */
    weRun: call({ openData: { werun: weRunData }, input: {}, output: stepDays, errors: [], maxBytes: 8_192 }),
    /** The caller's steps as they were last kept. Asks WeChat nothing; none before the first `weRun`. */
    steps: call({ openData: {}, input: {}, output: stepDays, errors: [], maxBytes: 1_024 }),
  },
  me,
  share,
  album,
  activity,
} as const;

export type { ClientInput, FunctionName, Output, Route, ServerInput, ErrorOf } from './call-types';
export type { ActivityCard, ActivityDetail, ActivitySummary } from './activity';
export type { Photo } from './album';
export type { Board } from './group';
export type { Phone } from './phone';
export type { Profile } from './profile';
export type { Day } from './steps';
