/** How the workbench writes times and amounts. */
const TIME = new Intl.DateTimeFormat('en-GB', { timeStyle: 'medium' });
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** `14:03:09`, in the developer's time zone. */
export function timeOfDay(at: number): string {
  return TIME.format(at);
}

/** `2026-11-20`, the day in UTC+8: the one that WeChat counts steps by. */
export function dayInChina(at: number): string {
  return new Date(at + 8 * HOUR).toISOString().slice(0, 10);
}

/** `real time`, `+6 min`, `-1 d 2 h`. */
export function offsetText(ms: number): string {
  const size = Math.abs(ms);
  if (size < 1000) return 'real time';
  const parts = [
    [Math.floor(size / DAY), 'd'],
    [Math.floor((size % DAY) / HOUR), 'h'],
    [Math.floor((size % HOUR) / MINUTE), 'min'],
    [Math.floor((size % MINUTE) / 1000), 's'],
  ] as const;
  const told = parts.filter(([amount]) => amount > 0).slice(0, 2);
  return `${ms < 0 ? '−' : '+'}${told.map(([amount, unit]) => `${amount} ${unit}`).join(' ')}`;
}

/** `96 B`, `3.6 kB`. */
export function bytesText(bytes: number): string {
  return bytes < 1000 ? `${bytes} B` : `${(bytes / 1000).toFixed(1)} kB`;
}

/** `8 ms`, `1.25 s`. */
export function durationText(ms: number): string {
  return ms < 1000 ? `${Math.round(ms)} ms` : `${(ms / 1000).toFixed(2)} s`;
}
