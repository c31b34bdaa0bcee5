import type { Card, Client, EncryptedOpenData } from '../../emulator/phone/bridge';
import { decryptOpenData } from '../../emulator/wechat/open-data';
import { APP_ID, newPlatform } from './platform';

const DEVTOOLS: Client = { platform: 'devtools' };
const ID = /^[\w-]{28}$/;
const CARD: Card = { title: '走', path: '/pages/group/index?from=card&n=1', withShareTicket: true };

/** A group of Ann, Bo and Cy in which Ann has sent a card, and her single chat with Bo. */
async function newShare(card: Partial<Card> = {}) {
  const made = await newPlatform();
  const { platform, ann } = made;
  const { chats } = platform;
  const [group = '', single = ''] = chats.list().map(({ id }) => id);
  const { openid: cy } = await platform.createUser({ nickName: 'Cy' });
  await chats.join(group, cy);
  const { id } = await chats.send(ann, group, { ...CARD, ...card });
  const open = (openid: string, message = id, life = `${openid}'s`, client = DEVTOOLS) =>
    chats.enter(message, { openid, client, life });
  const data = (openid: string, encrypted: EncryptedOpenData) =>
    decryptOpenData(encrypted, platform.sessionKey(openid), APP_ID);
  /** What wx.getGroupEnterInfo is told after such an entry. */
  const groupEnterInfo = async (openid: string, enter = open(openid), life = `${openid}'s`, ask = {}) => {
    const { shareTicket } = enter;
    const given = await platform.getGroupEnterInfo({ openid, life }, { ...(shareTicket && { shareTicket }), ...ask });
    return data(openid, given);
  };
  const shareInfo = async (openid: string, shareTicket = '', life = `${openid}'s`) =>
    data(openid, await platform.getShareInfo({ openid, life }, shareTicket));
  return { ...made, chats, group, single, id, cy, open, groupEnterInfo, shareInfo };
}

describe('opening a card', () => {
  test('with a ticket in a group: 1044, a ticket, chat type 3, the path without its query', async () => {
    const { open, bo } = await newShare();
    expect(open(bo)).toEqual({
      path: 'pages/group/index',
      query: { from: 'card', n: '1' },
      scene: 1044,
      chatType: 3,
      shareTicket: expect.stringMatching(/^[\w-]{32}$/) as string,
    });
  });

  test.each([
    ['android', 1044],
    ['devtools', 1044],
    ['ios', 1008],
  ] as const)('%s reports it as scene %i, with the ticket all the same', async (platform, scene) => {
    const { open, bo } = await newShare();
    const entered = open(bo, undefined, 'life', { platform });
    expect(entered).toMatchObject({ scene, shareTicket: expect.any(String) as string, chatType: 3 });
  });

  test.each(['android', 'ios', 'devtools'] as const)('without a ticket in a group: 1008 on %s', async (platform) => {
    const { open, bo } = await newShare({ withShareTicket: false });
    const entered = open(bo, undefined, 'life', { platform });
    expect(entered).toMatchObject({ scene: 1008, chatType: 3 });
    expect(entered).not.toHaveProperty('shareTicket');
  });

  test.each([true, false])('in a single chat: 1007 and no ticket, shared with one: %s', async (withShareTicket) => {
    const { chats, open, single, ann, bo } = await newShare();
    const { id } = await chats.send(ann, single, { ...CARD, withShareTicket });
    const entered = open(bo, id);
    expect(entered).toMatchObject({ scene: 1007, chatType: 1 });
    expect(entered).not.toHaveProperty('shareTicket');
  });

  test('without a path leaves the page to the app', async () => {
    const { open, bo } = await newShare({ path: '' });
    expect(open(bo)).not.toHaveProperty('path');
    expect(open(bo)).toMatchObject({ query: {}, scene: 1044 });
  });

  test('the sharer gets no ticket, unless the app is told that WeChat gives one', async () => {
    const { platform, open, ann } = await newShare();
    expect(open(ann)).toMatchObject({ scene: 1008, chatType: 3 });
    expect(open(ann)).not.toHaveProperty('shareTicket');
    await platform.declare({ sharerGetsTicket: true });
    expect(open(ann)).toMatchObject({ scene: 1044, shareTicket: expect.any(String) as string });
  });

  test('every opening has a ticket of its own', async () => {
    const { open, bo } = await newShare();
    expect(open(bo).shareTicket).not.toBe(open(bo).shareTicket);
  });

  test('is for members: not for strangers, and for who left only what they still have', async () => {
    const { chats, open, group, id, ann, bo, platform, clock } = await newShare();
    const { openid: dee } = await platform.createUser({ nickName: 'Dee' });
    const fromHistory = (openid: string, message: string) =>
      chats.enter(message, { openid, client: DEVTOOLS, life: 'life', fromHistory: true });
    expect(() => open(dee)).toThrow(`${dee} is not in the chat`);
    expect(() => fromHistory(dee, id)).toThrow(`${dee} is not in the chat`);

    clock.advance(1000);
    await chats.leave(group, bo);
    expect(() => open(bo)).toThrow('fromHistory');
    expect(fromHistory(bo, id)).toMatchObject({ shareTicket: expect.any(String) as string, chatType: 3 });
    clock.advance(1000);
    const { id: later } = await chats.send(ann, group, CARD);
    expect(() => fromHistory(bo, later)).toThrow('after');
    await chats.join(group, bo);
    expect(open(bo, later)).toHaveProperty('shareTicket');
  });

  test('a reminder leads to its own path, as scene 1231, and only whom it is for', async () => {
    const { chats, open, id, bo, cy } = await newShare();
    const { id: reminder } = await chats.remind(id, { to: bo, text: '已开始', path: 'pages/walk/index?id=2' });
    expect(open(bo, reminder)).toEqual({ path: 'pages/walk/index', query: { id: '2' }, scene: 1231, chatType: 3 });
    expect(() => open(cy, reminder)).toThrow('is not for');
  });
});

describe('getGroupEnterInfo', () => {
  test("tells the group's id, the chat's type, and who one is there if that is asked", async () => {
    const { groupEnterInfo, bo, cy } = await newShare();
    const told = await groupEnterInfo(bo);
    expect(told).toEqual({
      opengid: expect.stringMatching(ID) as string,
      chat_type: 3,
      open_single_roomid: '',
      watermark: { timestamp: expect.any(Number) as number, appid: APP_ID },
    });
    const ask = { needGroupOpenID: true };
    const bos = await groupEnterInfo(bo, undefined, undefined, ask);
    const cys = await groupEnterInfo(cy, undefined, undefined, ask);
    expect(bos).toMatchObject({ opengid: told.opengid, group_openid: expect.stringMatching(ID) as string });
    expect(cys.opengid).toBe(told.opengid);
    expect(cys.group_openid).not.toBe(bos.group_openid);
  });

  test('40097 without a ticket: single chats, cards without one, no card at all', async () => {
    const { chats, groupEnterInfo, open, group, single, ann, bo } = await newShare();
    const plain = await chats.send(ann, group, { ...CARD, withShareTicket: false });
    const alone = await chats.send(ann, single, CARD);
    for (const enter of [open(bo, plain.id), open(bo, alone.id), {}]) {
      await expect(groupEnterInfo(bo, enter)).rejects.toMatchObject({
        errCode: 40097,
        errMsg: expect.stringMatching(/^getGroupEnterInfo:fail /) as string,
      });
    }
  });

  test('65206 for who is not in the group any more, whether they left before or after they entered', async () => {
    const { chats, groupEnterInfo, open, group, id, bo } = await newShare();
    const entered = open(bo);
    await chats.leave(group, bo);
    await expect(groupEnterInfo(bo, entered)).rejects.toMatchObject({ errCode: 65206 });
    const again = chats.enter(id, { openid: bo, client: DEVTOOLS, life: 'later', fromHistory: true });
    await expect(groupEnterInfo(bo, again, 'later')).rejects.toMatchObject({ errCode: 65206 });
    await chats.join(group, bo);
    expect(await groupEnterInfo(bo, again, 'later')).toHaveProperty('opengid');
  });

  test('allowSingleChat is refused by name', async () => {
    const { groupEnterInfo, bo } = await newShare();
    await expect(groupEnterInfo(bo, undefined, undefined, { allowSingleChat: true })).rejects.toMatchObject({
      errMsg: expect.stringContaining('allowSingleChat') as string,
    });
  });

  test('its cloudID is worth the same in a function, for the one who asked', async () => {
    const { platform, open, bo, cy } = await newShare();
    const { shareTicket = '' } = open(bo);
    const { cloudID = '' } = await platform.getGroupEnterInfo({ openid: bo, life: `${bo}'s` }, { shareTicket });
    const opengid = expect.stringMatching(ID) as string;
    expect(platform.resolveCloudID(cloudID, bo)).toMatchObject({ data: { opengid, watermark: { appid: APP_ID } } });
    expect(platform.resolveCloudID(cloudID, cy)).toMatchObject({ errCode: -601007 });
  });
});

describe('getShareInfo', () => {
  test("tells the group's other id", async () => {
    const { open, shareInfo, groupEnterInfo, bo, cy } = await newShare();
    const { openGId, ...rest } = await shareInfo(bo, open(bo).shareTicket);
    expect(openGId).toMatch(ID);
    expect(Object.keys(rest)).toEqual(['watermark']);
    expect(openGId).not.toBe((await groupEnterInfo(bo)).opengid);
    expect((await shareInfo(cy, open(cy).shareTicket)).openGId).toBe(openGId);
  });

  test('fails for a ticket of an earlier life, of somebody else, and of nobody', async () => {
    const { chats, open, shareInfo, groupEnterInfo, bo, cy } = await newShare();
    const entered = open(bo);
    const failure = { errMsg: 'getShareInfo:fail invalid shareTicket' };
    await expect(shareInfo(bo, entered.shareTicket, 'another life')).rejects.toMatchObject(failure);
    await expect(shareInfo(cy, entered.shareTicket)).rejects.toMatchObject(failure);
    await expect(shareInfo(bo, 'made up')).rejects.toMatchObject(failure);
    expect(await shareInfo(bo, entered.shareTicket)).toHaveProperty('openGId');
    chats.endLife(`${bo}'s`);
    await expect(shareInfo(bo, entered.shareTicket)).rejects.toMatchObject(failure);
    await expect(groupEnterInfo(bo, entered)).rejects.toMatchObject({ errCode: 40097 });
  });

  test('fails for a ticket from before a restart of the server, or a reset', async () => {
    const { platform, storage, open, shareInfo, bo } = await newShare();
    const { shareTicket = '' } = open(bo);
    const asker = { openid: bo, life: `${bo}'s` };
    const restarted = await newPlatform(storage);
    await expect(restarted.platform.getShareInfo(asker, shareTicket)).rejects.toMatchObject({
      errMsg: 'getShareInfo:fail invalid shareTicket',
    });
    await platform.reset();
    await expect(shareInfo(bo, shareTicket)).rejects.toMatchObject({ errMsg: 'getShareInfo:fail invalid shareTicket' });
  });

  test('fails for who left the group', async () => {
    const { chats, open, shareInfo, group, bo } = await newShare();
    const { shareTicket } = open(bo);
    await chats.leave(group, bo);
    await expect(shareInfo(bo, shareTicket)).rejects.toMatchObject({ errCode: 65206 });
  });
});

describe('ids of a group', () => {
  test('stay over a restart, and are other ones in another group', async () => {
    const { platform, chats, storage, ann, bo, groupEnterInfo, open, id } = await newShare();
    const { opengid } = await groupEnterInfo(bo);
    const other = await chats.create({ kind: 'group', members: [ann, bo] });
    const card = await chats.send(ann, other.id, CARD);
    expect((await groupEnterInfo(bo, open(bo, card.id))).opengid).not.toBe(opengid);

    const restarted = (await newPlatform(storage)).platform;
    const { shareTicket = '' } = restarted.chats.enter(id, { openid: bo, client: DEVTOOLS, life: 'new' });
    const told = await restarted.getGroupEnterInfo({ openid: bo, life: 'new' }, { shareTicket });
    expect(decryptOpenData(told, platform.sessionKey(bo), APP_ID).opengid).toBe(opengid);
  });

  test("give the group's name to its members alone", async () => {
    const { platform, chats, groupEnterInfo, shareInfo, open, group, bo } = await newShare();
    const { openid: dee } = await platform.createUser({ nickName: 'Dee' });
    const opengid = String((await groupEnterInfo(bo)).opengid);
    const { openGId } = await shareInfo(bo, open(bo).shareTicket);
    expect(platform.groupName(bo, opengid)).toBe('周末徒步');
    expect(platform.groupName(bo, String(openGId))).toBe('周末徒步');
    expect(platform.groupName(dee, opengid)).toBeNull();
    expect(platform.groupName(bo, 'Gunknown')).toBeNull();
    expect(platform.groupName(bo, group)).toBeNull();
    await chats.leave(group, bo);
    expect(platform.groupName(bo, opengid)).toBeNull();
  });
});
