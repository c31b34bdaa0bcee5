const weekdays = '日一二三四五六';

interface CalendarDay {
  readonly month: number;
  readonly day: number;
  /** 0 is Sunday. */
  readonly weekday: number;
}

/** `YYYY-MM-DD` names a day whatever the phone's time zone, so it is read as UTC. */
function read(date: string): CalendarDay {
  const moment = new Date(`${date}T00:00:00Z`);
  return { month: moment.getUTCMonth() + 1, day: moment.getUTCDate(), weekday: moment.getUTCDay() };
}

/** `11月20日`. */
export function shortDay(date: string): string {
  const { month, day } = read(date);
  return `${month}月${day}日`;
}

/** `11月20日 周五`. */
export function fullDay(date: string): string {
  return `${shortDay(date)} 周${weekdays.charAt(read(date).weekday)}`;
}

export const isSaturday = (date: string): boolean => read(date).weekday === 6;
export const isSunday = (date: string): boolean => read(date).weekday === 0;
export const isWeekend = (date: string): boolean => isSaturday(date) || isSunday(date);
