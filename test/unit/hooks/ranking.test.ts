import fc from 'fast-check';
import { ranking, type Row } from '../../../src/hooks/useGroup/ranking';
import { withMySteps } from '../../../src/hooks/useGroup/my-steps';
import { boardWith } from './boards';

const short = (rows: readonly Row[]) => rows.map(({ member, rank, steps, state }) => [member, rank, steps, state]);

describe('ranking', () => {
  it('puts most steps first, equals on one rank, the next one after all of them', () => {
    const board = boardWith({
      members: ['a', 'd', 'c', 'b', 'e'],
      nicknames: ['', '', '', '', ''],
      avatars: '00000',
      todaySteps: [900, 500, 500, 700, 0],
      yesterdaySteps: [-1, -1, -1, -1, -1],
    });
    expect(short(ranking(board, 'today'))).toEqual([
      ['a', 1, 900, 'walked'],
      ['b', 2, 700, 'walked'],
      ['c', 3, 500, 'walked'],
      ['d', 3, 500, 'walked'],
      ['e', 5, 0, 'walked'],
    ]);
  });

  it('ranks yesterday by yesterday, and says who I am and who has an avatar', () => {
    expect(ranking(boardWith(), 'yesterday')).toEqual([
      { member: 'bo-00001', nickname: 'Bo', avatar: true, me: false, state: 'walked', steps: 4000, rank: 1 },
      { member: 'ann-0001', nickname: 'Ann', avatar: true, me: true, state: 'walked', steps: 1000, rank: 2 },
      { member: 'cy-00001', nickname: '', avatar: false, me: false, state: 'absent', steps: 0, rank: undefined },
    ]);
  });

  it('puts who has not come, then who shows nothing, last and without a rank', () => {
    const board = boardWith({ todaySteps: [-2, -1, 0], me: 2 });
    expect(short(ranking(board, 'today'))).toEqual([
      ['cy-00001', 1, 0, 'walked'],
      ['bo-00001', undefined, 0, 'absent'],
      ['ann-0001', undefined, 0, 'hidden'],
    ]);
  });

  it('shows me my own steps while I hide them, and leaves the ranks as the others see them', () => {
    const rows = ranking(boardWith({ visible: false }), 'today');
    expect(short(rows)).toEqual([
      ['bo-00001', 1, 2000, 'walked'],
      ['cy-00001', undefined, 0, 'absent'],
      ['ann-0001', undefined, 3000, 'hidden'],
    ]);
  });

  it('gives everybody one row, and whoever walked as many before them as their rank says', () => {
    const steps = fc.array(fc.integer({ min: -2, max: 4 }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(steps, (todaySteps) => {
        const members = todaySteps.map((_, index) => `m${String(index).padStart(3, '0')}`);
        const names = { members, nicknames: members, avatars: '0'.repeat(members.length) };
        const rows = ranking(boardWith({ ...names, todaySteps, yesterdaySteps: todaySteps }), 'today');
        expect(rows.map(({ member }) => member).sort()).toEqual(members);
        for (const { state, rank, steps: count } of rows) {
          const ahead = rows.filter((other) => other.state === 'walked' && other.steps > count).length;
          expect(rank).toBe(state === 'walked' ? ahead + 1 : undefined);
        }
      }),
    );
  });
});

describe('my own steps on the board', () => {
  it('are those of this phone where they are more', () => {
    const days = [
      { date: '2026-11-19', steps: 900 },
      { date: '2026-11-20', steps: 5000 },
    ];
    const { todaySteps, yesterdaySteps } = withMySteps(boardWith(), days);
    expect(todaySteps).toEqual([5000, 2000, -1]);
    expect(yesterdaySteps).toEqual([1000, 4000, -1]);
  });

  it('are there at once for who has not come today', () => {
    const board = boardWith({ me: 2 });
    expect(withMySteps(board, [{ date: '2026-11-20', steps: 0 }]).todaySteps).toEqual([3000, 2000, 0]);
  });

  it('of another day change nothing', () => {
    expect(withMySteps(boardWith(), [{ date: '2026-11-18', steps: 99_999 }])).toEqual(boardWith());
    expect(withMySteps(boardWith(), undefined)).toEqual(boardWith());
  });
});
