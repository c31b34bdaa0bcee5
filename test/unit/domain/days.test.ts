import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import fc from 'fast-check';
import { maxDays, maxSteps } from '../../../cloud/contract/steps';
import { listDays, stepsByDay } from '../../../cloud/domain/steps/days';

/** 2026-11-20 08:00 UTC+8. */
const takenAt = Date.UTC(2026, 10, 20, 0, 0, 0) / 1000;
const midnight = (date: string): number => Date.parse(`${date}T00:00:00+08:00`) / 1000;

describe('days of a step list', () => {
  test('are counted in UTC+8', () => {
    const list = [
      { timestamp: midnight('2026-11-18'), step: 1 },
      { timestamp: midnight('2026-11-19') - 1, step: 2 },
      { timestamp: midnight('2026-11-19'), step: 3 },
    ];
    expect(stepsByDay(list, takenAt)).toEqual({ '2026-11-18': 2, '2026-11-19': 3 });
  });

  test('official samples fall on their days', () => {
    const list = [
      { timestamp: 1571673600, step: 7 },
      { timestamp: 1571760000, step: 8 },
      { timestamp: 1603641600, step: 9 },
    ];
    expect(stepsByDay(list, takenAt)).toEqual({ '2019-10-22': 7, '2019-10-23': 8, '2020-10-26': 9 });
  });

  test.each(['Asia/Shanghai', 'America/Los_Angeles', 'Pacific/Kiritimati'])(
    'a machine in %s counts the same',
    (zone) => {
      const list = [{ timestamp: midnight('2026-11-19'), step: 3 }];
      expect(inTimeZone(zone, list)).toEqual({ days: { '2026-11-19': 3 }, zone });
    },
  );

  test('of two entries for a day the larger one counts', () => {
    const start = midnight('2026-11-19');
    const list = [5, 9, 7].map((step, hour) => ({ timestamp: start + hour * 3600, step }));
    expect(stepsByDay(list, takenAt)).toEqual({ '2026-11-19': 9 });
  });

  test('days after the day of the watermark cannot be true and are left out; its own day counts', () => {
    const list = ['2026-11-20', '2026-11-21'].map((date) => ({ timestamp: midnight(date), step: 1 }));
    expect(stepsByDay(list, takenAt)).toEqual({ '2026-11-20': 1 });
  });

  test.each([-1, 0.5, maxSteps + 1, Infinity, NaN])('%p steps are no steps', (step) => {
    expect(stepsByDay([{ timestamp: midnight('2026-11-19'), step }], takenAt)).toEqual({});
  });

  test('of more than 31 days the newest stay', () => {
    const list = Array.from({ length: 62 }, (_, index) => ({ timestamp: takenAt - index * 86_400, step: index }));
    const days = listDays(stepsByDay(list, takenAt));
    expect(days).toHaveLength(31);
    expect(days[0]).toEqual({ date: '2026-10-21', steps: 30 });
    expect(days.at(-1)).toEqual({ date: '2026-11-20', steps: 0 });
  });
});

describe('whatever WeChat sends', () => {
  const entry = fc.record({
    timestamp: fc.oneof(fc.integer({ min: takenAt - 50 * 86_400, max: takenAt + 86_400 }), fc.double()),
    step: fc.oneof(fc.nat(50_000), fc.double(), fc.integer()),
  });
  const anyList = fc.array(entry, { maxLength: 100 });

  test('is at most 31 days, ascending, each once, each a whole number in bounds', () => {
    fc.assert(
      fc.property(anyList, (list) => {
        const days = listDays(stepsByDay(list, takenAt));
        const dates = days.map(({ date }) => date);
        expect(dates.length).toBeLessThanOrEqual(maxDays);
        expect(dates).toEqual([...new Set(dates)].sort());
        for (const { date, steps } of days) {
          expect(date).toMatch(/^\d{4}-\d\d-\d\d$/);
          expect(Number.isInteger(steps) && steps >= 0 && steps <= maxSteps).toBe(true);
        }
      }),
    );
  });

  test('does not depend on the order of the entries, and taking it twice changes nothing', () => {
    fc.assert(
      fc.property(anyList, (list) => {
        const once = stepsByDay(list, takenAt);
        expect(stepsByDay([...list].reverse(), takenAt)).toEqual(once);
        expect(stepsByDay([...list, ...list], takenAt)).toEqual(once);
      }),
    );
  });

  test('a day that is kept was in the list, with that number of steps', () => {
    fc.assert(
      fc.property(anyList, (list) => {
        for (const { date, steps } of listDays(stepsByDay(list, takenAt))) {
          const start = midnight(date);
          const sameDay = list.filter(({ timestamp }) => timestamp >= start && timestamp < start + 86_400);
          expect(sameDay.map(({ step }) => step)).toContain(steps);
        }
      }),
    );
  });
});

/** A process of its own: the time zone of a running one cannot be changed. */
function inTimeZone(zone: string, list: readonly object[]): unknown {
  const entryPoints = [join(__dirname, '../../../cloud/domain/steps/days.ts')];
  const code = buildSync({ entryPoints, bundle: true, write: false, format: 'cjs', platform: 'node' }).outputFiles[0]
    ?.text;
  const script = `${code};
    const days = module.exports.stepsByDay(${JSON.stringify(list)}, ${takenAt});
    console.log(JSON.stringify({ days, zone: Intl.DateTimeFormat().resolvedOptions().timeZone }));`;
  return JSON.parse(
    execFileSync(process.execPath, ['-e', script], { env: { ...process.env, TZ: zone }, encoding: 'utf8' }),
  );
}
