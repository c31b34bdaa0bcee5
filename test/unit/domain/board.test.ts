import fc from 'fast-check';
import * as v from 'valibot';
import { board, maxMembers } from '../../../cloud/contract/group';
import { boardFor, boardOf } from '../../../cloud/domain/groups/board';
import type { Membership } from '../../../cloud/domain/groups/memberships-store';

/** 2026-11-20, 08:00 UTC+8. */
const now = Date.UTC(2026, 10, 20);
const [yesterday, today] = ['2026-11-19', '2026-11-20'];

function membership(n: number, patch: Partial<Membership> = {}): Membership {
  const id = String(n).padStart(8, '0');
  const given = { nickname: null, avatar: null, profileRev: 0, days: {}, takenAt: 0 };
  const entered = { joinedAt: 0, enteredAt: n, visible: true, turn: 0, source: 'opengid' } as const;
  return { openid: `o${id}`, group: 'tGroupOfWalkers', member: id, ...entered, ...given, ...patch };
}

const steps = fc.option(fc.nat(30_000), { nil: undefined });
const someone = fc.record({
  visible: fc.boolean(),
  today: steps,
  yesterday: steps,
  name: fc.option(fc.constant('安')),
});
const group = fc.array(someone, { minLength: 1, maxLength: 40 }).map((people) =>
  people.map(({ visible, today: a, yesterday: b, name }, n) => {
    const days = { ...(a !== undefined && { [today]: a }), ...(b !== undefined && { [yesterday]: b }) };
    return membership(n, { visible, days, nickname: name });
  }),
);
const seen = fc
  .tuple(group, fc.nat())
  .map(([members, n]) => ({ members, mine: members[n % members.length] ?? membership(0) }));

describe('any board', () => {
  test('is what the contract declares, with each member once', () => {
    fc.assert(
      fc.property(seen, ({ members, mine }) => {
        const shown = boardOf(members, mine, now);
        expect(v.is(board, shown)).toBe(true);
        expect([...shown.members].sort()).toEqual(members.map(({ member }) => member).sort());
        const { length } = members;
        expect(
          [shown.nicknames, shown.avatars, shown.todaySteps, shown.yesterdaySteps].map((column) => column.length),
        ).toEqual([length, length, length, length]);
      }),
    );
  });

  test('holds the numbers of who shows them, and of the caller in any case; of nobody else', () => {
    fc.assert(
      fc.property(seen, ({ members, mine }) => {
        const shown = boardOf(members, mine, now);
        expect(shown.members[shown.me]).toBe(mine.member);
        shown.members.forEach((member, row) => {
          const of = members.find((candidate) => candidate.member === member);
          const open = of?.visible === true || row === shown.me;
          expect(shown.todaySteps[row]).toBe(open ? (of?.days[today] ?? -1) : -2);
          expect(shown.yesterdaySteps[row]).toBe(open ? (of?.days[yesterday] ?? -1) : -2);
        });
      }),
    );
  });

  test('is in one order for everybody: most steps, not come, hidden; equals by id', () => {
    fc.assert(
      fc.property(seen, ({ members, mine }) => {
        const shown = boardOf(members, mine, now);
        const rank = shown.members.map((member) => {
          const of = members.find((candidate) => candidate.member === member);
          return [of?.visible === true ? (of.days[today] ?? -1) : -2, member] as const;
        });
        const sorted = [...rank].sort(([a, one], [b, other]) => b - a || (one < other ? -1 : 1));
        expect(rank).toEqual(sorted);
        const [first] = members;
        expect(boardOf([...members].reverse(), first ?? mine, now).members).toEqual(shown.members);
      }),
    );
  });
});

describe('the days of a board', () => {
  const days = { '2026-11-18': 1, '2026-11-19': 2, '2026-11-20': 3, '2026-11-21': 4 };
  const columns = (at: string) => {
    const { today: day, todaySteps, yesterdaySteps } = boardOf([], membership(1, { days }), Date.parse(at));
    return [day, todaySteps[0], yesterdaySteps[0]];
  };

  test('end at midnight UTC+8', () => {
    expect(columns('2026-11-19T23:59:59.999+08:00')).toEqual(['2026-11-19', 2, 1]);
    expect(columns('2026-11-20T00:00:00+08:00')).toEqual(['2026-11-20', 3, 2]);
    expect(columns('2026-11-20T23:59:59.999+08:00')).toEqual(['2026-11-20', 3, 2]);
  });

  test('are those of now, not of when the steps were taken', () => {
    expect(columns('2026-11-22T12:00:00+08:00')).toEqual(['2026-11-22', -1, 4]);
    expect(columns('2026-11-30T12:00:00+08:00')).toEqual(['2026-11-30', -1, -1]);
  });
});

describe('more members than a group can have', () => {
  const stored = Array.from({ length: maxMembers }, (_, n) => membership(n));

  test('the caller takes the place of the last one', () => {
    const shown = boardOf(stored, membership(9_999), now);
    expect(shown.members).toHaveLength(maxMembers);
    expect(shown.members).toContain(membership(9_999).member);
    expect(shown.members).not.toContain(membership(maxMembers - 1).member);
  });

  test('nobody reads a board without a membership', async () => {
    const membersOf = jest.fn(() => Promise.resolve(stored));
    const asked = boardFor({ find: () => Promise.resolve(undefined), membersOf }, 'oStranger', 'tGroupOfWalkers', now);
    await expect(asked).rejects.toMatchObject({ code: 'not-a-member' });
    expect(membersOf).not.toHaveBeenCalled();
  });
});
