import type { User } from '../../emulator/wechat/types';
import { APP_ID, SDK, startLocalCloud, type LocalCloud } from './local-cloud';
import { anyOf, containing } from './matchers';

/** Answers the event without what CloudBase adds, and OPEN_DATA_INFO. */
const ECHO = `${SDK}
  exports.main = async ({ userInfo, tcbContext, ...event }) => ({ event, info: cloud.getWXContext().OPEN_DATA_INFO });`;

interface Echo {
  readonly event: Readonly<Record<string, unknown>>;
  readonly info: string;
}

describe('CloudIDs in the event', () => {
  let local: LocalCloud;
  let user: User;
  let other: User;

  beforeAll(async () => {
    local = await startLocalCloud({ functions: { echo: ECHO } });
    user = await local.platform.createUser({ nickName: '甲', steps: { '2024-05-01': 1234 } });
    other = await local.platform.createUser({ nickName: '乙' });
    for (const { openid } of [user, other]) {
      await local.platform.answerPrivacy(openid, true);
      await local.platform.answerScope(openid, 'scope.werun', true);
    }
  });
  afterAll(() => local.stop());
  afterEach(() => local.clock.setOffset(0));

  const cloudID = async (owner = user): Promise<string> => {
    const { cloudID: id } = await local.platform.getWeRunData(owner.openid);
    if (id === undefined) throw new Error('the platform gave no cloudID');
    return id;
  };
  const echo = async (data: object, cloudIDs: Record<string, string>, caller = user): Promise<Echo> =>
    local.call('echo', data, caller.openid, cloudIDs);

  test('a top-level field becomes the data, and OPEN_DATA_INFO names it', async () => {
    const id = await cloudID();
    const { event, info } = await echo({ run: id, other: 'plain' }, { run: id });
    expect(event).toEqual({
      run: {
        cloudID: id,
        data: { stepInfoList: anyOf(Array), watermark: { appid: APP_ID, timestamp: anyOf(Number) } },
      },
      other: 'plain',
    });
    expect(JSON.parse(info)).toEqual({ keys: ['run'] });
  });

  test('a nested one stays a string', async () => {
    const id = await cloudID();
    const { event, info } = await echo({ deep: { run: id }, list: [id] }, {});
    expect(event).toEqual({ deep: { run: id }, list: [id] });
    expect(info).toBe('');
  });

  test('a nested one stays a string beside one of its name that is replaced', async () => {
    const id = await cloudID();
    const { event } = await echo({ run: id, deep: { run: id } }, { run: id });
    expect(event).toMatchObject({ run: { cloudID: id, data: expect.anything() as unknown }, deep: { run: id } });
  });

  test('the sixth stays a string', async () => {
    const id = await cloudID();
    const fields = { a: id, b: id, c: id, d: id, e: id, f: id };
    const { event, info } = await echo(fields, fields);
    expect(Object.values(event).map((value) => typeof value)).toEqual([
      'object',
      'object',
      'object',
      'object',
      'object',
      'string',
    ]);
    expect(JSON.parse(info)).toEqual({ keys: ['a', 'b', 'c', 'd', 'e'] });
  });

  test('forged open data is not named', async () => {
    const { event, info } = await echo({ run: { cloudID: 'x', data: { stepInfoList: [] } } }, {});
    expect(event['run']).toEqual({ cloudID: 'x', data: { stepInfoList: [] } });
    expect(info).toBe('');
  });

  test.each([
    ['after five minutes it is expired', 5 * 60_000 + 1000, -601006],
    ['just before it is not', 5 * 60_000 - 10_000, undefined],
  ])('%s', async (_name, ms, errCode) => {
    const id = await cloudID();
    local.clock.advance(ms);
    const { event, info } = await echo({ run: id }, { run: id });
    expect(event['run']).toHaveProperty(errCode === undefined ? 'data' : 'errCode', errCode ?? anyOf(Object));
    expect(info).toBe(errCode === undefined ? '{"keys":["run"]}' : '');
  });

  test("another's is refused, an invented one too, and neither is named", async () => {
    const id = await cloudID(other);
    const { event, info } = await echo({ theirs: id, invented: 'no such' }, { theirs: id, invented: 'no such' });
    expect(event).toEqual({
      theirs: {
        cloudID: id,
        errCode: -601007,
        errMsg: containing('cloudID and calling user does not match'),
      },
      invented: { cloudID: 'no such', errCode: -601005, errMsg: containing('invalid cloudID') },
    });
    expect(info).toBe('');
  });

  test('getOpenData resolves bare ones for the caller, one by one', async () => {
    const [mine, theirs] = [await cloudID(), await cloudID(other)];
    const answer = await local.script(
      `return await cloud.getOpenData({ list: ${JSON.stringify([mine, theirs, 'no such'])} });`,
      user.openid,
    );
    expect(answer).toMatchObject({
      errCode: 0,
      list: [{ cloudID: mine, data: { stepInfoList: anyOf(Array) } }, { errCode: -601007 }, { errCode: -601005 }],
    });
  });

  test('getOpenData without a user is refused', async () => {
    const reply = await local.cloud.callFunction(
      { source: 'wx_trigger' },
      { name: 'script', data: JSON.stringify({ code: `return await cloud.getOpenData({ list: ['x'] });` }) },
    );
    expect(reply.result).toMatchObject({ failure: { errCode: -604104 } });
  });
});
