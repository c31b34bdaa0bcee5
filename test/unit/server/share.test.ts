/** A card's whole way: tapped on one phone, opened on another, each by the official client, without a browser and in one. */
import automator from 'miniprogram-automator';
import { showPhones } from '../../emulator/cli/phone-windows';
import type { Control, PhoneHost, PhoneInfo } from '../../emulator/control/types';
import type { Emulator } from '../../emulator/server/emulator';
import { emulators } from './project';
import { eventually } from '../../eventually';

const world = emulators();
const PAGE = `Page({
  data: { group: '', opengid: '' },
  onLoad({ from = '' }) {
    wx.showShareMenu({ withShareTicket: true, success: () => this.setData({ armed: true }) })
    const { shareTicket } = wx.getEnterOptionsSync()
    if (from === '') return
    const told = {
      success: async ({ cloudID }) => {
        this.setData({ group: cloudID })
        wx.cloud.init()
        const { result } = await wx.cloud.callFunction({ name: 'echo', data: { of: wx.cloud.CloudID(cloudID) } })
        this.setData({ opengid: result.event.of.data.opengid || result.event.of.data.openGId })
      },
      fail: ({ errCode, errMsg }) => this.setData({ group: errCode || errMsg }),
    }
    if (wx.getGroupEnterInfo) wx.getGroupEnterInfo(told)
    else wx.getShareInfo({ shareTicket, ...told })
  },
  onShareAppMessage: () => ({ title: '走', path: 'pages/index/index?from=card', imageUrl: 'https://example.com/a.png' }),
})`;

let emulator: Emulator;
let control: Control;
let anns: PhoneInfo;
let bos: PhoneInfo;
let group: string;

/** Ann and Bo, each with a phone. Answers what ends the windows that show them. */
async function begin(host: PhoneHost): Promise<() => Promise<void>> {
  const projectDir = world.newProject({
    'miniprogram/pages/index/index.wxml': `<button class="share" open-type="share">{{ armed }}</button>
      <open-data class="name" type="groupName" open-gid="{{ opengid }}" default-text="nobody's" />`,
    'miniprogram/pages/index/index.js': PAGE,
  });
  ({ emulator, control } = await world.start({ projectDir, host }));
  const end = host === 'browser' ? await showPhones(emulator) : () => Promise.resolve();
  const [, bo] = await control.users.list();
  [anns] = (await control.phones.list()) as [PhoneInfo];
  bos = await control.phones.open({ openid: bo?.openid ?? '' });
  group = (await control.chats.list())[0]?.id ?? '';
  return end;
}

/** Ann taps the button and takes the first chat. */
async function share(): Promise<string> {
  const before = (await control.chats.messages(group)).length;
  const mini = await automator.connect({ wsEndpoint: anns.automator });
  const dataOf = async () => (await mini.currentPage())?.data('armed') as Promise<unknown>;
  await eventually(async () => (await dataOf()) === true, 'the share menu to be armed');
  await (await (await mini.currentPage())?.$('.share'))?.tap();
  // In the client, not in its types: it gives this the client's own functions for what WeChat draws.
  await (mini as unknown as { native(): { shareConfirm(): Promise<void> } }).native().shareConfirm();
  const messages = await eventually(async () => {
    const seen = await control.chats.messages(group);
    return seen.length > before && seen;
  }, 'a message');
  mini.disconnect();
  return messages.at(-1)?.id ?? '';
}

/** What the page on this phone was told of its group. */
async function groupSeenOn(phone: PhoneInfo): Promise<unknown> {
  const mini = await automator.connect({ wsEndpoint: phone.automator });
  const seen = await eventually(
    async () => ((await (await mini.currentPage())?.data('group')) as string | undefined) || undefined,
    'the group',
  );
  mini.disconnect();
  return seen;
}

/** The group's name as a person reads it on this phone. */
async function nameSeenOn(phone: PhoneInfo): Promise<string> {
  const mini = await automator.connect({ wsEndpoint: phone.automator });
  const name = await eventually(async () => {
    const text = (await (await (await mini.currentPage())?.$('.name'))?.text()) ?? '';
    return text !== "nobody's" && text !== '' && text;
  }, 'the name');
  mini.disconnect();
  return name;
}

describe.each(['node', 'browser'] as const)('two phones, %s', (host) => {
  let end: () => Promise<void>;
  beforeAll(async () => {
    end = await begin(host);
  }, 60_000);
  afterAll(() => end());

  test('Ann shares to the group, Bo opens the card while the mini program runs, and it learns which group', async () => {
    const id = await share();
    const [message] = (await control.chats.messages(group)).slice(-1);
    expect(message).toMatchObject({
      from: anns.openid,
      title: '走',
      path: 'pages/index/index?from=card',
      imageUrl: 'https://example.com/a.png',
      withShareTicket: true,
    });
    await control.chats.open(bos.id, id);
    const cloudID = String(await groupSeenOn(bos));
    expect(emulator.platform.resolveCloudID(cloudID, bos.openid)).toMatchObject({ data: { chat_type: 3 } });
    expect(await nameSeenOn(bos)).toBe('周末徒步');
    expect(emulator.platform.resolveCloudID(cloudID, anns.openid)).toMatchObject({ errCode: -601007 });
  });

  test('Ann opens her own card: 40097; Bo has left the group: 65206', async () => {
    const id = await share();
    await control.chats.open(anns.id, id, { cold: true });
    expect(await groupSeenOn(anns)).toBe(40097);
    await control.phones.restart(anns.id);

    await control.chats.leave(group, bos.openid);
    await control.chats.open(bos.id, id, { cold: true, fromHistory: true });
    expect(await groupSeenOn(bos)).toBe(65206);
    await control.chats.join(group, bos.openid);
  });

  test('an old library has the older way to the same group', async () => {
    const id = await share();
    await control.phones.setClient(bos.id, { platform: 'android', libraryVersion: '2.16.0' });
    await control.chats.open(bos.id, id, { cold: true });
    const cloudID = String(await groupSeenOn(bos));
    expect(emulator.platform.resolveCloudID(cloudID, bos.openid)).toMatchObject({
      data: { openGId: expect.any(String) as string },
    });
    expect(await nameSeenOn(bos)).toBe('周末徒步');
  });
});
