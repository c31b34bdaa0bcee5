import type { ClientInput } from '../../../cloud/contract/contract';

/** What is typed into the form. Date and time are the clock of China (UTC+8), like the days of steps. */
export interface Draft {
  readonly title: string;
  readonly place: string;
  readonly meetingPoint: string;
  /** `YYYY-MM-DD` */
  readonly date: string;
  /** `HH:mm` */
  readonly time: string;
  /** How long it takes. */
  readonly hours: number;
  /** As typed. */
  readonly places: string;
  readonly phoneNeeded: boolean;
  /** Of the first time that it was sent: however often it is sent after that, it becomes one walk. */
  readonly requestId?: string;
}

export type Plan = Omit<ClientInput<'activity', 'create'>, 'requestId' | 'group'>;

export type Field = 'title' | 'place' | 'meetingPoint' | 'start' | 'places';
/** What is wrong, by field, in the person's words. */
export type Faults = Readonly<Partial<Record<Field, string>>>;

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** How far ahead a walk may start (cloud/domain/activities/create.ts). */
export const FURTHEST_DAYS = 90;
/** A walk takes 24 hours at most. */
const longestHours = 24;
/** Most places there are, and most characters a text has (cloud/contract/activity.ts). */
export const limits = { title: 30, place: 40, meetingPoint: 60, places: 500 } as const;

/** `YYYY-MM-DD` in China, of ms since the epoch. */
export const dateInChina = (moment: number): string => new Date(moment + 8 * HOUR_MS).toISOString().slice(0, 10);

export const newDraft = (now: number): Draft => ({
  title: '',
  place: '',
  meetingPoint: '',
  date: dateInChina(now + DAY_MS),
  time: '09:00',
  hours: 2,
  places: '30',
  phoneNeeded: false,
});

/** What this phone kept, as far as it is a draft still; a start that has passed since is tomorrow's. */
export function readDraft(kept: unknown, now: number): Draft {
  const fresh = newDraft(now);
  if (typeof kept !== 'object' || kept === null) return fresh;
  const draft: Record<string, unknown> = { ...fresh };
  for (const [key, value] of Object.entries(kept)) {
    if (typeof value === typeof draft[key] || (key === 'requestId' && typeof value === 'string')) draft[key] = value;
  }
  const read = draft as unknown as Draft;
  return startOf(read) > now ? read : { ...read, date: fresh.date, time: fresh.time };
}

/** Ms since the epoch; NaN where date or time is none. */
const startOf = ({ date, time }: Draft): number => Date.parse(`${date}T${time}:00+08:00`);

export function planOf(draft: Draft): Plan {
  const startsAt = startOf(draft);
  return {
    title: draft.title.trim(),
    place: draft.place.trim(),
    meetingPoint: draft.meetingPoint.trim(),
    startsAt,
    endsAt: startsAt + Math.min(draft.hours, longestHours) * HOUR_MS,
    places: Number(draft.places),
    phoneNeeded: draft.phoneNeeded,
  };
}

/** What the cloud would refuse, said before anything is sent. */
export function faultsOf(draft: Draft, now: number): Faults {
  const { title, place, meetingPoint, startsAt, places } = planOf(draft);
  const faults: Partial<Record<Field, string>> = {};
  const say = (field: Field, fault: string | undefined): void => {
    if (fault !== undefined) faults[field] = fault;
  };
  say('title', textFault(title, '给这次活动起个名字。', limits.title));
  say('place', textFault(place, '写一下去哪里。', limits.place));
  say('meetingPoint', textFault(meetingPoint, '写一下在哪里集合。', limits.meetingPoint));
  say('start', startFault(startsAt, now));
  const whole = /^\s*\d+\s*$/.test(draft.places) && places >= 1 && places <= limits.places;
  say('places', whole ? undefined : `名额是 1 到 ${limits.places} 之间的整数。`);
  return faults;
}

function textFault(text: string, missing: string, most: number): string | undefined {
  if (text === '') return missing;
  if (text.length > most) return `最多 ${most} 个字，现在有 ${text.length} 个。`;
  return [...text].every(isAllowed) ? undefined : '里面有不能用的字符，删掉再试。';
}

/** No control characters, and no half of a character, as a cut emoji leaves. */
function isAllowed(character: string): boolean {
  const code = character.codePointAt(0) ?? 0;
  return code > 31 && (code < 127 || code > 159) && (code < 0xd800 || code > 0xdfff);
}

function startFault(startsAt: number, now: number): string | undefined {
  if (Number.isNaN(startsAt)) return '选一个日期和时间。';
  if (startsAt <= now) return '这个时间已经过去了，选一个以后的。';
  return startsAt > now + FURTHEST_DAYS * DAY_MS ? `最多提前 ${FURTHEST_DAYS} 天约。` : undefined;
}
