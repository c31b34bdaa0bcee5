/** From a card in a chat back to the mini program: which group, its name, and WeChats that are too old to tell. */
import { groupIds } from '../../emulator/wechat/chats/group-ids';
import { pageOf, reads, textOf } from './phone';
import { APP_ID, SharingPhone } from './sharing-phone';
import { eventually } from '../../eventually';

let phone: SharingPhone;
beforeAll(async () => {
  phone = await SharingPhone.open();
}, 60_000);
afterAll(() => phone.close());
beforeEach(() => phone.begin());
afterEach(() => phone.miniProgram.disconnect());

describe('a card with a ticket', () => {
  async function opened(): Promise<void> {
    await phone.callWx('showShareMenu', { withShareTicket: true });
    await phone.answer('() => ({})');
    await phone.tapShare();
    await phone.confirm();
    const { id } = await phone.sent();
    await phone.start(phone.bo);
    await phone.control.chats.open(phone.line.id, id, { cold: true });
  }

  it('tells who opens it in the group which group it is', async () => {
    await opened();
    const enter = await phone.evaluate<{ shareTicket: string }>('function () { return wx.getEnterOptionsSync() }');
    expect(enter).toMatchObject({ chatType: 3, shareTicket: expect.any(String) as string });
    const secret = { encryptedData: expect.any(String) as string, iv: expect.any(String) as string };
    expect(await phone.callback('getGroupEnterInfo', {})).toMatchObject({ errMsg: 'getGroupEnterInfo:ok', ...secret });
    const { shareTicket } = enter;
    expect(await phone.callback('getShareInfo', { shareTicket, timeout: 5000 })).toMatchObject({
      errMsg: 'getShareInfo:ok',
      ...secret,
    });
  });

  it('is refused outside of it: 40097, 65206, bad parameters', async () => {
    expect(await phone.callback('getGroupEnterInfo', {})).toMatchObject({ errCode: 40097 });
    expect(await phone.callback('getShareInfo', {})).toEqual({
      errMsg: 'getShareInfo:fail parameter error: parameter.shareTicket should be String instead of Undefined;',
    });
    expect(await phone.callback('getShareInfo', { shareTicket: 't', timeout: 'x' })).toMatchObject({
      errMsg: expect.stringContaining('timeout should be Number') as string,
    });
    await opened();
    await phone.control.chats.leave(phone.group, phone.bo);
    expect(await phone.callback('getGroupEnterInfo', {})).toMatchObject({ errCode: 65206 });
  });

  it('shows the name of the group to its members alone, never to the app', async () => {
    const { opengid } = groupIds(APP_ID, phone.group);
    const page = await pageOf(phone.miniProgram);
    expect(await textOf(page, '.name')).toBe('群：本群');
    await page.setData({ gid: opengid });
    await reads(page, '.name', '群：周末徒步');
    expect(JSON.stringify(await page.data())).not.toContain('周末徒步');
    expect(await textOf(page, '.empty')).toBe('');
    await phone.control.chats.leave(phone.group, phone.ann);
    await phone.start();
    const again = await pageOf(phone.miniProgram);
    await again.setData({ gid: opengid });
    await eventually(async () => (await textOf(again, '.empty')) || undefined, 'binderror');
    expect(await textOf(again, '.name')).toBe('群：本群');
  });
});

describe('an older WeChat', () => {
  afterEach(() => phone.control.phones.setClient(phone.line.id, { platform: 'devtools' }));

  it('has no APIs that are newer, whoever asks', async () => {
    await phone.control.phones.setClient(phone.line.id, { platform: 'android', libraryVersion: '2.17.2' });
    await phone.start();
    const seen = await phone.evaluate(`function () {
      const { SDKVersion, platform } = wx.getSystemInfoSync();
      const can = wx.canIUse('getGroupEnterInfo');
      const listed = Object.keys(wx).includes('getGroupEnterInfo');
      return { there: typeof wx.getGroupEnterInfo, can, listed, old: typeof wx.getShareInfo, SDKVersion, platform };
    }`);
    const gone = { there: 'undefined', can: false, listed: false };
    expect(seen).toEqual({ ...gone, old: 'function', SDKVersion: '2.17.2', platform: 'android' });
    await phone.control.phones.setClient(phone.line.id, { platform: 'ios', libraryVersion: '2.17.3' });
    await phone.start();
    const newer = 'function () { return [typeof wx.getGroupEnterInfo, wx.getSystemInfoSync().platform] }';
    expect(await phone.evaluate(newer)).toEqual(['function', 'ios']);
  });
});
