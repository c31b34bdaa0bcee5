import fc from 'fast-check';
import * as v from 'valibot';
import { errorsOf } from '../../../cloud/contract/call';
import { contract, type ActivityDetail, type Output } from '../../../cloud/contract/contract';
import { dataOf, group, otherGroup, stored } from '../groups';
import { hour, startWalks, type Route, type StoredWalk, type Walks } from '../walks';

const people = { stranger: 'oStranger', member: 'oMember', seated: 'oSeated', waiting: 'oWaiting', organizer: 'oAnn' };
type Role = keyof typeof people;
const roles = Object.keys(people) as Role[];

/**
 * What each may do, in the order of {@link roles}. `+` it happens; `=` nothing changes, the answer is the truth; else the
 * code of the refusal. Of `detail`: whether it shows names.
 */
const table: readonly (readonly [state: string, action: Route, cells: readonly string[]])[] = [
  ['open', 'detail', ['=', '=', '= names', '=', '= names']],
  ['open', 'join', ['+', '+', '=', '=', '+']],
  ['open', 'leave', ['=', '=', '+', '+', '=']],
  ['open', 'start', ['forbidden', 'forbidden', 'forbidden', 'forbidden', '+']],
  ['open', 'cancel', ['forbidden', 'forbidden', 'forbidden', 'forbidden', '+']],
  ['open', 'card', ['+', '+', '+', '+', '+']],
  ['open', 'ofGroup', ['not-a-member', '=', 'not-a-member', 'not-a-member', '=']],
  ...(['started', 'ended', 'cancelled'] as const).flatMap((state) => {
    const closed = 'activity-closed';
    const forbidden = ['forbidden', 'forbidden', 'forbidden', 'forbidden'];
    return [
      [state, 'detail', ['=', '=', '= names', '=', '= names']],
      [state, 'join', [closed, closed, '=', '=', closed]],
      [state, 'leave', ['=', '=', closed, closed, '=']],
      [state, 'start', [...forbidden, state === 'started' ? '=' : closed]],
      [state, 'cancel', [...forbidden, state === 'started' ? '+' : '=']],
      [state, 'card', [closed, closed, closed, closed, closed]],
      [state, 'ofGroup', ['not-a-member', '=', 'not-a-member', 'not-a-member', '=']],
    ] as const;
  }),
];

describe('who may do what with a walk', () => {
  let wechat: Walks;
  let template: StoredWalk;
  let made = 0;
  beforeAll(async () => {
    wechat = await startWalks();
    template = wechat.walk((await wechat.create(await wechat.walker())).activity);
    const members = [people.member, people.organizer].map((openid, at) => stored({ openid, member: `member0${at}` }));
    await wechat.put('memberships', members);
  });
  afterAll(() => wechat.stop());

  async function walkThatIs(state: string): Promise<string> {
    const _id = String((made += 1)).padStart(32, 'a');
    const roster = [people.seated, 'oAnother', people.waiting];
    const turns = Object.fromEntries(roster.map((openid) => [openid, 1]));
    const seats = { roster, people: roster, turns, free: 49 };
    await wechat.put('activities', [{ ...template, _id, openid: people.organizer, state, ...seats }]);
    return _id;
  }

  const cells = table.flatMap(([state, action, row]) =>
    roles.map((role, at) => ({ state, action, role, cell: row[at] ?? '' })),
  );

  test.each(cells)('$state: $role, $action: $cell', async ({ state, action, role, cell }) => {
    const activity = await walkThatIs(state);
    const before = wechat.walk(activity);
    const openid = people[role];
    const turn = before.turns[openid] ?? 0;
    const inputs: Partial<Record<Route, object>> = {
      join: { activity, turn },
      leave: { activity, turn },
      ofGroup: { group },
    };
    const { answer } = await wechat.act(openid, action, inputs[action] ?? { activity });
    const [outcome] = cell.split(' ');
    expect(answer.ok ? outcome : answer.error.code).toBe(outcome);
    expect(answer.ok).toBe(outcome === '+' || outcome === '=');
    const { seen: _was, ...was } = before;
    const { seen: _is, ...is } = wechat.walk(activity);
    if (outcome === '+') expect(is).not.toEqual(was);
    else expect(is).toEqual(was);
    if (action === 'detail') {
      expect(dataOf<ActivityDetail>(answer).roster !== null).toBe(cell.includes('names'));
    }
  });

  test('a member of another group sees nothing of this one', async () => {
    const openid = 'oReader';
    await wechat.put('memberships', [stored({ openid, member: 'reader00', group: otherGroup })]);
    const { answer } = await wechat.act(openid, 'ofGroup', { group: otherGroup });
    expect(dataOf(answer)).toEqual({ activities: [] });
  });
});

describe('lists', () => {
  let wechat: Walks;
  beforeAll(async () => {
    wechat = await startWalks();
  });
  afterAll(() => wechat.stop());

  const listed = async (openid: string, route: 'mine' | 'ofGroup') => {
    const { answer, record } = await wechat.act(openid, route, route === 'mine' ? {} : { group });
    return { record, ids: dataOf<Output<'activity', 'mine'>>(answer).activities.map(({ activity }) => activity) };
  };

  test('hold what one made and what one goes to, next first, until it is over', async () => {
    const [ann, bo] = [await wechat.walker(), await wechat.walker()];
    const at = (hours: number) => ({
      startsAt: wechat.clock.now() + hours * hour,
      endsAt: wechat.clock.now() + (hours + 1) * hour,
    });
    const later = (await wechat.create(ann, at(5))).activity;
    const sooner = (await wechat.create(bo, at(3))).activity;
    const others = (await wechat.create(bo, at(4))).activity;
    dataOf(await wechat.join(ann, sooner));
    dataOf(await wechat.join(ann, later));
    expect((await listed(ann, 'mine')).ids).toEqual([sooner, later]);
    expect((await listed(bo, 'mine')).ids).toEqual([sooner, others]);
    expect((await listed(ann, 'ofGroup')).ids).toEqual([sooner, others, later]);
    wechat.clock.advance(4 * hour);
    expect((await listed(ann, 'mine')).ids).toEqual([later]);
    expect((await listed(bo, 'ofGroup')).ids).toEqual([others, later]);
  });

  test('are fifty long at most, and look at no more than they show, whatever else is stored', async () => {
    const ann = await wechat.walker();
    const template = wechat.walk((await wechat.create(ann)).activity);
    const copies = (count: number, digit: string, patch: object) =>
      Array.from({ length: count }, (_, index) => ({
        ...template,
        _id: String(index).padStart(32, digit),
        ...patch,
      }));
    await wechat.put('activities', [
      ...copies(60, 'b', {}),
      ...copies(2_000, 'c', { openid: 'oSomebody', group: otherGroup, roster: ['oSomebody'] }),
    ]);
    for (const route of ['mine', 'ofGroup'] as const) {
      const { ids, record } = await listed(ann, route);
      expect(ids).toHaveLength(50);
      expect(record.examined).toBeLessThanOrEqual(50 + 2);
    }
  });
});

describe('any JSON to any route of activity', () => {
  const calls = contract.activity;
  const routes = Object.keys(calls) as Route[];
  const anything = fc.jsonValue({ maxDepth: 2 });
  const hex = fc.stringMatching(/^[0-9a-f]{32}$/);
  const field = (...likely: readonly fc.Arbitrary<unknown>[]) =>
    fc.oneof({ weight: 6, arbitrary: fc.oneof(...likely) }, { weight: 1, arbitrary: anything });
  const nearlyRight = fc.record(
    {
      $url: fc.constantFrom(...routes),
      activity: field(hex),
      turn: field(fc.integer({ min: -1, max: 3 }), fc.constant(1e9)),
      requestId: field(hex),
      group: field(fc.constant(group)),
      title: field(fc.string({ unit: 'grapheme', maxLength: 40 })),
      places: field(fc.integer({ min: 0, max: 600 })),
    },
    { requiredKeys: ['$url'] },
  );

  test('gets an answer of the contract, and a refusal writes nothing', async () => {
    const wechat = await startWalks();
    const openid = await wechat.walker();
    await fc.assert(
      fc.asyncProperty(
        fc.oneof({ weight: 6, arbitrary: nearlyRight }, { weight: 1, arbitrary: fc.jsonValue() }),
        async (event) => {
          const before = wechat.stored();
          const { answer } = await wechat.send({ openid, name: 'activity', event });
          const called = (event as { $url?: unknown } | null)?.$url;
          const declared = routes.find((name) => name === called);
          if (answer.ok) return expect(v.is(calls[declared ?? 'mine'].output, answer.data)).toBe(true);
          const { code } = answer.error;
          expect(declared === undefined ? ['unknown-route', 'invalid-input'] : errorsOf(calls[declared])).toContain(
            code,
          );
          expect(code).not.toBe('internal');
          expect(wechat.stored()).toEqual(before);
        },
      ),
      { numRuns: 150 },
    );
    await wechat.stop();
  });
});
