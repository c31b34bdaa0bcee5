/** One line of the table that `npm run bench` prints. */
export interface Row {
  readonly what: string;
  readonly measured: string;
  readonly reference: string;
  /** measured / reference, of the same run. */
  readonly ratio?: number;
  /** Upper bound: of the ratio where there is one, else of `value`. */
  readonly bound?: number;
  readonly value?: number;
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** The value below which the share `q` of the sorted values lies. */
export function quantile(values: readonly number[], q: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const at = Math.min(sorted.length - 1, Math.max(0, Math.ceil(q * sorted.length) - 1));
  const value = sorted[at];
  if (value === undefined) throw new RangeError('no values to take a quantile of');
  return value;
}

/** Markdown: what | measured | reference | ratio or value against the bound. */
export function table(rows: readonly Row[]): string {
  const cell = ({ ratio, bound, value }: Row): string => {
    const figure = ratio ?? value;
    if (figure === undefined) return '';
    const shown = ratio === undefined ? '' : ratio.toFixed(2);
    if (bound === undefined) return shown;
    return `${shown}${shown === '' ? '' : ' '}(${figure <= bound ? 'within' : 'MISSED'} ${bound})`;
  };
  const lines = rows.map((row) => `| ${row.what} | ${row.measured} | ${row.reference} | ${cell(row)} |`);
  return ['| what | measured | reference | ratio (bound) |', '| --- | --- | --- | --- |', ...lines].join('\n');
}
