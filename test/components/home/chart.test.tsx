import { daysUntil, month } from '../setup/days';
import { FakeWechat } from '../setup/fake-wechat';
import { launchHome, type Launched } from '../setup/launch';

async function withSteps(days = month): Promise<Launched> {
  const home = await launchHome(new FakeWechat(days));
  await home.tap('查看我的步数');
  return home;
}

function bar(date: string): HTMLElement {
  const found = document.getElementById(`day-${date}`);
  if (found === null) throw new Error(`no bar of ${date}`);
  return found;
}

const readOut = () => [
  document.querySelector('.chart__day')?.textContent,
  document.querySelector('.chart__steps')?.textContent,
];

describe('the chart', () => {
  it('reads out today first', async () => {
    await withSteps();
    expect(readOut()).toEqual(['11月20日 周五', '8,532 步']);
  });

  it('reads out the day of a tapped bar', async () => {
    const { fireEvent } = await withSteps();
    fireEvent.click(bar('2026-11-08'));
    expect(readOut()).toEqual(['11月8日 周日', '12,000 步']);
    expect(bar('2026-11-08').className).toContain('selected');
    expect(bar('2026-11-20').className).not.toContain('selected');
  });

  it('goes a day back and forth, and no further than there are days', async () => {
    const { screen, fireEvent } = await withSteps();
    fireEvent.click(screen.getByLabelText('后一天'));
    expect(readOut()[0]).toBe('11月20日 周五');
    fireEvent.click(screen.getByLabelText('前一天'));
    expect(readOut()[0]).toBe('11月19日 周四');
    fireEvent.click(screen.getByLabelText('后一天'));
    expect(readOut()[0]).toBe('11月20日 周五');
  });

  it('tells weekends and the best day apart', async () => {
    await withSteps();
    const weekend = [...document.querySelectorAll('.bar--weekend')].map(({ id }) => id);
    expect(weekend).toContain('day-2026-11-14');
    expect(weekend).toContain('day-2026-11-15');
    expect(weekend).not.toContain('day-2026-11-16');
    expect(weekend).toHaveLength(8);
    expect([...document.querySelectorAll('.bar--best')].map(({ id }) => id)).toEqual(['day-2026-11-08']);
  });

  it.each([
    ['2026-11-20', 'whole', ['周末', '周末', '周末', '周末']],
    ['2026-11-21', 'ends on a Saturday', ['周末', '周末', '周末', '周末', '周六']],
    ['2026-11-24', 'begins on a Sunday', ['周日', '周末', '周末', '周末', '周末']],
  ])('names weekends below the bars; %s: %s', async (last, _case, names) => {
    await withSteps(
      daysUntil(
        last,
        Array.from({ length: 31 }, () => 5000),
      ),
    );
    expect([...document.querySelectorAll('.chart__weekend')].map(({ textContent }) => textContent)).toEqual(names);
  });

  it('draws the best day full, half of it half, and a day without a record as none', async () => {
    const { fireEvent } = await withSteps([
      ...daysUntil('2026-11-17', [10_000, 5000]),
      ...daysUntil('2026-11-20', [2500]),
    ]);
    const heights = [...document.querySelectorAll<HTMLElement>('.bar')].map(({ style }) =>
      style.getPropertyValue('--h'),
    );
    expect(heights).toEqual(['100%', '50%', '0%', '0%', '25%']);
    fireEvent.click(bar('2026-11-18'));
    expect(readOut()).toEqual(['11月18日 周三', '没有记录']);
  });

  it('gives the average, the best day and the sum', async () => {
    const { screen } = await withSteps(daysUntil('2026-11-20', [2000, 6000, 4000]));
    expect(screen.getByText('日均').previousSibling?.textContent).toBe('4,000');
    expect(screen.getByText('最多 11月19日').previousSibling?.textContent).toBe('6,000');
    expect(screen.getByText('3 天合计').previousSibling?.textContent).toBe('12,000');
  });

  it.each([
    [[4000, 4000], '和日均一样多'],
    [[2000, 6000], '比日均多 2,000 步'],
    [[6000, 2000], '离日均还差 2,000 步'],
  ])('says how today compares: %j', async (steps, remark) => {
    const { screen } = await withSteps(daysUntil('2026-11-20', steps));
    expect(screen.getByText(remark)).toBeTruthy();
  });
});
