import type { Answer, ErrorCode } from '../../../cloud/contract/errors';
import { dataOf, group, type Groups, otherGroup, startGroups } from '../groups';

/** Whoever calls, seen from the group that is asked for. */
type Role = 'stranger' | 'member' | 'elsewhere' | 'left' | 'hidden';
type Action = 'enter' | 'board' | 'avatars' | 'groups' | 'setVisible' | 'leave' | 'tapped';

const roles: readonly Role[] = ['stranger', 'member', 'elsewhere', 'left', 'hidden'];

/** What each may do: a code refuses; `groups` lists what it answers. */
const table: Readonly<Record<Action, Readonly<Record<Role, ErrorCode | 'done' | readonly string[]>>>> = {
  enter: { stranger: 'done', member: 'done', elsewhere: 'done', left: 'done', hidden: 'done' },
  board: { stranger: 'not-a-member', member: 'done', elsewhere: 'not-a-member', left: 'not-a-member', hidden: 'done' },
  avatars: {
    stranger: 'not-a-member',
    member: 'done',
    elsewhere: 'not-a-member',
    left: 'not-a-member',
    hidden: 'done',
  },
  groups: { stranger: [], member: [group], elsewhere: [otherGroup], left: [], hidden: [group] },
  setVisible: {
    stranger: 'not-a-member',
    member: 'done',
    elsewhere: 'not-a-member',
    left: 'not-a-member',
    hidden: 'done',
  },
  leave: { stranger: 'done', member: 'done', elsewhere: 'done', left: 'done', hidden: 'done' },
  tapped: { stranger: 'done', member: 'done', elsewhere: 'done', left: 'done', hidden: 'done' },
};
const actions = Object.keys(table) as readonly Action[];
const cells = actions.flatMap((action) => roles.map((role) => [role, action] as const));

describe('who may do what in a group', () => {
  let wechat: Groups;
  let bo: string;
  let idOfBo: string;
  let everybody: string[];
  beforeAll(async () => {
    wechat = await startGroups();
    bo = await wechat.member('波');
    idOfBo = (await wechat.board(bo)).members[0] ?? '';
    everybody = [bo];
  });
  afterAll(() => wechat.stop());

  async function become(role: Role): Promise<string> {
    if (role === 'stranger') return wechat.person();
    const openid = await wechat.member('安', role === 'elsewhere' ? otherGroup : group);
    if (role === 'hidden') await wechat.setVisible(openid, false);
    if (role === 'left') await wechat.quit(openid);
    return openid;
  }
  const requestId = (n: number) => n.toString(16).padStart(32, '0');
  let taps = 0;
  async function act(openid: string, action: Action) {
    if (action === 'enter') return wechat.enter(openid);
    if (action === 'setVisible') return wechat.setVisible(openid, false);
    if (action === 'leave') return wechat.quit(openid);
    const inputs = {
      board: { group },
      avatars: { group, members: [idOfBo] },
      groups: {},
      tapped: { page: 'group', from: 'menu', requestId: requestId((taps += 1)) },
    };
    return wechat.share(openid, action, inputs[action]);
  }
  const memberships = () => wechat.cloud.documents('memberships') as readonly { readonly openid: string }[];
  const ofOthers = (openid: string) => memberships().filter((membership) => membership.openid !== openid);
  const isMember = (openid: string) =>
    memberships().some((membership) => JSON.stringify(membership).includes(`"${group}:${openid}"`));

  test.each(cells)('%s: %s', async (role, action) => {
    const openid = await become(role);
    everybody.push(openid);
    const others = ofOthers(openid);
    const before = wechat.stored();
    const was = isMember(openid);
    const { answer, record } = await act(openid, action);
    const expected = table[action][role];
    expect(outcome(answer)).toEqual(typeof expected === 'string' ? expected : 'done');
    if (!answer.ok) {
      expect(wechat.stored()).toEqual(before);
      expect(record.examined).toBeLessThanOrEqual(1);
    }
    if (typeof expected === 'object') expect(namesOf(answer)).toEqual(expected);
    if (answer.ok && action !== 'groups' && action !== 'tapped' && action !== 'avatars' && action !== 'leave') {
      expect(JSON.stringify(answer)).toContain('波');
    }
    expect(isMember(openid)).toBe(action === 'enter' ? true : action === 'leave' ? false : was);
    expect(ofOthers(openid)).toEqual(others);
    for (const person of everybody) expect(JSON.stringify(answer)).not.toContain(person);
    await wechat.quit(openid);
  });

  test('every route of the contract is in the table, and the table has no other', async () => {
    const { contract } = await import('../../../cloud/contract/contract');
    expect([...actions].sort()).toEqual(Object.keys(contract.share).sort());
  });

  test('an id of one group says nothing in another, also to somebody who is in both', async () => {
    const ann = await wechat.member('安', otherGroup);
    const { answer } = await wechat.share(ann, 'avatars', { group: otherGroup, members: [idOfBo] });
    expect(dataOf<{ urls: unknown }>(answer).urls).toEqual([null]);
  });
});

const outcome = (answer: Answer<unknown>) => (answer.ok ? 'done' : answer.error.code);
const namesOf = (answer: Answer<unknown>) =>
  dataOf<{ readonly groups: readonly { readonly group: string }[] }>(answer).groups.map(({ group: name }) => name);
