import fc from 'fast-check';
import * as v from 'valibot';
import type { Board, Output } from '../../../cloud/contract/contract';
import type { Membership } from '../../../cloud/domain/groups/memberships-store';
import { nickname as validNickname } from '../../../cloud/contract/profile';
import { dataOf, group, type Groups, otherGroup, startGroups, stored } from '../groups';

const member = (n: number) => `m${String(n).padStart(7, '0')}`;

describe('the board of a group', () => {
  let wechat: Groups;
  beforeEach(async () => {
    wechat = await startGroups();
  });
  afterEach(() => wechat.stop());
  const visible = (openid: string, shown: boolean) => wechat.setVisible(openid, shown);
  const today = (openid: string) => Object.keys(wechat.platform.user(openid).steps).sort().at(-1) ?? '';
  async function walked(openid: string, steps: number): Promise<void> {
    await wechat.platform.setSteps(openid, today(openid), steps);
    await wechat.sendWeRun(openid);
  }

  test('orders by today’s steps, and knows who the caller is', async () => {
    const ann = await wechat.member('安');
    const bo = await wechat.member('波');
    await walked(ann, 100);
    await walked(bo, 200);
    expect(await wechat.board(ann)).toMatchObject({ nicknames: ['波', '安'], todaySteps: [200, 100], me: 1 });
    expect(await wechat.board(bo)).toMatchObject({ nicknames: ['波', '安'], todaySteps: [200, 100], me: 0 });
  });

  test('who hides their steps is last, and only they see the numbers', async () => {
    const ann = await wechat.member('安');
    const bo = await wechat.member('波');
    await walked(ann, 100);
    await walked(bo, 200);
    const { answer } = await visible(bo, false);
    expect(answer.ok && answer.data).toMatchObject({ nicknames: ['安', '波'], todaySteps: [100, 200], visible: false });
    const seen = await wechat.board(ann);
    expect(seen).toMatchObject({ nicknames: ['安', '波'], todaySteps: [100, -2], visible: true });
    expect(seen.yesterdaySteps[1]).toBe(-2);
    await visible(bo, true);
    expect(await wechat.board(ann)).toMatchObject({ todaySteps: [200, 100] });
  });

  test('hiding is for one group alone', async () => {
    const ann = await wechat.member('安');
    await wechat.enter(ann, otherGroup);
    await visible(ann, false);
    const bo = await wechat.member('波', otherGroup);
    expect((await wechat.board(bo, otherGroup)).todaySteps).not.toContain(-2);
    const { answer } = await wechat.share(ann, 'groups');
    expect(new Set(dataOf<Output<'share', 'groups'>>(answer).groups)).toEqual(
      new Set([
        { group, visible: false },
        { group: otherGroup, visible: true },
      ]),
    );
  });

  test('after midnight in China nobody has come yet, and today has become yesterday', async () => {
    const ann = await wechat.member('安');
    await walked(ann, 321);
    wechat.clock.advance(86_400_000);
    expect(await wechat.board(ann)).toMatchObject({ todaySteps: [-1], yesterdaySteps: [321] });
  });

  test('of one person the groups do not know each other: the ids that others see differ', async () => {
    const ann = await wechat.member('安');
    await wechat.enter(ann, otherGroup);
    const [one, other] = [await wechat.board(ann), await wechat.board(ann, otherGroup)];
    expect(one.members).not.toEqual(other.members);
  });

  test('500 members with the longest names and steps stay under 64 KB', async () => {
    const me = await wechat.member('安');
    const longest = '䶮'.repeat(32);
    expect(v.is(validNickname, longest)).toBe(true);
    const [yesterday = '', day = ''] = Object.keys(wechat.platform.user(me).steps).sort().slice(-2);
    const days = { [yesterday]: 1_000_000, [day]: 1_000_000 };
    const others = Array.from({ length: 499 }, (_, n) =>
      stored({ openid: `oOther${n}`, member: member(n), nickname: longest, avatar: 'cloud://x.y/z.png', days }),
    );
    await wechat.put('memberships', others);
    const { answer } = await wechat.share(me, 'board', { group });
    expect(dataOf<Board>(answer).members).toHaveLength(500);
    expect(Buffer.byteLength(JSON.stringify(answer))).toBeLessThan(64 * 1024);
  });

  test('no nickname that is allowed takes more than 96 bytes of JSON', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((c) => String.fromCharCode(c)) }),
        (text) => {
          const name = v.safeParse(validNickname, text);
          if (name.success) expect(Buffer.byteLength(JSON.stringify(name.output)) - 2).toBeLessThanOrEqual(96);
        },
      ),
      { numRuns: 2_000 },
    );
    expect(v.is(validNickname, '安\ud83d')).toBe(false);
    expect(v.is(validNickname, '安\ud83d\ude00')).toBe(true);
  });

  test('where more are stored than a group can have, those that entered last are shown, and always the caller', async () => {
    const me = await wechat.member('安');
    const others = Array.from({ length: 600 }, (_, n) =>
      stored({ openid: `oOther${n}`, member: member(n), enteredAt: wechat.clock.now() + 1_000 + n }),
    );
    await wechat.put('memberships', others);
    const { members, me: at, nicknames } = await wechat.board(me);
    expect(members).toHaveLength(500);
    expect(nicknames[at]).toBe('安');
    expect(members.filter((id) => id.startsWith('m0000')).sort()[0]).toBe(member(101));
    expect(members).toContain(member(599));
  });

  test('examines as many documents as it returns, plus one, whoever else is in the database', async () => {
    const me = await wechat.member('安');
    await wechat.put(
      'memberships',
      Array.from({ length: 99 }, (_, n) => stored({ openid: `oOther${n}`, member: member(n), enteredAt: n })),
    );
    const costs = async () => {
      const { answer, record } = await wechat.share(me, 'board', { group });
      wechat.clock.advance(2_000);
      const entered = (await wechat.enter(me)).record;
      const avatars = (await wechat.share(me, 'avatars', { group, members: [member(1), member(2)] })).record;
      const groups = (await wechat.share(me, 'groups')).record;
      return {
        returned: dataOf<Board>(answer).members.length,
        board: [record.databaseCalls, record.examined],
        enter: [entered.databaseCalls, entered.examined],
        avatars: [avatars.databaseCalls, avatars.examined],
        groups: [groups.databaseCalls, groups.examined],
      };
    };
    const alone = await costs();
    expect(alone).toEqual({ returned: 100, board: [2, 101], enter: [2, 101], avatars: [2, 3], groups: [1, 1] });
    await wechat.put(
      'memberships',
      Array.from({ length: 10_000 }, (_, n) =>
        stored({ openid: `oStranger${n}`, member: member(n), group: `tOtherGroup${n % 100}`, enteredAt: n }),
      ),
    );
    expect(await costs()).toEqual(alone);
  });

  test.each([1, 40])(
    'of a member of %i groups, steps reach all by two database calls, whoever else is there',
    async (count) => {
      const me = await wechat.member('安');
      const mine = Array.from({ length: count - 1 }, (_, n) =>
        stored({ openid: me, member: member(n), group: `tMine${n}` }),
      );
      await wechat.put('memberships', mine);
      const cost = async () => {
        wechat.clock.advance(2_000);
        const { database, databaseCalls } = (await wechat.sendWeRun(me)).record;
        return { databaseCalls, examined: database.map(({ collection, examined }) => [collection, examined]) };
      };
      const alone = await cost();
      expect(alone).toEqual({
        databaseCalls: 2,
        examined: [
          ['steps', 1],
          ['memberships', count],
        ],
      });
      const takenAt = (name: string) => (wechat.cloud.documents(name) as readonly Membership[]).map((of) => of.takenAt);
      expect(takenAt('memberships')).toEqual(Array(count).fill(takenAt('steps')[0]));
      const strangers = Array.from({ length: 10_000 }, (_, n) =>
        stored({ openid: `oStranger${n}`, member: member(n), group: n % 2 === 0 ? group : `tOtherGroup${n % 100}` }),
      );
      await wechat.put('memberships', strangers);
      expect(await cost()).toEqual(alone);
    },
  );
});
