import { fullDay, shortDay } from './day-label';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** The clock of China, wherever the phone is: a group meets in one place. */
const inChina = (moment: number): string => new Date(moment + 8 * HOUR_MS).toISOString();
const dateOf = (moment: number): string => inChina(moment).slice(0, 10);

/** `09:00`, of ms since the epoch. */
export const clock = (moment: number): string => inChina(moment).slice(11, 16);

/** `11月21日 周六 09:00`. */
export const dayAndClock = (moment: number): string => `${fullDay(dateOf(moment))} ${clock(moment)}`;

/** `今天 09:00`, `明天 09:00`, `11月28日 09:00`. */
export function nearDay(moment: number, now: number): string {
  const date = dateOf(moment);
  const near = date === dateOf(now) ? '今天' : date === dateOf(now + DAY_MS) ? '明天' : shortDay(date);
  return `${near} ${clock(moment)}`;
}

/** `11月21日 周六 09:00 - 11:00`. */
export function span(from: number, to: number): string {
  const days = (Date.parse(dateOf(to)) - Date.parse(dateOf(from))) / DAY_MS;
  return `${dayAndClock(from)} - ${days > 0 ? '次日 ' : ''}${clock(to)}`;
}

/** `3 天 2 小时`, `2 小时 5 分钟`, `5 分钟`; in the last hour `4 分 30 秒`. */
export function duration(ms: number): string {
  const [days, hours, minutes] = [ms / DAY_MS, (ms % DAY_MS) / HOUR_MS, (ms % HOUR_MS) / MINUTE_MS].map(Math.floor) as [
    number,
    number,
    number,
  ];
  if (days > 0) return hours > 0 ? `${days} 天 ${hours} 小时` : `${days} 天`;
  if (hours > 0) return minutes > 0 ? `${hours} 小时 ${minutes} 分钟` : `${hours} 小时`;
  const seconds = Math.floor((ms % MINUTE_MS) / 1000);
  return minutes > 0 ? `${minutes} 分 ${seconds} 秒` : `${seconds} 秒`;
}
