import { type Board, contract } from '../../../cloud/contract/contract';
import * as v from 'valibot';
import { dataOf, group, type Groups, otherGroup, startGroups } from '../groups';
import type { ResolvedCloudID } from '../../emulator/wechat/types';

const minute = 60_000;
const fifty = Array.from({ length: 50 }, (_, index) => index);

describe('entering a group by a card', () => {
  let wechat: Groups;
  let resolve: (resolved: ResolvedCloudID) => ResolvedCloudID;
  beforeEach(async () => {
    resolve = (resolved) => resolved;
    wechat = await startGroups({ resolve: (resolved) => resolve(resolved) });
  });
  afterEach(() => wechat.stop());
  const memberships = () => wechat.cloud.documents('memberships') as readonly Record<string, unknown>[];

  test('makes a member, with what is known of them, and answers the board in the same call', async () => {
    const openid = await wechat.person();
    await wechat.sendWeRun(openid);
    await wechat.me(openid, 'saveNickname', { nickname: '安', turn: 0 });
    const { answer } = await wechat.enter(openid);
    const [stored] = memberships();
    const { member } = stored ?? {};
    expect(member).toMatch(/^[\w-]{8}$/);
    const { steps } = wechat.platform.user(openid);
    const [yesterday = '', today = ''] = Object.keys(steps).sort().slice(-2);
    expect(answer).toEqual({
      ok: true,
      data: {
        group,
        today,
        me: 0,
        visible: true,
        turn: 0,
        members: [member],
        nicknames: ['安'],
        avatars: '0',
        todaySteps: [steps[today]],
        yesterdaySteps: [steps[yesterday]],
      },
    });
    expect(Object.keys(stored?.days as object)).toHaveLength(3);
  });

  test('costs two calls of the database for a member, seven the first time', async () => {
    const openid = await wechat.person();
    expect((await wechat.enter(openid)).record.databaseCalls).toBe(7);
    wechat.clock.advance(minute);
    expect((await wechat.enter(openid)).record.databaseCalls).toBe(2);
  });

  test('fifty first entries at once make one member, and all answer the same board', async () => {
    const openid = await wechat.person();
    await wechat.sendWeRun(openid);
    const cloudIDs = await Promise.all(fifty.map(() => wechat.groupData(openid)));
    const calls = await Promise.all(
      cloudIDs.map((cloudID) => wechat.share(openid, 'enter', { group: cloudID }, { group: cloudID })),
    );
    expect(memberships()).toHaveLength(1);
    for (const { answer } of calls) expect(answer).toEqual(calls[0]?.answer);
    expect(calls[0]?.answer.ok).toBe(true);
  });

  test('the same again changes nothing, gets the same board, and keeps the id that others see', async () => {
    const openid = await wechat.person();
    const cloudID = await wechat.groupData(openid);
    const call = () => wechat.share(openid, 'enter', { group: cloudID }, { group: cloudID });
    const first = await call();
    const before = wechat.stored();
    wechat.clock.advance(minute);
    expect((await call()).answer).toEqual(first.answer);
    expect(wechat.stored()).toEqual(before);
  });

  test('a card that arrives late does not put a later entry back', async () => {
    const openid = await wechat.person();
    const early = await wechat.groupData(openid);
    wechat.clock.advance(minute);
    await wechat.enter(openid);
    const before = wechat.stored();
    await wechat.share(openid, 'enter', { group: early }, { group: early });
    expect(wechat.stored()).toEqual(before);
  });

  /** Sends, and checks that the refusal is the expected one and that nobody is a member. */
  async function refused(openid: string, field: unknown, code: string, cloudIDs?: Readonly<Record<string, string>>) {
    const { answer, record } = await wechat.share(openid, 'enter', { group: field }, cloudIDs);
    expect(answer).toMatchObject({ ok: false, error: { code } });
    expect(memberships()).toEqual([]);
    expect(record.databaseCalls).toBe(0);
  }
  const forged = () => ({
    opengid: group,
    watermark: { appid: wechat.platform.app.appId, timestamp: wechat.clock.seconds() },
  });

  test('group data that a client made up is refused, alone and beside a genuine CloudID', async () => {
    const openid = await wechat.person();
    await refused(openid, { cloudID: 'made-up', data: forged() }, 'open-data-untrusted');
    await refused(
      openid,
      { cloudID: await wechat.groupData(openid, { opengid: otherGroup }), data: forged() },
      'open-data-untrusted',
    );
    await refused(openid, { opengid: group }, 'invalid-input');
    await refused(openid, group, 'cloudid-invalid');
  });

  test('so is the CloudID of somebody who is in the group', async () => {
    const ann = await wechat.person();
    const cloudID = await wechat.groupData(ann);
    const bo = await wechat.person();
    await refused(bo, cloudID, 'cloudid-foreign', { group: cloudID });
    await refused(bo, cloudID, 'cloudid-foreign');
    await refused(bo, wechat.platform.resolveCloudID(cloudID, ann), 'open-data-untrusted');
  });

  test('so is data that was made for another mini program', async () => {
    resolve = (resolved) =>
      'data' in resolved
        ? {
            ...resolved,
            data: {
              ...(resolved.data as object),
              watermark: { appid: 'wxsomebodyelse00', timestamp: wechat.clock.seconds() },
            },
          }
        : resolved;
    const openid = await wechat.person();
    const cloudID = await wechat.groupData(openid);
    await refused(openid, cloudID, 'open-data-untrusted', { group: cloudID });
  });

  test('so is data that is too old, and a CloudID that has expired', async () => {
    const openid = await wechat.person();
    const expired = await wechat.groupData(openid);
    wechat.clock.advance(5 * minute);
    await refused(openid, expired, 'cloudid-expired', { group: expired });
    const timestamp = wechat.clock.seconds() - 11 * 60;
    resolve = (resolved) =>
      'data' in resolved
        ? {
            ...resolved,
            data: { ...(resolved.data as object), watermark: { appid: wechat.platform.app.appId, timestamp } },
          }
        : resolved;
    const stale = await wechat.groupData(openid);
    await refused(openid, stale, 'open-data-stale', { group: stale });
  });

  test.each([
    ['names no group', { open_single_roomid: 'a room of two', chat_type: 1 }, 'group-wrong-scene'],
    ['names it as the older API does', { openGId: group }, 'api-unsupported'],
    ['has an id that no group has', { opengid: 'a:b' }, 'cloud-error'],
    ['has steps in place of a group', { stepInfoList: [] }, 'group-wrong-scene'],
  ])('data that %s makes nobody a member', async (_what, data, code) => {
    const openid = await wechat.person();
    const cloudID = await wechat.groupData(openid, data);
    await refused(openid, cloudID, code, { group: cloudID });
  });

  test('where WeChat gives both ids, the one that this deployment knows groups by counts', async () => {
    const openid = await wechat.person();
    const cloudID = await wechat.groupData(openid, { opengid: group, openGId: otherGroup });
    const { answer } = await wechat.share(openid, 'enter', { group: cloudID }, { group: cloudID });
    expect(dataOf<Board>(answer).group).toBe(group);
    expect(memberships()).toMatchObject([{ group, source: 'opengid' }]);
  });

  test('after a deletion of everything a card makes a new member, who has nothing of the old one', async () => {
    const openid = await wechat.member('安');
    const [before] = (await wechat.board(openid)).members;
    await wechat.me(openid, 'forgetEverything');
    expect(wechat.stored()).toEqual([]);
    wechat.clock.advance(minute);
    const { answer } = await wechat.enter(openid);
    const board = dataOf<Board>(answer);
    expect(board).toMatchObject({ nicknames: [''], avatars: '0', todaySteps: [-1], yesterdaySteps: [-1] });
    expect(board.members).not.toContain(before);
  });

  test('answers hold what the contract declares, and no openid', async () => {
    const people = await Promise.all(['安', '波', '辰'].map((name) => wechat.member(name)));
    const { answer } = await wechat.enter(people[0] ?? '');
    expect(v.is(contract.share.enter.output, dataOf(answer))).toBe(true);
    for (const openid of people) expect(JSON.stringify(answer)).not.toContain(openid);
  });
});
