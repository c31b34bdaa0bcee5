import type { Board } from '../../../cloud/contract/contract';
import { dataOf, group, type Groups, otherGroup, startGroups, stored } from '../groups';

const twenty = Array.from({ length: 20 }, (_, index) => index);

describe('what groups see of a person', () => {
  let wechat: Groups;
  let ann: string;
  let bo: string;
  beforeEach(async () => {
    wechat = await startGroups();
    ann = await wechat.member('安');
    bo = await wechat.member('波');
    await wechat.enter(ann, otherGroup);
    await wechat.enter(bo, otherGroup);
  });
  afterEach(() => wechat.stop());

  const of = ({ nicknames, avatars, todaySteps, members }: Board, name: string) => {
    const at = nicknames.indexOf(name);
    return { avatar: avatars[at], steps: todaySteps[at], member: members[at] };
  };
  const seenByBo = () => Promise.all([group, otherGroup].map((name) => wechat.board(bo, name)));
  async function avatarUrl(of: string): Promise<string | null | undefined> {
    const { answer } = await wechat.share(bo, 'avatars', { group, members: [of] });
    return dataOf<{ urls: (string | null)[] }>(answer).urls[0];
  }
  const avatarsStored = () =>
    (wechat.cloud.documents('memberships') as readonly { openid: string; avatar: unknown }[])
      .filter(({ openid }) => openid === ann)
      .map(({ avatar }) => avatar);

  test('a new nickname is seen in all of their groups', async () => {
    await wechat.me(ann, 'saveNickname', { nickname: '安安', turn: 1 });
    for (const board of await seenByBo()) expect([...board.nicknames].sort()).toEqual(['安安', '波']);
  });

  test('a nickname that WeChat refuses is seen in none', async () => {
    await wechat.me(ann, 'saveNickname', { nickname: '约 炮', turn: 1 });
    for (const board of await seenByBo()) {
      expect([...board.nicknames].sort()).toEqual(['安', '波']);
    }
  });

  test('new steps are seen in all of their groups, older ones that arrive late in none', async () => {
    const [day = ''] = Object.keys(wechat.platform.user(ann).steps).sort().slice(-1);
    const old = await wechat.weRun(ann);
    wechat.clock.advance(2_000);
    await wechat.platform.setSteps(ann, day, 23_456);
    await wechat.sendWeRun(ann);
    await wechat.sendWeRun(ann, old);
    for (const board of await seenByBo()) expect(of(board, '安').steps).toBe(23_456);
  });

  test('of twenty that arrive at once, in any order, the newest stay', async () => {
    const [day = ''] = Object.keys(wechat.platform.user(ann).steps).sort().slice(-1);
    const cloudIDs: string[] = [];
    for (const n of twenty) {
      await wechat.platform.setSteps(ann, day, n);
      cloudIDs.push(await wechat.weRun(ann));
      wechat.clock.advance(2_000);
    }
    await Promise.all(cloudIDs.reverse().map((cloudID) => wechat.sendWeRun(ann, cloudID)));
    for (const board of await seenByBo()) expect(of(board, '安').steps).toBe(19);
  });

  test('twenty nicknames at once: groups and profile end with the same one', async () => {
    await Promise.all(twenty.map((n) => wechat.me(ann, 'saveNickname', { nickname: `安${n}`, turn: 1 + (n % 3) })));
    const { answer } = await wechat.me(ann, 'profile');
    const { nickname } = dataOf<{ nickname: string }>(answer);
    for (const board of await seenByBo()) expect([...board.nicknames].sort()).toEqual([nickname, '波'].sort());
  });

  test('nicknames and first entries at the same time end with the same name everywhere', async () => {
    for (let round = 0; round < 8; round += 1) {
      const cy = await wechat.person();
      await Promise.all([
        wechat.me(cy, 'saveNickname', { nickname: `辰${round}`, turn: 0 }),
        wechat.enter(cy),
        wechat.sendWeRun(cy),
        wechat.enter(cy, otherGroup),
      ]);
      const [day = ''] = Object.keys(wechat.platform.user(cy).steps).sort().slice(-1);
      for (const board of await seenByBo()) {
        expect(of(board, `辰${round}`).steps).toBe(wechat.platform.user(cy).steps[day]);
      }
    }
  });

  test('an avatar is seen when WeChat has passed it, not before', async () => {
    await wechat.me(ann, 'saveAvatar', { fileID: await wechat.upload(ann) });
    expect(avatarsStored()).toEqual([null, null]);
    const { member = '' } = of(await wechat.board(bo), '安');
    expect(await avatarUrl(member)).toBeNull();

    await wechat.platform.contentChecks.deliver();
    const board = await wechat.board(bo);
    expect(of(board, '安').avatar).toBe('1');
    expect(await avatarUrl(member)).toMatch(/^http/);
    expect(JSON.stringify(board)).not.toContain('cloud://');

    await wechat.me(ann, 'saveAvatar', { fileID: await wechat.upload(ann) });
    expect(avatarsStored()).toEqual([null, null]);
    expect(await avatarUrl(member)).toBeNull();
  });

  test('an avatar that WeChat refuses is never seen', async () => {
    await wechat.me(ann, 'saveAvatar', { fileID: await wechat.upload(ann) });
    const [check] = wechat.platform.contentChecks.all;
    await wechat.platform.contentChecks.deliver(check?.traceId, 'risky');
    expect(avatarsStored()).toEqual([null, null]);
    for (const board of await seenByBo()) expect(of(board, '安').avatar).toBe('0');
  });

  test('URLs come for as many avatars as are asked, in that order, by one call of the storage', async () => {
    for (const person of [ann, bo]) await wechat.me(person, 'saveAvatar', { fileID: await wechat.upload(person) });
    await wechat.platform.contentChecks.deliver();
    const { members } = await wechat.board(bo);
    const asked = [members[1] ?? '', 'nobodyyy', members[0] ?? '', members[1] ?? ''];
    const { answer } = await wechat.share(bo, 'avatars', { group, members: asked });
    const { urls } = dataOf<{ urls: (string | null)[] }>(answer);
    expect(urls.map((url) => url !== null)).toEqual([true, false, true, true]);
    expect(urls[0]).not.toBe(urls[2]);
  });

  test('a copy that a dead call has left behind is mended by the next look at the profile', async () => {
    const third = 'tGroupOfRunners';
    await wechat.put('memberships', [stored({ openid: ann, member: 'leftover', group: third, nickname: '老安' })]);
    expect((await wechat.board(ann, third)).nicknames).toEqual(['老安']);
    await wechat.me(ann, 'profile');
    expect((await wechat.board(ann, third)).nicknames).toEqual(['安']);
  });

  test('leaving and forgetting take the person out of the board', async () => {
    await wechat.quit(ann);
    const [left, other] = await seenByBo();
    expect([left?.nicknames, other?.nicknames.length]).toEqual([['波'], 2]);
    await wechat.me(ann, 'forgetEverything');
    expect((await wechat.board(bo, otherGroup)).nicknames).toEqual(['波']);
  });
});

describe('calls that come twice', () => {
  let wechat: Groups;
  let ann: string;
  beforeEach(async () => {
    wechat = await startGroups();
    ann = await wechat.member('安');
  });
  afterEach(() => wechat.stop());
  const memberOf = async (openid: string) => {
    const { members, me } = await wechat.board(openid);
    return members[me] ?? '';
  };

  test.each([
    ['setVisible', async () => ({ group, member: await memberOf(ann), visible: false, turn: 0 })],
    ['leave', async () => ({ group, member: await memberOf(ann) })],
    ['tapped', () => Promise.resolve({ page: 'group', from: 'button', requestId: 'ab'.repeat(16) })],
  ] as const)('%s changes nothing the second time, alone and at once, and answers the same', async (route, made) => {
    const input = await made();
    const first = await wechat.share(ann, route, input);
    const before = wechat.stored();
    wechat.clock.advance(60_000);
    const again = await Promise.all(twenty.map(() => wechat.share(ann, route, input)));
    for (const { answer } of again) expect(answer).toEqual(first.answer);
    expect(first.answer.ok).toBe(true);
    expect(wechat.stored()).toEqual(before);
  });

  test('setVisible that comes once more after the person has changed their mind shows nothing that they hide', async () => {
    const shown = { group, member: await memberOf(ann), visible: true, turn: 1 };
    await wechat.setVisible(ann, false);
    await wechat.share(ann, 'setVisible', shown);
    await wechat.setVisible(ann, false);
    const late = await Promise.all(twenty.map(() => wechat.share(ann, 'setVisible', shown)));
    for (const { answer } of late) expect(answer).toMatchObject({ ok: true, data: { visible: false, turn: 3 } });
  });

  test('two changes at once in one turn: one is made, and both answers say which', async () => {
    const member = await memberOf(ann);
    const change = (visible: boolean) => wechat.share(ann, 'setVisible', { group, member, visible, turn: 0 });
    const answers = await Promise.all(twenty.map((_none, at) => change(at % 2 === 0)));
    const { visible, turn } = await wechat.board(ann);
    expect(turn).toBe(1);
    for (const { answer } of answers) expect(answer).toMatchObject({ ok: true, data: { visible, turn: 1 } });
  });

  test('setVisible that comes once more after the person has left and come back shows nothing that they hide', async () => {
    const shown = { group, member: await memberOf(ann), visible: true, turn: 1 };
    await wechat.setVisible(ann, false);
    await wechat.share(ann, 'setVisible', shown);
    await wechat.quit(ann);
    await wechat.enter(ann);
    await wechat.setVisible(ann, false);
    const late = await Promise.all(twenty.map(() => wechat.share(ann, 'setVisible', shown)));
    for (const { answer } of late) expect(answer).toMatchObject({ ok: true, data: { visible: false, turn: 1 } });
  });

  test('leave says whom it left alone: nobody, or who the person is there by now', async () => {
    const left = { group, member: await memberOf(ann) };
    const leave = async () => (await wechat.share(ann, 'leave', left)).answer;
    expect([await leave(), await leave()]).toEqual(Array(2).fill({ ok: true, data: { member: null } }));
    await wechat.enter(ann);
    expect(await leave()).toEqual({ ok: true, data: { member: await memberOf(ann) } });
  });

  test('leave that comes once more after the person has come back takes nobody out', async () => {
    const left = { group, member: await memberOf(ann) };
    await wechat.share(ann, 'leave', left);
    await wechat.enter(ann);
    const before = wechat.stored();
    await Promise.all(twenty.map(() => wechat.share(ann, 'leave', left)));
    expect(wechat.stored()).toEqual(before);
    expect((await wechat.board(ann)).members).not.toContain(left.member);
  });

  test('a tap is counted once, with who and where', async () => {
    const input = { page: 'home', from: 'menu', requestId: 'cd'.repeat(16) };
    await Promise.all(twenty.map(() => wechat.share(ann, 'tapped', input)));
    expect(wechat.cloud.documents('shares')).toEqual([
      { _id: input.requestId, openid: ann, page: 'home', from: 'menu', at: expect.any(Number) as unknown },
    ]);
  });
});
