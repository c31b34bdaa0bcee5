import { execFileSync } from 'node:child_process';
import path from 'node:path';

const WORKER_DATE = path.resolve(__dirname, '../../emulator/cloud/functions/worker-date.cjs');

/** Evaluates `expressions` in a process of that time zone, as it is or as a function worker makes it. */
function evaluate(zone: string, expressions: readonly string[], install: boolean): unknown {
  const script = `
    if (${install}) require(${JSON.stringify(WORKER_DATE)}).installDate(new Float64Array([0]));
    console.log(JSON.stringify([${expressions.join(',')}]));`;
  return JSON.parse(execFileSync(process.execPath, ['-e', script], { env: { TZ: zone }, encoding: 'utf8' }));
}

const EXPRESSIONS = [
  `new Date(0).getHours()`,
  `new Date(2024, 2, 10, 2, 30).toISOString()`,
  `new Date('2024-05-01T00:00:00').getTime()`,
  `new Date('2024-05-01').getTime()`,
  `new Date('2024/05/01 08:00').getTime()`,
  `new Date('May 1, 2024').getTime()`,
  `Date.parse('2024-05-01T00:00:00+08:00')`,
  `Date.parse('Wed May 01 2024 00:00:00 GMT+0800 (China Standard Time)')`,
  `Date.parse('no date')`,
  `(() => { const d = new Date(0); d.setHours(5, 6); d.setMonth(1); return d.toISOString(); })()`,
  `String(new Date(86400000))`,
  `new Date(0).toDateString() + new Date(0).toTimeString()`,
  `new Date(NaN).toString()`,
  `new Date(0).getTimezoneOffset()`,
  `new Date(0).getDay()`,
  `new Date(1e12).toLocaleString('zh-CN')`,
  `new Date(1e12).toLocaleString('zh-CN', { timeZone: 'Asia/Shanghai' })`,
  `new Intl.DateTimeFormat('en').format(new Date(0))`,
  `Intl.DateTimeFormat().resolvedOptions().timeZone`,
  `new Date(new Date(5)).getTime()`,
  `new Date(0) instanceof Date`,
  `new (class Day extends Date { n() { return this.getTime() + 1; } })(4).n()`,
  `JSON.stringify({ at: new Date(0) })`,
  `[new Date(0).constructor === Date, Object.prototype.toString.call(new Date()), Date.UTC(2020, 1)]`,
];

test.each(['America/New_York', 'Asia/Shanghai', 'Asia/Kathmandu'])(
  'a function in %s sees UTC, as on CloudBase',
  (zone) => {
    const utc = evaluate('UTC', EXPRESSIONS, false);
    expect(evaluate(zone, EXPRESSIONS, true)).toEqual(utc);
    expect(evaluate(zone, EXPRESSIONS, false)).not.toEqual(utc);
  },
);
