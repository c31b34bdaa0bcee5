import type { PhoneRecords } from '../../emulator/control/types';
import { newest } from '../../emulator/workbench/newest';
import { oneAtATime } from '../../emulator/workbench/one-at-a-time';
import { bytesText, dayInChina, durationText, offsetText } from '../../emulator/workbench/parts/time';
import { addTo } from '../../emulator/workbench/phone-events';

describe('what the workbench reads', () => {
  it('drops an answer that a later question overtook', async () => {
    const answers: ((text: string) => void)[] = [];
    const taken: string[] = [];
    const read = newest(
      () => new Promise<string>((resolve) => answers.push(resolve)),
      (answer) => taken.push(answer),
    );

    const done = [read(), read()];
    answers[1]?.('after the change');
    answers[0]?.('before the change');
    await Promise.all(done);

    expect(taken).toEqual(['after the change']);
  });

  it('rejects where the question failed', async () => {
    const read = newest(
      () => Promise.reject(new Error('the local WeChat is gone')),
      () => undefined,
    );
    await expect(read()).rejects.toThrow('gone');
  });
});

describe('what changes often', () => {
  it('is read once more after the reading that a storm of changes met', async () => {
    const ends: (() => void)[] = [];
    const read = oneAtATime(() => new Promise<void>((resolve) => ends.push(resolve)));
    const asked = [read(), read(), read()];
    expect(ends).toHaveLength(1);
    ends[0]?.();
    await asked[0];
    expect(ends).toHaveLength(2);
    ends[1]?.();
    await Promise.all(asked);
    void read();
    expect(ends).toHaveLength(3);
  });

  it('is read again after a reading that failed', async () => {
    let readings = 0;
    const read = oneAtATime(() => {
      readings += 1;
      return readings === 1 ? Promise.reject(new Error('gone')) : Promise.resolve();
    });
    const [first, second] = [read(), read()];
    await expect(first).rejects.toThrow('gone');
    await second;
    expect(readings).toBe(2);
  });
});

describe('records of a phone', () => {
  const nothing: PhoneRecords = {
    console: [],
    exceptions: [],
    setData: { count: 0, bytes: 0, largest: 0, recent: [] },
  };
  const setData = (bytes: number) =>
    ({ event: 'setData', page: 'pages/home/index', bytes, keys: ['root'], at: 1 }) as const;

  it('count every setData, its bytes, and the largest', () => {
    const records = [300, 900, 100].map(setData).reduce(addTo, nothing);
    expect(records.setData).toMatchObject({ count: 3, bytes: 1300, largest: 900 });
  });

  it('keep the newest 500 lines, and still count the others', () => {
    const records = Array.from({ length: 600 }, (_, index) => setData(index)).reduce(addTo, nothing);
    expect(records.setData.count).toBe(600);
    expect(records.setData.recent).toHaveLength(500);
    expect(records.setData.recent.at(-1)?.bytes).toBe(599);
  });
});

describe('times and amounts', () => {
  it('count days in UTC+8, as WeChat counts steps', () => {
    expect(dayInChina(Date.UTC(2026, 10, 20, 15, 59))).toBe('2026-11-20');
    expect(dayInChina(Date.UTC(2026, 10, 20, 16, 0))).toBe('2026-11-21');
  });

  it.each([
    [0, 'real time'],
    [6 * 60_000, '+6 min'],
    [86_400_000 + 60_000, '+1 d 1 min'],
    [-3_600_000, '−1 h'],
  ])('say an offset of %d ms as %s', (ms, text) => expect(offsetText(ms)).toBe(text));

  it('name bytes and durations in units that can be read', () => {
    expect([bytesText(96), bytesText(3600)]).toEqual(['96 B', '3.6 kB']);
    expect([durationText(8.4), durationText(1250)]).toEqual(['8 ms', '1.25 s']);
  });
});
