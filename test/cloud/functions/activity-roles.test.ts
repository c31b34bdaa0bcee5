import { contract, type ActivityDetail, type Output } from '../../../cloud/contract/contract';
import { dataOf, group, otherGroup, stored } from '../groups';
import { hour, startWalks, type Route, type StoredWalk, type Walks } from '../walks';

const roles = ['stranger', 'member', 'seated', 'waiting', 'organizer'] as const;
type Role = (typeof roles)[number];

/**
 * What each may do, in the order of {@link roles}. `+` it happens; `=` nothing changes, the answer is the truth; else the
 * code of the refusal. Of `detail`: whether it shows names. Of lists: whether this walk is in them.
 */
const table: readonly (readonly [state: string, action: Route, cells: readonly string[]])[] = [
  ['open', 'detail', ['=', '=', '= names', '=', '= names']],
  ['open', 'join', ['+', '+', '=', '=', '+']],
  ['open', 'leave', ['=', '=', '+', '+', '=']],
  ['open', 'start', ['forbidden', 'forbidden', 'forbidden', 'forbidden', '+']],
  ['open', 'cancel', ['forbidden', 'forbidden', 'forbidden', 'forbidden', '+']],
  ['open', 'card', ['+', '+', '+', '+', '+']],
  // The walk has no cards that could be told; activity-cards.test.ts has some.
  ['open', 'shared', ['=', '=', '=', '=', '=']],
  ['open', 'create', ['not-a-member', '+', 'not-a-member', 'not-a-member', '+']],
  ['open', 'ofGroup', ['not-a-member', '= listed', 'not-a-member', 'not-a-member', '= listed']],
  ['open', 'mine', ['=', '=', '= listed', '= listed', '= listed']],
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
      [state, 'shared', ['=', '=', '=', '=', '=']],
      [state, 'ofGroup', ['not-a-member', '= listed', 'not-a-member', 'not-a-member', '= listed']],
      [state, 'mine', ['=', '=', '= listed', '= listed', '= listed']],
    ] as const;
  }),
];

describe('who may do what with a walk', () => {
  let wechat: Walks;
  let template: StoredWalk;
  let people: Readonly<Record<Role, string>>;
  let made = 0;
  beforeAll(async () => {
    wechat = await startWalks();
    template = wechat.walk((await wechat.create(await wechat.walker())).activity);
    const some = async () => [await wechat.person(), await wechat.person()] as const;
    const [[stranger, member], [seated, waiting]] = [await some(), await some()];
    people = { stranger, member, seated, waiting, organizer: '' };
    await wechat.put('memberships', [stored({ openid: member, member: 'member00' })]);
  });
  afterAll(() => wechat.stop());

  async function walkThatIs(state: string): Promise<string> {
    const _id = String((made += 1)).padStart(32, 'a');
    // One each: nobody organizes more than twenty.
    const organizer = await wechat.person();
    await wechat.put('memberships', [stored({ openid: organizer, member: String(made).padStart(8, 'o') })]);
    people = { ...people, organizer };
    const roster = [people.seated, 'oAnother', people.waiting];
    const turns = Object.fromEntries(roster.map((openid) => [openid, 1]));
    // The next one: lists are no longer than fifty.
    const times = { startsAt: template.startsAt - made, endsAt: template.endsAt - made };
    const seats = { roster, people: roster, turns, free: 49 };
    await wechat.put('activities', [{ ...template, _id, openid: people.organizer, state, ...times, ...seats }]);
    return _id;
  }

  /** All that is stored, but for what somebody has seen. */
  const walks = () =>
    (wechat.cloud.documents('activities') as readonly StoredWalk[]).map(({ seen: _seen, ...rest }) => rest);

  const cells = table.flatMap(([state, action, row]) =>
    roles.map((role, at) => ({ state, action, role, cell: row[at] ?? '' })),
  );

  test.each(cells)('$state: $role, $action: $cell', async ({ state, action, role, cell }) => {
    const activity = await walkThatIs(state);
    const before = walks();
    const openid = people[role];
    const turn = wechat.walk(activity).turns[openid] ?? 0;
    const inputs: Partial<Record<Route, object>> = {
      join: { activity, turn },
      leave: { activity, turn },
      create: { requestId: activity, group, ...wechat.plan() },
      mine: {},
      ofGroup: { group },
    };
    const { answer } = await wechat.act(openid, action, inputs[action] ?? { activity });
    const [outcome] = cell.split(' ');
    expect(answer.ok ? outcome : answer.error.code).toBe(outcome);
    expect(answer.ok).toBe(outcome === '+' || outcome === '=');
    if (outcome === '+') expect(walks()).not.toEqual(before);
    else expect(walks()).toEqual(before);
    if (action === 'detail') {
      expect(dataOf<ActivityDetail>(answer).roster !== null).toBe(cell.includes('names'));
    }
    if (answer.ok && (action === 'mine' || action === 'ofGroup')) {
      const { activities } = dataOf<Output<'activity', 'mine'>>(answer);
      expect(activities.some((each) => each.activity === activity)).toBe(cell.includes('listed'));
    }
  });

  test('every route of the contract is in the table', () => {
    expect([...new Set(table.map(([, action]) => action))].sort()).toEqual(Object.keys(contract.activity).sort());
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
