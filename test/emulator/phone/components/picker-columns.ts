import type { PickerPart } from './picker';
import { asText } from './properties';

/** The wheels of a picker, and what a choice on them means as its `value`. */
export interface Picks {
  readonly columns: readonly (readonly string[])[];
  readonly picked: readonly number[];
  value(picked: readonly number[]): unknown;
}

const two = (number: number): string => String(number).padStart(2, '0');
const span = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, index) => from + index);

/** Undefined for a mode that is not offered. */
export function picksOf(picker: PickerPart): Picks | undefined {
  const mode = picker.prop('mode');
  if (mode === 'selector') return selector(picker);
  if (mode === 'multiSelector') return multiSelector(picker);
  if (mode === 'time') return time(picker);
  if (mode === 'date') return date(picker);
  return undefined;
}

function labels(range: unknown, key: string): string[] {
  if (!Array.isArray(range)) return [];
  return range.map((item: unknown) => asText(key === '' ? item : (Object(item) as Record<string, unknown>)[key]));
}

function selector(picker: PickerPart): Picks {
  const column = labels(picker.prop('range'), picker.prop('rangeKey'));
  const index = Number(picker.prop('value')) || 0;
  return { columns: [column], picked: [index], value: ([at = 0]) => at };
}

function multiSelector(picker: PickerPart): Picks {
  const range = picker.prop('range');
  const columns = Array.isArray(range) ? range.map((column) => labels(column, picker.prop('rangeKey'))) : [];
  const value = picker.prop('value');
  const at = Array.isArray(value) ? value.map((index) => Number(index) || 0) : [];
  return { columns, picked: columns.map((_, index) => at[index] ?? 0), value: (picked) => [...picked] };
}

/** `hh:mm`, between `start` and `end`. */
function time(picker: PickerPart): Picks {
  const hours = span(0, 23).map(two);
  const minutes = span(0, 59).map(two);
  const [hour = 0, minute = 0] = (asText(picker.prop('value')) || '00:00').split(':').map(Number);
  const start = picker.prop('start') || '00:00';
  const end = picker.prop('end') || '23:59';
  const value = ([h = 0, m = 0]: readonly number[]): string => {
    const text = `${two(h)}:${two(m)}`;
    return text < start ? start : text > end ? end : text;
  };
  return { columns: [hours, minutes], picked: [hour, minute], value };
}

/** `YYYY-MM-DD`, shorter with fields month or year. */
function date(picker: PickerPart): Picks {
  const today = new Date(picker.context.now());
  const parse = (text: string): number[] => text.split('-').map(Number);
  const [firstYear = 1900] = parse(picker.prop('start') || '1900');
  const [lastYear = 2100] = parse(picker.prop('end') || '2100');
  const now = [today.getFullYear(), today.getMonth() + 1, today.getDate()];
  const given = parse(asText(picker.prop('value')) || now.join('-'));
  const [year = firstYear, month = 1, day = 1] = given;
  const depth = { year: 1, month: 2 }[picker.prop('fields')] ?? 3;
  const years = span(firstYear, lastYear);
  const columns = [years.map((n) => `${n}年`), span(1, 12).map((n) => `${n}月`), span(1, 31).map((n) => `${n}日`)];
  const value = ([y = 0, m = 0, d = 0]: readonly number[]): string => {
    const chosen = years[y] ?? firstYear;
    const last = new Date(chosen, m + 1, 0).getDate();
    const text = [String(chosen), two(m + 1), two(Math.min(d + 1, last))].slice(0, depth).join('-');
    const [start, end] = [picker.prop('start'), picker.prop('end')].map((limit) => limit.slice(0, text.length));
    if (start && text < start) return start;
    return end && text > end ? end : text;
  };
  return { columns: columns.slice(0, depth), picked: [year - firstYear, month - 1, day - 1].slice(0, depth), value };
}
